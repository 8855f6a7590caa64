"""Who is named, by which rule: texts with what is linked in them, or left alone, and why."""

import pytest

from archives import ARTICLE, NOTE, actor, article, faults, linked, read
from postil.linking.lexicon import build_lexicon
from postil.linking.mentions import name_actors
from postil.text.document import read_document

ACTORS = {
    "anna-berg": actor(aliases=["A. Berg"], weak_aliases=["Berg"], never=["Anna Berg Square"]),
    "tom-berg": actor(name="Tom Berg", weak_aliases=["Berg"]),
    "georgia": actor(name="Georgia", type="State", previous_names=["Georgian Republic"]),
    "state-of-georgia": actor(name="State of Georgia", type="State", aliases=["Georgia"]),
    "who": actor(name="World Health Organization", type="Organization", aliases=["WHO"]),
    "world-bank": actor(name="World Bank", weak_aliases=["Bank", "WHO"]),
    "us": actor(
        name="United States", names={"de": ["USA", "Vereinigte Staaten"]}, aliases=["U.S."]
    ),
    "obrien": actor(name="Conor O'Brien"),
    "zoe": actor(name="Zoé Lang"),
    "pierre": actor(name="Jean-Pierre Lacroix"),
    "hindi": actor(name="राम"),
}
LEXICON = build_lexicon({id_: read("actor", id_, text) for id_, text in ACTORS.items()}, "en")


def naming(text, **front):
    data = read("article", "x", article(text, **front)).data
    return name_actors(read_document(text), data, LEXICON)


def linked_in(text, **front):
    return [f"{m.words} → {m.actor} ({m.rule})" for m in naming(text, **front).mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg spoke.", ["Anna Berg → anna-berg (strong)"]),
        ("A. Berg spoke.", ["A. Berg → anna-berg (strong)"]),
        ("The Georgian Republic.", ["Georgian Republic → georgia (strong)"]),
        ("Die Vereinigte Staaten.", ["Vereinigte Staaten → us (strong)"]),
        ("Anna Berg met Anna Berg.", ["Anna Berg → anna-berg (strong)"] * 2),
        # Cases, and words that are also names
        ("Those who know; the WHO knows.", ["WHO → who (strong)"]),
        ("ANNA BERG and anna berg.", []),
        # What stands around a name
        ("Anna Berg's words, Anna Berg’s.", ["Anna Berg → anna-berg (strong)"] * 2),
        ("An Anna Berg-led group.", ["Anna Berg → anna-berg (strong)"]),
        ("(Anna Berg), “Anna Berg”", ["Anna Berg → anna-berg (strong)"] * 2),
        ("The U.S. said", ["U.S. → us (strong)"]),
        (
            "l'Anna Berg, Conor O'Brien'in",
            ["Anna Berg → anna-berg (strong)", "Conor O'Brien → obrien (strong)"],
        ),
        ("D'Anna Berg, Anna Berg'Aquila, U.S.A., the A.U.S.", []),
        ("Annabel Bergman, Tom Bergs and USAF.", []),
        ("Anna_Berg and xAnna Berg7", []),
        ("राम and रामा", ["राम → hindi (strong)"]),
        # How a name is written
        ("Conor O’Brien.", ["Conor O’Brien → obrien (strong)"]),
        ("Conor O\u02bcBrien.", ["Conor O\u02bcBrien → obrien (strong)"]),
        ("Jean\u2011Pierre Lacroix.", ["Jean\u2011Pierre Lacroix → pierre (strong)"]),
        ("Anna Be\u00adrg.", ["Anna Be\u00adrg → anna-berg (strong)"]),
        ("Zoe\u0301 Lang.", ["Zoe\u0301 Lang → zoe (strong)"]),
        ("Anna\u00a0Berg.", ["Anna\u00a0Berg → anna-berg (strong)"]),
        ("Anna\nBerg spoke.", ["Anna Berg → anna-berg (strong)"]),
        ("Anna **Berg** and *An*na Berg.", ["Anna Berg → anna-berg (strong)"] * 2),
        # Longest first, none inside another
        ("In the State of Georgia.", ["State of Georgia → state-of-georgia (strong)"]),
        ("On Anna Berg Square.", []),
        (
            "The World Bank, the World Health Organization.",
            ["World Bank → world-bank (strong)", "World Health Organization → who (strong)"],
        ),
        # Where no name is looked for
        ("[Anna Berg](https://example.org/) `Anna Berg`", []),
        ("## Anna Berg\n\n    Anna Berg\n", []),
        ('[see](https://example.org/ "Anna Berg")', []),
        # No name goes across blocks
        ("So said Anna\n\nBerg was cold.", []),
        ("- Anna\n- Berg", []),
        ("a | b\n--|--\nAnna | Berg", []),
    ],
)
def test_a_strong_name_links_wherever_it_stands(text, expected):
    assert linked_in(text) == expected


@pytest.mark.parametrize(
    ("text", "front", "expected"),
    [
        ("Berg spoke.", {}, []),
        ("Berg spoke.", {"actors": ["tom-berg"]}, ["Berg → tom-berg (listed)"]),
        (
            "Berg spoke.",
            {"actors": [{"id": "tom-berg", "role": "x"}]},
            ["Berg → tom-berg (listed)"],
        ),
        ("Berg spoke.", {"actors": ["tom-berg", "anna-berg"]}, []),
        ("Berg spoke.", {"actors": ["georgia"]}, []),
        ("Tom Berg. Berg.", {}, ["Tom Berg → tom-berg (strong)", "Berg → tom-berg (earlier)"]),
        ("Berg before Tom Berg.", {}, ["Tom Berg → tom-berg (strong)"]),
        (
            "Tom Berg, A. Berg. Berg.",
            {},
            ["Tom Berg → tom-berg (strong)", "A. Berg → anna-berg (strong)"],
        ),
        (
            "Tom Berg. Berg.",
            {"actors": ["anna-berg"]},
            ["Tom Berg → tom-berg (strong)", "Berg → anna-berg (listed)"],
        ),
        ("Berg. Bank. Berg.", {"actors": ["tom-berg"]}, ["Berg → tom-berg (listed)"] * 2),
        ("# Tom Berg\n\nBerg.", {}, []),
        ("WHO, a weak name of the bank's.", {}, ["WHO → who (strong)"]),
        ("WHO.", {"actors": ["world-bank"]}, ["WHO → world-bank (listed)"]),
        (
            "The World Bank and the World Health Organization; WHO.",
            {},
            ["World Bank → world-bank (strong)", "World Health Organization → who (strong)"],
        ),
        ("Berg.", {"title": "Tom Berg resigns"}, ["Berg → tom-berg (earlier)"]),
    ],
)
def test_a_weak_name_links_only_where_the_article_says_who_is_meant(text, front, expected):
    assert linked_in(text, **front) == expected


@pytest.mark.parametrize(
    ("text", "mentions", "expected"),
    [
        ("Berg spoke.", {"Berg": "anna-berg"}, ["Berg → anna-berg (declared)"]),
        ("The envoy spoke.", {"The envoy": "anna-berg"}, ["The envoy → anna-berg (declared)"]),
        ("In Georgia.", {"Georgia": "state-of-georgia"}, ["Georgia → state-of-georgia (declared)"]),
        ("In Georgia.", {"Georgia": "none"}, []),
        ("Tom Berg.", {"Tom Berg": "none"}, []),
        ("Tom Berg.", {"Tom Berg": "anna-berg"}, ["Tom Berg → anna-berg (declared)"]),
        ("Anna Berg Square.", {"Anna Berg Square": "us"}, ["Anna Berg Square → us (declared)"]),
        ("O’Brien's house", {"O'Brien": "obrien"}, ["O’Brien → obrien (declared)"]),
        ("Mr. Tom Berg.", {"Mr. Tom Berg": "none"}, []),
        (
            "The envoy. Berg.",
            {"The envoy": "tom-berg"},
            ["The envoy → tom-berg (declared)", "Berg → tom-berg (earlier)"],
        ),
    ],
)
def test_what_the_article_declares_goes_before_everything(text, mentions, expected):
    assert linked_in(text, mentions=mentions) == expected


@pytest.mark.parametrize(
    ("text", "front", "words", "reason", "candidates"),
    [
        ("Berg.", {}, "Berg", "weak", ("anna-berg", "tom-berg")),
        ("In Georgia.", {}, "Georgia", "shared", ("georgia", "state-of-georgia")),
        ("Anna Berg Square", {}, "Anna Berg Square", "never", ()),
        ("Berg.", {"mentions": {"Berg": "none"}}, "Berg", "nobody", ()),
    ],
)
def test_a_known_name_that_is_left_alone_says_why(text, front, words, reason, candidates):
    (left,) = naming(text, **front).unlinked
    assert (left.words, left.reason, left.candidates) == (words, reason, candidates)


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ({"actors": ["georgia"]}, ["Georgia → georgia (listed)"]),
        ({"actors": ["state-of-georgia"]}, ["Georgia → state-of-georgia (listed)"]),
        ({"actors": ["georgia", "state-of-georgia"]}, []),
    ],
)
def test_a_shared_strong_name_is_decided_by_the_article_alone(front, expected):
    assert linked_in("In Georgia.", **front) == expected


def test_a_shared_strong_name_is_an_error_once_that_says_what_to_write(archive):
    files = {
        "docs/actors/georgia.md": ACTORS["georgia"],
        "docs/actors/state-of-georgia.md": ACTORS["state-of-georgia"],
        ARTICLE: article("A *word*. In Georgia, and again\nin Georgia."),
        NOTE: None,
    }
    (line,) = faults(archive(files))
    assert line == (
        f"{ARTICLE}:8:14: [ambiguous-name] “Georgia” may be Georgia (georgia, State) or State of "
        "Georgia (state-of-georgia, State). Add the one that is meant to `actors`, or write "
        "`mentions: {Georgia: georgia}`."
    )


def test_declared_words_that_do_not_stand_in_the_text_are_a_warning(archive):
    (line,) = faults(
        archive({ARTICLE: article(mentions={"Berg": "anna-berg", "Anna Berg": "none"})})
    )
    assert "[unused-mention] “Berg” does not stand in the text." in line


def test_every_mention_knows_which_of_its_actors_it_is(archive):
    text = article("Anna Berg left. Anna Berg came.")
    found = linked(archive({ARTICLE: text, NOTE: None})).article("vienna")
    assert list(found.naming.ordinals.values()) == [1, 2]

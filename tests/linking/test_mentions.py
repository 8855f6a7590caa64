"""Who is named, by which rule: a table of texts with what is linked in them."""

import pytest

from archives import actor, article, linked, read
from postil.linking.inflection import forms
from postil.linking.lexicon import build_lexicon
from postil.linking.mentions import name_actors
from postil.text.document import read_document

ACTORS = {
    "anna-berg": actor(aliases=["A. Berg"], weak_aliases=["Berg"], never=["Anna Berg Square"]),
    "tom-berg": actor(name="Tom Berg", weak_aliases=["Berg"]),
    "georgia": actor(name="Georgia", type="State", previous_names=["Georgian Republic"]),
    "who": actor(name="World Health Organization", type="Organization", aliases=["WHO"]),
    "obrien": actor(name="Conor O'Brien"),
    "zoe": actor(name="Zoé Lang"),
}
LEXICON = build_lexicon({id_: read("actor", id_, text) for id_, text in ACTORS.items()}, "en")


def named(text, **front):
    data = read("article", "x", article(text, **front)).data
    naming = name_actors(read_document(text), data, LEXICON)
    return [(m.words, m.actor, m.rule) for m in naming.mentions]


@pytest.mark.parametrize(
    ("text", "front", "expected"),
    [
        ("Anna Berg spoke.", {}, [("Anna Berg", "anna-berg", "strong")]),
        ("Berg spoke.", {}, []),
        ("Berg spoke.", {"actors": ["tom-berg"]}, [("Berg", "tom-berg", "listed")]),
        ("Berg spoke.", {"actors": ["tom-berg", "anna-berg"]}, []),
        ("Berg spoke.", {"mentions": {"Berg": "anna-berg"}}, [("Berg", "anna-berg", "declared")]),
        (
            "Tom Berg came. Berg spoke.",
            {},
            [("Tom Berg", "tom-berg", "strong"), ("Berg", "tom-berg", "earlier")],
        ),
        ("Berg spoke before Tom Berg.", {}, [("Tom Berg", "tom-berg", "strong")]),
        ("In Georgia.", {"mentions": {"Georgia": "none"}}, []),
        ("The Georgian Republic.", {}, [("Georgian Republic", "georgia", "strong")]),
        ("On Anna Berg Square.", {}, []),
        ("Those who know; the WHO knows.", {}, [("WHO", "who", "strong")]),
        ("Anna Berg's words.", {}, [("Anna Berg", "anna-berg", "strong")]),
        ("An Anna Berg-led group.", {}, [("Anna Berg", "anna-berg", "strong")]),
        ("Conor O’Brien and Conor Oʼ\u00adBrien.", {}, None),
        ("Zoe\u0301 Lang.", {}, [("Zoe\u0301 Lang", "zoe", "strong")]),
        ("Anna\nBerg spoke.", {}, [("Anna Berg", "anna-berg", "strong")]),
        ("Anna **Berg** spoke.", {}, [("Anna Berg", "anna-berg", "strong")]),
        ("Annabel Bergman and Georgiana.", {}, []),
        ("[Anna Berg](https://example.org/)", {}, []),
        ("`Anna Berg`", {}, []),
        ("## Anna Berg", {}, []),
    ],
)
def test_names_link_by_rule_and_never_by_guessing(text, front, expected):
    if expected is None:
        assert {actor_id for _, actor_id, _ in named(text, **front)} == {"obrien"}
        assert len(named(text, **front)) == 2
    else:
        assert named(text, **front) == expected


@pytest.mark.parametrize(
    ("language", "name", "form"),
    [
        ("ru", "Владимир Зеленский", "Владимиру Зеленскому"),
        ("ru", "Мария Захарова", "Марии Захаровой"),
        ("ru", "Организация Объединённых Наций", "Организации Объединенных Наций"),
        ("uk", "Володимир Зеленський", "Володимира Зеленського"),
        ("uk", "Володимир Зеленський", "Володимирові Зеленському"),
    ],
)
def test_a_name_in_another_case_is_the_same_name(language, name, form):
    of_person = not name.startswith("Организация")
    assert form in forms(name, language, of_person=of_person)
    assert forms(name, "en", of_person=of_person) == frozenset()


def test_spellings_in_three_languages_lead_to_one_actor(archive):
    zelensky = actor(
        name="Volodymyr Zelensky",
        names={"uk": "Володимир Зеленський", "ru": "Владимир Зеленский"},
        aliases=["Volodymyr Zelenskyy", "Volodymyr Zelenskiy"],
    )
    texts = {
        "en": "Volodymyr Zelenskyy, Volodymyr Zelenskiy and Volodymyr Zelensky.",
        "uk": "Про Володимира Зеленського. Потім бачили Зеленського.",
        "ru": "Владимиру Зеленскому. Потом Зеленскому.",
    }
    files = {f"articles/2025/{lang}.md": article(text, lang=lang) for lang, text in texts.items()}
    found = linked(archive({"docs/actors/zelensky.md": zelensky, **files}))
    counts = {lang: len(found.article(lang).naming.mentions) for lang in texts}
    assert counts == {"en": 3, "uk": 2, "ru": 2}

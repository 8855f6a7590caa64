"""What another name in a record would change."""

import pytest

from archives import ARTICLE, NOTE, actor, article, linked
from postil.linking.lexicon import build_lexicon
from postil.surveying.aliasing import consequences, with_name
from postil.surveying.bearing import bearings, nearest_names
from postil.surveying.standing import standings

TOM = "docs/actors/tom-berg.md"


@pytest.fixture
def adding(archive):
    def proposing(name, actor_id, key, texts, files=None):
        written = {f"articles/2025/a-{n}.md": article(text) for n, text in enumerate(texts)}
        before = linked(archive(written | (files or {})))
        changed = with_name(before.archive, actor_id, key, name)
        return consequences(before, changed, frozenset())

    return proposing


def test_an_alias_links_every_place_where_its_words_stand(adding):
    outcome = adding("The Mediator", "anna-berg", "aliases", ["The Mediator met The Mediator."])
    assert [(c.article, c.after.words) for c in outcome.changes.gained] == [
        ("a-0", "The Mediator")
    ] * 2
    assert not outcome.faults


def test_a_weak_alias_links_where_the_article_says_who_is_meant(adding):
    texts = ["Berg came.", "Anna Berg came, then Berg left."]
    outcome = adding("Berg", "anna-berg", "weak_aliases", texts)
    assert [(c.article, c.after.rule) for c in outcome.changes.gained] == [("a-1", "earlier")]


def test_an_alias_that_another_has_unlinks_it_and_fails_the_check(adding):
    files = {TOM: actor(name="Tom Berg")}
    outcome = adding("Tom Berg", "anna-berg", "aliases", ["We met Tom Berg."], files)
    assert [change.before.actor for change in outcome.changes.lost] == ["tom-berg"]
    assert [fault.code for fault in outcome.faults] == ["ambiguous-name"]


def test_a_longer_name_takes_the_place_of_the_one_inside_it(adding):
    files = {TOM: actor(name="Tom Berg")}
    outcome = adding("Anna Berg of Oslo", "tom-berg", "aliases", ["Anna Berg of Oslo came."], files)
    (change,) = outcome.changes.changed
    assert (change.before.actor, change.after.actor) == ("anna-berg", "tom-berg")


def test_nothing_on_the_disk_changes(archive):
    root = archive()
    before = {path: path.read_bytes() for path in root.rglob("*.md")}
    found = linked(root)
    consequences(found, with_name(found.archive, "anna-berg", "aliases", "She"), frozenset())
    assert {path: path.read_bytes() for path in root.rglob("*.md")} == before


def test_notes_are_no_matter_of_names(adding):
    outcome = adding("Vienna", "anna-berg", "aliases", [], {NOTE: None})
    assert [change.article for change in outcome.changes.gained] == ["vienna"]
    assert not outcome.faults


RECORD = actor(
    name="Anna Berg",
    names={"uk": ["Анна Берґ", "Ганна Берг"]},
    aliases=["A. Berg"],
    weak_aliases=["Berg"],
    previous_names=["Anna Lind"],
    never=["Anna Berg Square"],
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Anna Berg", [("strong", "name")]),
        ("Ганна Берг", [("strong", "names.uk")]),
        ("A.\u00a0Berg", [("strong", "aliases")]),
        ("Berg", [("weak", "weak_aliases")]),
        ("Anna Lind", [("strong", "previous_names")]),
        ("Anna Berg Square", [("never", "never")]),
        ("berg", []),
    ],
)
def test_a_name_is_borne_through_a_key(archive, name, expected):
    actors = linked(archive({"docs/actors/anna-berg.md": RECORD})).archive.actors
    found = bearings(name, actors, {"en": build_lexicon(actors, "en")})
    assert [(bearing.strength, bearing.key) for bearing in found] == expected


def test_a_case_form_is_borne_in_the_articles_of_its_language(archive):
    pytest.importorskip("pymorphy3")
    zelensky = actor(name="Volodymyr Zelensky", names={"ru": "Владимир Зеленский"})
    actors = linked(archive({"docs/actors/vz.md": zelensky})).archive.actors
    lexicons = {language: build_lexicon(actors, language) for language in ("en", "ru")}
    (full,) = bearings("Владимира Зеленского", actors, lexicons)
    assert (full.actor, full.strength, full.language) == ("vz", "strong", "ru")
    (family,) = bearings("Зеленского", actors, lexicons)
    assert (family.actor, family.strength, family.language) == ("vz", "weak", "ru")


def test_names_like_one_that_nobody_bears_are_suggested(archive):
    actors = linked(archive()).archive.actors
    assert nearest_names("Ana Berg", actors) == [("Anna Berg", "anna-berg")]
    assert nearest_names("Quux", actors) == []


def test_words_are_counted_by_what_became_of_them(archive):
    text = "# On Berg\n\nBerg came. Anna Berg left. Berg stayed. “Berg’s” [Berg](https://e.org)."
    files = {ARTICLE: article(text), NOTE: None, "docs/actors/anna-berg.md": RECORD}
    standing = standings(linked(archive(files)), ["Berg", "Nowhere"])
    assert standing["Berg"].fates == {("anna-berg", "earlier"): 2, "weak": 1, "other": 3}
    assert (standing["Berg"].times, standing["Berg"].articles) == (6, 1)
    assert standing["Nowhere"].times == standing["Nowhere"].articles == 0

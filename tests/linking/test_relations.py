"""What records say of one another, told from the other side."""

import pytest

from archives import ARTICLE, NOTE, actor, analyst, article, linked, note, topic
from postil.linking.relations import relations
from postil.model.archive import Target

OTHER = "articles/2024/other.md"
TOM = "docs/actors/tom.md"
WIDER = "docs/topics/war.md"
SECOND = "articles/2025/vienna.notes/second.md"


@pytest.fixture
def ways(archive):
    """The ways back of the minimal archive with files laid over it."""
    return lambda files: relations(linked(archive(files)).archive)


@pytest.mark.parametrize(
    ("keys", "here", "there"),
    [
        ({"follows": "other"}, "Continues", "Continued by"),
        ({"translation_of": ["other"]}, "Translation of", "Translated as"),
        ({"same_text_as": "other"}, "Same text as", "Same text as"),
    ],
)
def test_articles_relate_both_ways(ways, keys, here, there):
    related = ways({ARTICLE: article(**keys), OTHER: article()}).related
    assert related == {"vienna": ((here, "other"),), "other": ((there, "vienna"),)}


def test_ties_citations_and_topics_beside_one_another_lead_back(ways):
    files = {
        TOM: actor(name="Tom Lee", relations=[{"to": "anna-berg", "type": "aide to"}]),
        OTHER: article(),
        NOTE: note(sources=["other"]),
        WIDER: topic(name="War", related=["talks"]),
    }
    found = ways(files)
    assert [(who, tie.type) for who, tie in found.ties["anna-berg"]] == [("tom", "aide to")]
    assert [n.id for n in found.citing["other"]] == ["first"]
    assert found.beside == {"talks": ("war",), "war": ("talks",)}


def test_a_note_on_one_profile_may_speak_of_another(ways):
    files = {
        TOM: actor(name="Tom Lee"),
        "docs/actors/tom.notes/n.md": note(quote=None, whole=True, actors=["anna-berg"]),
    }
    found = ways(files)
    assert [n.id for n in found.elsewhere[Target("actors", "anna-berg")]] == ["n"]


def test_an_analysts_notes_are_newest_first_with_those_signed_together(ways):
    files = {
        "docs/analysts/ida.md": analyst(name="Ida"),
        SECOND: note(by=["ida", "ivo"], date="2026", quote="opened the talks"),
    }
    signed = ways(files).signed
    by_id = {id_: [n.id for n in notes] for id_, notes in signed.items()}
    assert by_id == {"ivo": ["second", "first"], "ida": ["second"]}


def in_topics(ways, *articles):
    """The neighbours of articles, given as `(id, day, topics)` and further keys."""
    files = {
        f"articles/2025/{id_}.md": article(published=day, topics=topics, **keys)
        for id_, day, topics, keys in articles
    }
    more = {ARTICLE: None, NOTE: None, WIDER: topic(name="War")}
    return {id_: list(map(tuple, it)) for id_, it in ways(files | more).between.items()}


def test_articles_of_a_topic_follow_one_another_by_date_then_by_id(ways):
    found = in_topics(
        ways,
        ("c", "2025-03-01", ["talks"], {}),
        ("b", "2025-03-02", ["talks"], {}),
        ("a", "2025-03-02", ["talks"], {}),
    )
    assert found == {
        "c": [("talks", None, "a")],
        "a": [("talks", "c", "b")],
        "b": [("talks", "a", None)],
    }


def test_an_article_has_neighbours_in_each_of_its_topics_in_its_own_order(ways):
    found = in_topics(
        ways,
        ("a", "2025-03-01", ["war", "talks"], {}),
        ("b", "2025-03-02", ["talks"], {}),
        ("c", "2025-03-03", ["talks", "war"], {}),
    )
    assert found["a"] == [("war", None, "c"), ("talks", None, "b")]
    assert found["c"] == [("talks", "b", None), ("war", "a", None)]


def test_an_article_alone_in_its_topic_has_none(ways):
    assert in_topics(ways, ("a", "2025", ["talks"], {}), ("b", "2025", ["war"], {})) == {}


def test_what_is_withdrawn_is_passed_over(ways):
    found = in_topics(
        ways,
        ("a", "2025-03-01", ["talks"], {}),
        ("b", "2025-03-02", ["talks"], {"status": "withdrawn"}),
        ("c", "2025-03-03", ["talks"], {}),
    )
    assert found == {"a": [("talks", None, "c")], "c": [("talks", "a", None)]}

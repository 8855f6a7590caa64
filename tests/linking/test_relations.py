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

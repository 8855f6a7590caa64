"""The way back: who and what leads to an actor, a topic, an analyst, an article."""

import pytest

from archives import (
    ACTOR,
    ARTICLE,
    NOTE,
    TOPIC,
    actor,
    analyst,
    article,
    linked,
    note,
    topic,
)
from postil.linking.backlinks import backlinks
from postil.model.archive import Target

OTHER = "articles/2024/other.md"
TOM = "docs/actors/tom.md"
WIDER = "docs/topics/war.md"
SECOND = "articles/2025/vienna.notes/second.md"
TEXT = "Anna Berg came. Tom Lee came too.\n\nNo text had been agreed. Anna Berg left."


@pytest.fixture
def ways(archive):
    """The ways back of the minimal archive with files laid over it."""
    return lambda files: backlinks(linked(archive(files)))


def sentences(appearance):
    plain = appearance.text.document.plain
    return [plain[p.span.start : p.span.end] for p in appearance.passages]


def notes_of(appearance):
    return [[n.record.id for n in p.notes] for p in appearance.passages]


def test_an_actors_passages_are_the_sentences_that_name_it(ways):
    found = ways({ARTICLE: article(TEXT), NOTE: note(quote="Anna Berg left")})
    (appearance,) = found.actors["anna-berg"]
    assert sentences(appearance) == ["Anna Berg came.", "Anna Berg left."]
    assert notes_of(appearance) == [[], ["first"]]
    assert appearance.others == ()


def test_two_mentions_in_a_sentence_are_one_passage(ways):
    found = ways({ARTICLE: article("Anna Berg and Anna Berg."), NOTE: None})
    (appearance,) = found.actors["anna-berg"]
    assert [len(passage.mentions) for passage in appearance.passages] == [2]


def test_an_article_about_an_actor_appears_without_naming_it(ways):
    about_tom = {ARTICLE: article(actors=["tom"]), NOTE: note(actors=["tom"])}
    (appearance,) = ways({TOM: actor(name="Tom Lee"), **about_tom}).actors["tom"]
    assert appearance.passages == ()
    assert [note.record.id for note in appearance.others] == ["first"]


def test_a_topics_passages_are_the_sentences_with_its_notes_on_them(ways):
    (appearance,) = ways({}).topics["talks"]
    assert sentences(appearance) == ["She said that no text had been agreed."]
    assert notes_of(appearance) == [["first"]]


def test_a_topic_takes_up_its_narrower_ones_and_a_note_may_name_its_own(ways):
    files = {
        WIDER: topic(name="War"),
        TOPIC: topic(parent="war"),
        "docs/topics/trade.md": topic(name="Trade"),
        SECOND: note(quote="opened the talks", topics=["trade"]),
    }
    found = ways(files)
    by_topic = {
        id_: [notes_of(appearance) for appearance in appearances]
        for id_, appearances in found.topics.items()
    }
    assert by_topic == {"talks": [[["first"]]], "war": [[["first"]]], "trade": [[["second"]]]}


def test_appearances_are_newest_first_and_drafts_and_withdrawn_articles_have_none(ways):
    files = {
        OTHER: article("Anna Berg came.", published="2024"),
        "articles/2026/new.md": article("Anna Berg came.", published="2026"),
        "articles/2026/gone.md": article("Anna Berg came.", published="2026", status="withdrawn"),
        "articles/2026/draft.md": article("Anna Berg came.", published="2026", status="draft"),
    }
    found = ways(files)
    for appearances in (found.actors["anna-berg"], found.topics["talks"]):
        assert [item.article.id for item in appearances] == ["new", "vienna", "other"]


def test_those_named_together_are_counted_by_article(ways):
    files = {
        TOM: actor(name="Tom Lee"),
        ARTICLE: article(TEXT),
        NOTE: None,
        OTHER: article("Tom Lee met Anna Berg. Tom Lee left."),
        "articles/2024/alone.md": article("Tom Lee."),
    }
    together = ways(files).together
    assert together == {"anna-berg": {"tom": 2}, "tom": {"anna-berg": 2}}


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
    assert [n.record.id for _, n in found.citing["other"]] == ["first"]
    assert found.beside == {"talks": ("war",), "war": ("talks",)}


def test_a_note_on_one_profile_may_speak_of_another(ways):
    files = {
        TOM: actor(name="Tom Lee"),
        "docs/actors/tom.notes/n.md": note(quote=None, whole=True, actors=["anna-berg"]),
    }
    found = ways(files)
    assert [n.record.id for _, n in found.elsewhere[Target("actors", "anna-berg")]] == ["n"]


def test_an_analysts_notes_are_newest_first_with_those_signed_together(ways):
    files = {
        "docs/analysts/ida.md": analyst(name="Ida"),
        SECOND: note(by=["ida", "ivo"], date="2026", quote="opened the talks"),
    }
    signed = ways(files).by_analyst
    by_id = {id_: [n.record.id for _, n in notes] for id_, notes in signed.items()}
    assert by_id == {"ivo": ["second", "first"], "ida": ["second"]}


@pytest.mark.parametrize(
    ("keys", "text", "language", "named"),
    [
        ({"aliases": ["The Mediator"]}, "The Mediator came. Anna Berg left.", "en", 2),
        ({"weak_aliases": ["Berg"]}, "Anna Berg came. Then Berg left.", "en", 2),
        ({"previous_names": ["Anna Lund"]}, "Anna Lund came.", "en", 1),
        ({"names": {"de": "Anna Berg-Lund"}}, "Anna Berg-Lund came.", "en", 1),
        ({"names": {"uk": "Марія Коваленко"}}, "Бачили Марію Коваленко. Марія пішла.", "uk", 1),
    ],
)
def test_whatever_name_an_actor_is_given_counts_in_its_dossier(ways, keys, text, language, named):
    if language == "uk":
        pytest.importorskip("pymorphy3")
    files = {ACTOR: actor(**keys), ARTICLE: article(text, lang=language), NOTE: None}
    (appearance,) = ways(files).actors["anna-berg"]
    assert sum(len(passage.mentions) for passage in appearance.passages) == named
    assert len(appearance.passages) == named


def test_words_that_an_article_explains_count_in_the_dossier(ways):
    files = {ARTICLE: article("The envoy came.", mentions={"The envoy": "anna-berg"}), NOTE: None}
    (appearance,) = ways(files).actors["anna-berg"]
    assert sentences(appearance) == ["The envoy came."]

"""Where actors and topics stand in an article, and the notes that speak of them."""

import pytest

from archives import (
    ACTOR,
    ARTICLE,
    NOTE,
    TOPIC,
    actor,
    article,
    linked,
    note,
    topic,
)
from postil.linking.appearances import actor_appearances, topic_appearances

OTHER = "articles/2024/other.md"
TOM = "docs/actors/tom.md"
WIDER = "docs/topics/war.md"
SECOND = "articles/2025/vienna.notes/second.md"
TEXT = "Anna Berg came. Tom Lee came too.\n\nNo text had been agreed. Anna Berg left."


@pytest.fixture
def in_vienna(archive):
    """What the article of the minimal archive, with files laid over it, shows in each dossier."""

    def appearances(files):
        whole = linked(archive(files))
        text = whole.article("vienna")
        of_actors = actor_appearances(text, whole.archive.actors)
        return dict(of_actors) | dict(topic_appearances(text, whole.archive.topics))

    return appearances


def sentences(appearance):
    plain = appearance.text.document.plain
    return [plain[p.span.start : p.span.end] for p in appearance.passages]


def notes_of(appearance):
    return [[n.record.id for n in p.notes] for p in appearance.passages]


def test_an_actors_passages_are_the_sentences_that_name_it(in_vienna):
    appearance = in_vienna({ARTICLE: article(TEXT), NOTE: note(quote="Anna Berg left")})[
        "anna-berg"
    ]
    assert sentences(appearance) == ["Anna Berg came.", "Anna Berg left."]
    assert notes_of(appearance) == [[], ["first"]]
    assert appearance.others == ()


def test_two_mentions_in_a_sentence_are_one_passage(in_vienna):
    appearance = in_vienna({ARTICLE: article("Anna Berg and Anna Berg."), NOTE: None})["anna-berg"]
    assert [len(passage.mentions) for passage in appearance.passages] == [2]


def test_an_article_about_an_actor_appears_without_naming_it(in_vienna):
    about_tom = {ARTICLE: article(actors=["tom"]), NOTE: note(actors=["tom"])}
    appearance = in_vienna({TOM: actor(name="Tom Lee"), **about_tom})["tom"]
    assert appearance.passages == ()
    assert [note.record.id for note in appearance.others] == ["first"]


def test_a_topics_passages_are_the_sentences_with_its_notes_on_them(in_vienna):
    appearance = in_vienna({})["talks"]
    assert sentences(appearance) == ["She said that no text had been agreed."]
    assert notes_of(appearance) == [["first"]]


def test_a_topic_takes_up_its_narrower_ones_and_a_note_may_name_its_own(in_vienna):
    files = {
        WIDER: topic(name="War"),
        TOPIC: topic(parent="war"),
        "docs/topics/trade.md": topic(name="Trade"),
        SECOND: note(quote="opened the talks", topics=["trade"]),
    }
    found = in_vienna(files)
    by_topic = {id_: notes_of(found[id_]) for id_ in ("talks", "war", "trade")}
    assert by_topic == {"talks": [["first"]], "war": [["first"]], "trade": [["second"]]}


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
def test_whatever_name_an_actor_is_given_counts_in_its_dossier(
    in_vienna, keys, text, language, named
):
    if language == "uk":
        pytest.importorskip("pymorphy3")
    files = {ACTOR: actor(**keys), ARTICLE: article(text, lang=language), NOTE: None}
    appearance = in_vienna(files)["anna-berg"]
    assert sum(len(passage.mentions) for passage in appearance.passages) == named
    assert len(appearance.passages) == named


def test_words_that_an_article_explains_count_in_the_dossier(in_vienna):
    files = {ARTICLE: article("The envoy came.", mentions={"The envoy": "anna-berg"}), NOTE: None}
    appearance = in_vienna(files)["anna-berg"]
    assert sentences(appearance) == ["The envoy came."]

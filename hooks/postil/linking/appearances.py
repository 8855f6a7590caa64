"""Where the actors and topics of one article stand in it, and the notes that speak of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from postil.linking.link import LinkedText, PlacedNote, mentions_by_actor
from postil.linking.mentions import Mention, actor_ids
from postil.linking.topics import with_parents
from postil.model.archive import Record
from postil.model.records import Actor, Article, Topic
from postil.text.sentences import Span


@dataclass(frozen=True)
class Passage:
    """A sentence of an article, with the mentions that brought it here and the notes on it."""

    span: Span
    mentions: tuple[Mention, ...]
    notes: tuple[PlacedNote, ...]


@dataclass(frozen=True)
class Appearance:
    """An article in a dossier, with the passages of it that concern the dossier's subject.

    `others` are notes on the article that speak of the subject but stand on none of the passages.
    """

    text: LinkedText
    passages: tuple[Passage, ...]
    others: tuple[PlacedNote, ...]

    @property
    def article(self) -> Record[Article]:
        """The article's record."""
        return self.text.record


def actors_named(text: LinkedText, actors: Mapping[str, Record[Actor]]) -> tuple[str, ...]:
    """The ids of the actors on record whom an article names or says it is about, in order."""
    return tuple(sorted(id_ for id_ in _named(text) if id_ in actors))


def actor_appearances(
    text: LinkedText, actors: Mapping[str, Record[Actor]]
) -> Iterator[tuple[str, Appearance]]:
    """What an article shows in the dossier of each actor that it or a note on it speaks of."""
    mentions = mentions_by_actor(text.naming)
    spoken_of: dict[str, list[PlacedNote]] = defaultdict(list)
    for note in text.notes():
        for actor in note.record.data.actors:
            spoken_of[actor].append(note)
    for actor in sorted(_named(text) | spoken_of.keys()):
        if actor in actors:
            passages = tuple(_passages(text, mentions.get(actor, ())))
            yield actor, _appearance(text, passages, spoken_of[actor])


def topic_appearances(
    text: LinkedText, topics: Mapping[str, Record[Topic]]
) -> Iterator[tuple[str, Appearance]]:
    """What an article shows in the dossier of each of its topics, and of wider ones.

    A topic's passages are the sentences that carry its notes.
    """
    own = with_parents(text.record.data.topics, topics)
    carried: dict[str, list[PlacedNote]] = {topic: [] for topic in own}
    for note in text.notes():
        note_topics = note.record.data.topics or text.record.data.topics
        for topic in with_parents(note_topics, topics):
            carried.setdefault(topic, []).append(note)
    for topic in sorted(carried):
        yield topic, _appearance(text, tuple(_noted(text, carried[topic])), carried[topic])


def _named(text: LinkedText) -> set[str]:
    return {mention.actor for mention in text.naming.mentions} | set(actor_ids(text.record.data))


def _appearance(
    text: LinkedText, passages: tuple[Passage, ...], spoken_of: Iterable[PlacedNote]
) -> Appearance:
    shown = {note.record.key for passage in passages for note in passage.notes}
    others = tuple(note for note in spoken_of if note.record.key not in shown)
    return Appearance(text, passages, others)


def _passages(text: LinkedText, mentions: Iterable[Mention]) -> Iterator[Passage]:
    """The sentences that these mentions stand in."""
    by_sentence: dict[Span, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if sentence := text.sentence_at(mention.span.start):
            by_sentence[sentence].append(mention)
    for span, found in by_sentence.items():
        yield Passage(span, tuple(found), text.notes_on(span))


def _noted(text: LinkedText, notes: Iterable[PlacedNote]) -> Iterator[Passage]:
    """The sentences in which the passages of these notes begin, in order."""
    spans = {text.sentence_at(note.passage.start) for note in notes if note.passage}
    keys = {note.record.key for note in notes}
    for span in sorted(filter(None, spans)):
        on = tuple(note for note in text.notes_on(span) if note.record.key in keys)
        yield Passage(span, (), on)

"""The way back: for every actor, topic and analyst, the passages and notes that concern them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from postil.linking.link import LinkedArchive, LinkedText, PlacedNote, mentions_by_actor
from postil.linking.mentions import Mention, actor_ids
from postil.linking.topics import with_parents
from postil.model.archive import Archive, Record, Target
from postil.model.records import Article, Relation, Topic
from postil.model.values import as_tuple
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


NoteOnText = tuple[LinkedText, PlacedNote]


@dataclass(frozen=True)
class Backlinks:
    """By actor, topic and analyst id. Appearances are newest first.

    `together` counts, for each actor, the articles in which another is named as well.
    """

    actors: Mapping[str, tuple[Appearance, ...]]
    topics: Mapping[str, tuple[Appearance, ...]]
    together: Mapping[str, Counter[str]]
    by_analyst: Mapping[str, tuple[NoteOnText, ...]]
    related: Mapping[str, tuple[tuple[str, str], ...]]
    """For each article: how another relates to it (`Continued by`, …), and that one's id."""
    ties: Mapping[str, tuple[tuple[str, Relation], ...]]
    """For each actor: who has a relation to it, and which."""
    citing: Mapping[str, tuple[NoteOnText, ...]]
    """For each article: the notes that name it as a source, newest first."""
    elsewhere: Mapping[Target, tuple[NoteOnText, ...]]
    """For each actor and topic: notes on others' profiles and introductions that speak of it."""
    beside: Mapping[str, tuple[str, ...]]
    """For each topic: those it names as related, and those that name it."""


def backlinks(linked: LinkedArchive) -> Backlinks:
    """All ways back through a linked archive."""
    newest_first = sorted(
        (text for text in linked.articles() if text.record.data.status == "published"),
        key=lambda text: (text.record.data.published.sort_key, text.record.id),
        reverse=True,
    )
    actors: dict[str, list[Appearance]] = defaultdict(list)
    topics: dict[str, list[Appearance]] = defaultdict(list)
    together: dict[str, Counter[str]] = defaultdict(Counter)
    for text in newest_first:
        for actor, appearance in _actor_appearances(text):
            if actor in linked.archive.actors:
                actors[actor].append(appearance)
        for topic, appearance in _topic_appearances(text, linked.archive.topics):
            topics[topic].append(appearance)
        named = sorted(_named(text) & linked.archive.actors.keys())
        for actor in named:
            together[actor].update(other for other in named if other != actor)
    return Backlinks(
        actors={id_: tuple(actors[id_]) for id_ in linked.archive.actors},
        topics={id_: tuple(topics[id_]) for id_ in linked.archive.topics},
        together={id_: together[id_] for id_ in linked.archive.actors},
        by_analyst=_by_analyst(linked),
        related=_related(linked.archive),
        ties=_ties(linked.archive),
        citing=_citing(linked),
        elsewhere=_elsewhere(linked),
        beside=_beside(linked.archive),
    )


def _named(text: LinkedText) -> set[str]:
    """Everyone whom an article names or says it is about."""
    return {mention.actor for mention in text.naming.mentions} | set(actor_ids(text.record.data))


def _actor_appearances(text: LinkedText) -> Iterator[tuple[str, Appearance]]:
    mentions = mentions_by_actor(text.naming)
    spoken_of: dict[str, list[PlacedNote]] = defaultdict(list)
    for note in text.notes():
        for actor in note.record.data.actors:
            spoken_of[actor].append(note)
    for actor in sorted(_named(text) | spoken_of.keys()):
        passages = tuple(_passages(text, mentions.get(actor, ())))
        yield actor, _appearance(text, passages, spoken_of[actor])


def _topic_appearances(
    text: LinkedText, topics: Mapping[str, Record[Topic]]
) -> Iterator[tuple[str, Appearance]]:
    """A topic's passages are the sentences that carry its notes; wider topics take them up."""
    own = with_parents(text.record.data.topics, topics)
    carried: dict[str, list[PlacedNote]] = {topic: [] for topic in own}
    for note in text.notes():
        note_topics = note.record.data.topics or text.record.data.topics
        for topic in with_parents(note_topics, topics):
            carried.setdefault(topic, []).append(note)
    for topic in sorted(carried):
        yield topic, _appearance(text, tuple(_noted(text, carried[topic])), carried[topic])


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


def all_notes(linked: LinkedArchive) -> Iterator[NoteOnText]:
    """Every note with the text it is on."""
    for text in linked.texts.values():
        for note in text.notes():
            yield text, note


def _by_analyst(linked: LinkedArchive) -> dict[str, tuple[NoteOnText, ...]]:
    """Each analyst's notes, newest first."""
    signed: dict[str, list[NoteOnText]] = defaultdict(list)
    for text, note in all_notes(linked):
        for analyst in as_tuple(note.record.data.by):
            signed[analyst].append((text, note))
    return {id_: tuple(newest_notes_first(signed[id_])) for id_ in linked.archive.analysts}


def _citing(linked: LinkedArchive) -> dict[str, tuple[NoteOnText, ...]]:
    cited: dict[str, list[NoteOnText]] = defaultdict(list)
    for text, note in all_notes(linked):
        for source in note.record.data.sources:
            if isinstance(source, str):
                cited[source].append((text, note))
    return {id_: tuple(newest_notes_first(cited[id_])) for id_ in linked.archive.articles}


def _elsewhere(linked: LinkedArchive) -> dict[Target, tuple[NoteOnText, ...]]:
    found: dict[Target, list[NoteOnText]] = defaultdict(list)
    for text, note in all_notes(linked):
        if note.record.target.kind == "articles":
            continue
        data = note.record.data
        about = {Target("actors", id_) for id_ in data.actors}
        about |= {Target("topics", id_) for id_ in data.topics}
        for target in about - {note.record.target}:
            found[target].append((text, note))
    return {target: tuple(newest_notes_first(notes)) for target, notes in found.items()}


def _beside(archive: Archive) -> dict[str, tuple[str, ...]]:
    beside: dict[str, dict[str, None]] = {id_: {} for id_ in archive.topics}
    for id_, record in archive.topics.items():
        for other in record.data.related:
            beside[id_][other] = None
            beside[other][id_] = None
    return {id_: tuple(sorted(others)) for id_, others in beside.items()}


def newest_notes_first(notes: Iterable[NoteOnText]) -> list[NoteOnText]:
    """Notes by date, newest first; those of one day in the order of their texts."""
    in_order = sorted(notes, key=lambda item: item[1].record.key)
    return sorted(in_order, key=lambda item: item[1].record.data.date.sort_key, reverse=True)


_FORWARD = {
    "follows": ("Continues", "Continued by"),
    "translation_of": ("Translation of", "Translated as"),
    "same_text_as": ("Same text as", "Same text as"),
}


def _related(archive: Archive) -> dict[str, tuple[tuple[str, str], ...]]:
    related: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for id_, record in archive.articles.items():
        for key, (forward, back) in _FORWARD.items():
            for other in as_tuple(getattr(record.data, key)):
                if other in archive.articles:
                    related[id_].append((forward, other))
                    related[other].append((back, id_))
    return {id_: tuple(dict.fromkeys(related[id_])) for id_ in archive.articles}


def _ties(archive: Archive) -> dict[str, tuple[tuple[str, Relation], ...]]:
    ties: dict[str, list[tuple[str, Relation]]] = defaultdict(list)
    for id_, record in archive.actors.items():
        for relation in record.data.relations:
            ties[relation.to].append((id_, relation))
    return {id_: tuple(ties[id_]) for id_ in archive.actors}

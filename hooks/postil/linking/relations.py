"""What the records say of one another, told from the other side."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from postil.model.archive import Archive, NoteRecord, Record, Target
from postil.model.records import Article, Relation
from postil.model.values import as_tuple


class Between(NamedTuple):
    """Where an article stands in a topic: the ids of the articles before and after it, by date."""

    topic: str
    earlier: str | None
    later: str | None


@dataclass(frozen=True)
class Relations:
    """The ways back between records, by id. Notes are newest first."""

    related: Mapping[str, tuple[tuple[str, str], ...]]
    """For each article: how another relates to it (`Continued by`, …), and that one's id."""
    between: Mapping[str, tuple[Between, ...]]
    """For each article: its neighbours in each of its topics that has others, in their order."""
    citing: Mapping[str, tuple[NoteRecord, ...]]
    """For each article: the notes that name it as a source."""
    ties: Mapping[str, tuple[tuple[str, Relation], ...]]
    """For each actor: who has a relation to it, and which."""
    beside: Mapping[str, tuple[str, ...]]
    """For each topic: those it names as related, and those that name it."""
    signed: Mapping[str, tuple[NoteRecord, ...]]
    """For each analyst: the notes."""
    notes_on: Mapping[Target, tuple[NoteRecord, ...]]
    """For each article, actor and topic: the notes on it, in the order of their ids."""
    elsewhere: Mapping[Target, tuple[NoteRecord, ...]]
    """For each actor and topic: notes on others' profiles and introductions that speak of it."""


def relations(archive: Archive) -> Relations:
    """All ways back between the records of an archive."""
    notes = newest_notes_first(archive.notes.values())
    return Relations(
        related=_related(archive),
        between=_between(archive),
        citing=_citing(notes),
        ties=_ties(archive),
        beside=_beside(archive),
        signed=_signed(notes),
        notes_on=notes_by_target(archive.notes.values()),
        elsewhere=_elsewhere(notes),
    )


def newest_notes_first(notes: Iterable[NoteRecord]) -> list[NoteRecord]:
    """Notes by date, newest first; those of one day in the order of what they are on."""
    in_order = sorted(notes, key=lambda note: note.key)
    return sorted(in_order, key=lambda note: note.data.date.sort_key, reverse=True)


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
    return {id_: tuple(dict.fromkeys(ways)) for id_, ways in related.items()}


def _between(archive: Archive) -> dict[str, tuple[Between, ...]]:
    """Withdrawn articles have no neighbours, and are nobody's."""
    lines: dict[str, list[str]] = defaultdict(list)
    for record in sorted(archive.articles.values(), key=_by_date):
        if record.data.status != "withdrawn":
            for topic in dict.fromkeys(record.data.topics):
                lines[topic].append(record.id)
    found: dict[str, dict[str, Between]] = defaultdict(dict)
    for topic, ids in lines.items():
        for earlier, id_, later in zip([None, *ids], ids, [*ids[1:], None], strict=False):
            if earlier or later:
                found[id_][topic] = Between(topic, earlier, later)
    return {
        id_: tuple(by_topic[it] for it in archive.articles[id_].data.topics if it in by_topic)
        for id_, by_topic in found.items()
    }


def _by_date(record: Record[Article]) -> tuple[tuple[date, float], str]:
    return record.data.published.sort_key, record.id


def _citing(notes: Iterable[NoteRecord]) -> dict[str, tuple[NoteRecord, ...]]:
    cited: dict[str, list[NoteRecord]] = defaultdict(list)
    for note in notes:
        for source in note.data.sources:
            if isinstance(source, str):
                cited[source].append(note)
    return _settled(cited)


def _ties(archive: Archive) -> dict[str, tuple[tuple[str, Relation], ...]]:
    ties: dict[str, list[tuple[str, Relation]]] = defaultdict(list)
    for id_, record in archive.actors.items():
        for relation in record.data.relations:
            ties[relation.to].append((id_, relation))
    return {id_: tuple(found) for id_, found in ties.items()}


def _beside(archive: Archive) -> dict[str, tuple[str, ...]]:
    beside: dict[str, dict[str, None]] = defaultdict(dict)
    for id_, record in archive.topics.items():
        for other in record.data.related:
            beside[id_][other] = None
            beside[other][id_] = None
    return {id_: tuple(sorted(others)) for id_, others in beside.items()}


def _signed(notes: Iterable[NoteRecord]) -> dict[str, tuple[NoteRecord, ...]]:
    signed: dict[str, list[NoteRecord]] = defaultdict(list)
    for note in notes:
        for analyst in as_tuple(note.data.by):
            signed[analyst].append(note)
    return _settled(signed)


def notes_by_target(notes: Iterable[NoteRecord]) -> dict[Target, tuple[NoteRecord, ...]]:
    """The notes on each article, actor and topic, in the order given."""
    on: dict[Target, list[NoteRecord]] = defaultdict(list)
    for note in notes:
        on[note.target].append(note)
    return {target: tuple(found) for target, found in on.items()}


def _elsewhere(notes: Iterable[NoteRecord]) -> dict[Target, tuple[NoteRecord, ...]]:
    found: dict[Target, list[NoteRecord]] = defaultdict(list)
    for note in notes:
        if note.target.kind == "articles":
            continue
        about = {Target("actors", id_) for id_ in note.data.actors}
        about |= {Target("topics", id_) for id_ in note.data.topics}
        for target in about - {note.target}:
            found[target].append(note)
    return {target: tuple(speaking) for target, speaking in found.items()}


def _settled(found: Mapping[str, list[NoteRecord]]) -> dict[str, tuple[NoteRecord, ...]]:
    return {id_: tuple(notes) for id_, notes in found.items()}

"""Records that lead back to themselves: topics by their parents, notes by what they answer."""

from collections.abc import Iterator, Mapping
from typing import Any

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic
from postil.model.archive import NoteRecord, Record

_SHOWN = 8
"""Ids of a circle that a diagnostic names."""


def circles(onward: Mapping[str, str | None]) -> Iterator[tuple[str, ...]]:
    """Every circle that leads from id to id back to its first, once, in no more steps than ids."""
    seen: set[str] = set()
    for start in onward:
        way: dict[str, None] = {}
        at: str | None = start
        while at is not None and at in onward and at not in seen:
            seen.add(at)
            way[at] = None
            at = onward[at]
        if at in way:
            ids = tuple(way)
            yield ids[ids.index(at) :]


def topic_circles(topics: Mapping[str, Record[Any]]) -> Iterator[Diagnostic]:
    """Topics that are, through their parents, above themselves."""
    for circle in circles({id_: topic.data.parent for id_, topic in topics.items()}):
        for number, id_ in enumerate(circle):
            yield Diagnostic(
                topics[id_].positions.of("parent"),
                Code.TOPIC_CYCLE,
                f"“{id_}” is above itself: {_way(circle, number)}",
                "Take `parent` out of one of them.",
            )


def note_circles(notes: Mapping[str, NoteRecord]) -> Iterator[tuple[NoteRecord, ...]]:
    """Notes that, by way of what they answer, answer themselves."""
    for circle in circles({key: _answered(note) for key, note in notes.items()}):
        yield tuple(notes[key] for key in circle)


def reply_circles(notes: Mapping[str, NoteRecord]) -> Iterator[Diagnostic]:
    """What is told of such notes. A note that names itself is told as one without an answer."""
    for circle in note_circles(notes):
        ids = tuple(note.id for note in circle)
        for number, note in enumerate(circle):
            if len(circle) > 1:
                yield Diagnostic(
                    note.positions.of("reply_to"),
                    Code.REPLY_CIRCLE,
                    f"“{note.id}” answers itself: {_way(ids, number)}",
                    "Take `reply_to` out of the one that was written first.",
                )


def _answered(note: NoteRecord) -> str | None:
    """The key of the note that this one answers."""
    answered = note.data.reply_to
    return f"{note.target.kind}/{note.target.id}#{answered}" if answered else None


def _way(circle: tuple[str, ...], number: int) -> str:
    """The way round a circle from one of its ids, if need be without the middle."""
    count = len(circle)
    shown = [circle[(number + step) % count] for step in range(min(count, _SHOWN))]
    middle = ["…"] if count > _SHOWN else []
    return " → ".join([*shown, *middle, circle[number]])

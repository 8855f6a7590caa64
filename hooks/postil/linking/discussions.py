"""What is discussed in a text: the words on which several notes meet, and notes that disagree.

What counts as disagreeing is read off the notes' own kinds, answers and likelihoods. Whether two
notes contradict each other in substance no rule can tell.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from postil.linking.link import LinkedText, PlacedNote
from postil.model.vocabulary import NoteKind

Matter = Literal["likelihood", "correction", "question", "reading"]
"""What two notes disagree over: how likely something is; that one is wrong; whether it is known;
or how the words are to be read."""

_READINGS: frozenset[NoteKind] = frozenset({"assessment", "position", "forecast"})
"""Kinds that take a side; another of them in answer sets a second side beside it."""

_DISPUTING: Mapping[NoteKind, Matter] = {"correction": "correction", "question": "question"}
"""Kinds that dispute whatever they answer."""

_COMPARED = 50
"""Notes with a likelihood, the newest of a discussion, that are held against one another."""


@dataclass(frozen=True)
class Disagreement:
    """Two current notes that stand against each other; `later` is the newer one or the answer."""

    earlier: PlacedNote
    later: PlacedNote
    over: Matter


@dataclass(frozen=True)
class Discussion:
    """Threads whose passages share words, one with the next. A thread on no words is by itself.

    `first` begins the first of them, current or not. `notes` are those that their authors stand by.
    """

    first: PlacedNote
    notes: tuple[PlacedNote, ...]
    threads: tuple[PlacedNote, ...]

    def disagreement(self) -> Disagreement | None:
        """The latest disagreement in it."""
        found = [*_answers(self.notes), *_likelihoods(self)]
        return max(found, key=_when, default=None)


def discussions(text: LinkedText) -> Iterator[Discussion]:
    """The discussions of a text that a current note takes part in, in the order of their places."""
    for threads in _meeting(text.threads):
        every = (note for first in threads for note in (first, *first.replies))
        notes = tuple(note for note in every if note.record.data.is_current)
        if notes:
            yield Discussion(threads[0], notes, tuple(threads))


def _meeting(threads: Iterable[PlacedNote]) -> Iterator[list[PlacedNote]]:
    """Threads in the order of their passages, together as long as these share words."""
    group: list[PlacedNote] = []
    end = 0
    for first in threads:
        if group and not (first.passage and first.passage.start < end):
            yield group
            group, end = [], 0
        group.append(first)
        end = max(end, first.passage.end) if first.passage else 0
    if group:
        yield group


def _answers(notes: Sequence[PlacedNote]) -> Iterator[Disagreement]:
    """Current notes that correct or question the current note they answer, or read it otherwise."""
    by_number = {note.number: note for note in notes}
    for note in notes:
        answered = by_number.get(note.answers or 0)
        over = _matter(answered, note) if answered else None
        if answered and over:
            yield Disagreement(answered, note, over)


def _matter(answered: PlacedNote, answer: PlacedNote) -> Matter | None:
    """What an answer disputes; nothing where it only adds, as context and translations do."""
    before, kind = answered.record.data, answer.record.data.kind
    likelihood = answer.record.data.likelihood
    if before.likelihood and likelihood and before.likelihood != likelihood:
        return "likelihood"
    if {before.kind, kind} <= _READINGS:
        return "reading"
    return _DISPUTING.get(kind)


def _likelihoods(discussion: Discussion) -> Iterator[Disagreement]:
    """The newest pair of notes on the same words, or of one thread, with different likelihoods."""
    graded = sorted(
        (note for note in discussion.notes if note.record.data.likelihood), key=_age, reverse=True
    )[:_COMPARED]
    threads = {
        note.number: first.number
        for first in discussion.threads
        for note in (first, *first.replies)
    }
    for at, later in enumerate(graded):
        for earlier in graded[at + 1 :]:
            one_thread = threads[later.number] == threads[earlier.number]
            if _differ(earlier, later) and (one_thread or _share_words(earlier, later)):
                yield Disagreement(earlier, later, "likelihood")
                return


def _differ(one: PlacedNote, other: PlacedNote) -> bool:
    return one.record.data.likelihood != other.record.data.likelihood


def _share_words(one: PlacedNote, other: PlacedNote) -> bool:
    return bool(one.passage and other.passage and one.passage.overlaps(other.passage))


def _age(note: PlacedNote) -> tuple[object, int]:
    return note.record.data.date.sort_key, note.number


def _when(disagreement: Disagreement) -> tuple[object, ...]:
    """By the later note's date; of one note's, what it says of likelihood first."""
    is_graded = disagreement.over == "likelihood"
    return (*_age(disagreement.later), is_graded, *_age(disagreement.earlier))

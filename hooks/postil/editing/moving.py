"""Which notes go along when an article is renamed or split, and why others do not.

A thread goes as a whole or not at all. Its first note decides: the words that it quotes must stand
in the new text and no longer in the old one. The notes that answer it must find theirs there too.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from postil.editing.texts import NotedText
from postil.linking.anchors import STANDING, Searched, anchor
from postil.model.archive import NoteRecord


@dataclass(frozen=True)
class Hindrance:
    """Why a note does not move, as the end of a sentence about it.

    `is_fault` says that its thread should have moved: it was named, or its words have gone.
    """

    note: NoteRecord
    reason: str
    is_fault: bool


@dataclass(frozen=True)
class Plan:
    """The notes that move, and what hinders others."""

    moves: tuple[NoteRecord, ...]
    hindrances: tuple[Hindrance, ...]


def plan_move(old: NotedText, new: NotedText, named: frozenset[str]) -> Plan:
    """What moves from one text to the other: the threads of the notes that are named by their ids.

    If none is named, all threads whose words have gone from one to the other.
    """
    way = _Way(old, new)
    moves: list[NoteRecord] = []
    hindrances: list[Hindrance] = []
    for thread in _threads(old.notes):
        if named and named.isdisjoint(note.id for note in thread):
            continue
        hindered = tuple(way.hindrances_of_named(thread) if named else way.hindrances(thread))
        hindrances += hindered
        moves += () if hindered else thread
    return Plan(tuple(moves), tuple(hindrances))


@dataclass(frozen=True)
class _Way:
    """From one text to another."""

    old: NotedText
    new: NotedText

    def hindrances(self, thread: tuple[NoteRecord, ...]) -> Iterator[Hindrance]:
        """What keeps a thread whose notes are not named."""
        first, *answers = thread
        if reason := self._why_it_stays(first):
            yield Hindrance(first, reason, is_fault=False)
            return
        yield from self.hindrances_of_named(thread)
        for note in answers:
            if note.data.is_current and (missed := self._why_missed(note)):
                reason = f"answers {note.data.reply_to}, and its words {missed}"
                yield Hindrance(note, reason, is_fault=True)

    def hindrances_of_named(self, thread: tuple[NoteRecord, ...]) -> Iterator[Hindrance]:
        """What keeps a thread that is to move in any case."""
        broken = {file.id for file in self.old.unread}
        for note in thread:
            if self._is_taken(note):
                reason = f"would take the place of another note: {self.new.folder}/{note.id}.md"
                yield Hindrance(note, reason, is_fault=True)
            if note.data.reply_to in broken:
                reason = f"answers {note.data.reply_to}, whose file has a fault"
                yield Hindrance(note, reason, is_fault=True)

    def _why_it_stays(self, note: NoteRecord) -> str | None:
        if note.data.whole:
            return "is on the whole text, which is still there" if self.old.is_there else None
        if missed := self._why_missed(note):
            return f"quotes words that {missed}"
        if self._in_old and anchor(note.data, self._in_old).state in {*STANDING, "ambiguous"}:
            return f"quotes words that still stand in {self.old.path}"
        return None

    def _why_missed(self, note: NoteRecord) -> str | None:
        """What is amiss with a note's words in the new text; nothing where it stands on them."""
        state = anchor(note.data, self._in_new).state if self._in_new else "lost"
        if state in STANDING:
            return None
        stand = "stand more than once" if state == "ambiguous" else "do not stand"
        return f"{stand} in {self.new.path}"

    def _is_taken(self, note: NoteRecord) -> bool:
        """Whether the new text has a note of that id: another one, not what a broken move left."""
        twin = self._new_notes.get(note.id)
        is_same = twin and (twin.data, twin.body) == (note.data, note.body)
        return note.id in self.new.taken and not is_same

    @cached_property
    def _new_notes(self) -> Mapping[str, NoteRecord]:
        return {note.id: note for note in self.new.notes}

    @cached_property
    def _in_old(self) -> Searched | None:
        return self._searched(self.old)

    @cached_property
    def _in_new(self) -> Searched | None:
        return self._searched(self.new)

    def _searched(self, text: NotedText) -> Searched | None:
        """A text, for the quotes of all notes that could move."""
        return replace(text.searched, quotes=len(self.old.notes)) if text.searched else None


def _threads(notes: tuple[NoteRecord, ...]) -> list[tuple[NoteRecord, ...]]:
    """The notes by what they answer in the end; the note that begins a thread comes first."""
    firsts = _firsts({note.id: note.data.reply_to for note in notes})
    threads: dict[str, list[NoteRecord]] = defaultdict(list)
    for note in sorted(notes, key=lambda note: (note.id != firsts[note.id], note.id)):
        threads[firsts[note.id]].append(note)
    return [tuple(thread) for thread in threads.values()]


def _firsts(answered: Mapping[str, str | None]) -> dict[str, str]:
    """For each note the one that it answers in the end; in a circle, any one of it."""
    firsts: dict[str, str] = {}
    for start in answered:
        way: dict[str, None] = {}
        at = start
        while at not in firsts and at not in way:
            way[at] = None
            parent = answered[at]
            if parent is not None and parent in answered:
                at = parent
        firsts |= dict.fromkeys(way, firsts.get(at, at))
    return firsts

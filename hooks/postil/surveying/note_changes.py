"""Which notes a change adds, alters or takes away, and which stand on other words than before."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from postil.linking.anchors import STANDING, Searched, State, anchor, quotation
from postil.linking.quoting import ELLIPSIS, nearest_parts
from postil.model.archive import Archive, NoteRecord, Target, TargetKind
from postil.model.records import Article
from postil.surveying.record_changes import former_ids, records_of
from postil.surveying.versions import Change, changes, shortened
from postil.text.document import read_document
from postil.text.folding import folded

What = Literal[
    "added", "changed", "moved", "retracted", "superseded", "removed", "faulty", "touched"
]


@dataclass(frozen=True)
class Standing:
    """The state of a note and the words that it stands on; of a `changed` one the nearest."""

    state: State
    words: str


@dataclass(frozen=True)
class NoteChange:
    """A note that is not what it was, or does not stand on what it stood on.

    `path` is that of its file now, or before if it is gone; `title` that of its text. A note is
    `touched` that is the same and whose words or sentences are not: `again` says what changed there
    and why it should be read again. `former` is the path before, of a note that was moved.
    """

    what: What
    key: str
    path: str
    title: str
    kind: str
    before: Standing | None
    after: Standing | None
    changes: tuple[Change, ...] = ()
    again: str | None = None
    former: str | None = None


def note_changes(
    before: Archive, after: Archive, again: Mapping[str, str], faulty: Container[str]
) -> tuple[NoteChange, ...]:
    """What became of each note, in the order of its key.

    `again` says of the notes to be read again, by their paths now, why; `faulty` is as in
    `record_changes`.
    """
    states = _States(_Side.of(before), _Side.of(after), again, faulty)
    found = (_change(states, pair) for pair in _pairs(before, after))
    return tuple(sorted(filter(None, found), key=lambda change: (change.key, change.what)))


@dataclass(frozen=True)
class _Side:
    """The archive before or after, and how many notes each of its texts has."""

    archive: Archive
    crowds: Mapping[Target, int]

    @classmethod
    def of(cls, archive: Archive) -> "_Side":
        return cls(archive, Counter(note.target for note in archive.notes.values()))

    def searched(self, target: Target) -> Searched:
        """A text of the archive, made ready for all its notes."""
        return _searched(self.archive.target(target).body, self.crowds[target])


@dataclass(frozen=True)
class _States:
    """The archive before and after, and what is known of its notes."""

    before: _Side
    after: _Side
    again: Mapping[str, str]
    faulty: Container[str]

    def is_same_text(self, target: Target) -> bool:
        """Whether a text, of an archive that has it now, is what it was."""
        was = records_of(self.before.archive, target.kind).get(target.id)
        return was is self.after.archive.target(target)


@dataclass(frozen=True)
class _Pair:
    """A note before and after; `is_moved` if it was on another text before."""

    before: NoteRecord | None
    after: NoteRecord | None
    is_moved: bool = False

    @property
    def note(self) -> NoteRecord:
        """The one that is there."""
        note = self.after or self.before
        assert note is not None  # noqa: S101 -- a pair has one of the two
        return note


def _pairs(before: Archive, after: Archive) -> Iterator[_Pair]:
    """Each note before and after: on the text that it was on, whatever that is called, or moved."""
    heirs = _heirs(before, after)
    new = dict(after.notes)
    gone = []
    for note in before.notes.values():
        target = heirs.get(note.target, note.target)
        found = new.pop(f"{target.kind}/{target.id}#{note.id}", None)
        if found:
            yield _Pair(note, found)
        else:
            gone.append(note)
    elsewhere = {_itself(note): key for key, note in new.items()}
    for note in gone:
        key = elsewhere.pop(_itself(note), None)
        yield _Pair(note, new.pop(key), is_moved=True) if key else _Pair(note, None)
    yield from (_Pair(None, note) for note in new.values())


def _heirs(before: Archive, after: Archive) -> dict[Target, Target]:
    """What the renamed texts are called now, by what they were called."""
    kinds: tuple[TargetKind, ...] = ("articles", "actors", "topics")
    return {
        Target(kind, was): Target(kind, id_)
        for kind in kinds
        for id_, was in former_ids(records_of(before, kind), records_of(after, kind)).items()
    }


def _itself(note: NoteRecord) -> tuple[str, str, str]:
    """What of a note stays the same when its file is moved."""
    return (note.id, note.body, note.data.date.text)


def _change(states: _States, pair: _Pair) -> NoteChange | None:
    """What became of a note; `None` where nothing did."""
    old, new, note = pair.before, pair.after, pair.note
    if old is new and states.is_same_text(note.target):
        return None
    was = _standing(states.before, old) if old else None
    is_ = _standing(states.after, new) if new else None
    found = changes(old, new) if old and new else ()
    again = states.again.get(note.path)
    if old is None:
        what: What = "added"
    elif new is None:
        what = "faulty" if note.path in states.faulty else "removed"
    elif not old.data.is_current <= new.data.is_current:
        what = "retracted" if new.data.status == "retracted" else "superseded"
    elif pair.is_moved:
        what = "moved"
    elif found:
        what = "changed"
    elif again or _differs(was, is_):
        what = "touched"
    else:
        return None
    title = _title((states.after if new else states.before).archive, note.target)
    former = old.path if old and pair.is_moved else None
    return NoteChange(
        what, note.key, note.path, title, note.data.kind, was, is_, found, again, former
    )


def _standing(side: _Side, note: NoteRecord) -> Standing:
    text = side.searched(note.target)
    found = anchor(note.data, text)
    quote = quotation(note.data)
    spans = [span for span in (found.span or found.nearest,) if span]
    if found.state == "changed" and quote:
        spans = list(nearest_parts(quote, text)) or spans
    words = ELLIPSIS.join(text.plain[span.start : span.end] for span in spans)
    return Standing(found.state, shortened(words))


@lru_cache(maxsize=8)
def _searched(body: str, quotes: int) -> Searched:
    return Searched(read_document(body).plain, quotes)


def _differs(before: Standing | None, after: Standing | None) -> bool:
    """Whether a note that is there before and after stands otherwise, typography aside."""
    if before is None or after is None:
        return False
    stood, stands = before.state in STANDING, after.state in STANDING
    return stood != stands or folded(before.words) != folded(after.words)


def _title(archive: Archive, target: Target) -> str:
    data = archive.target(target).data
    return data.title if isinstance(data, Article) else data.name

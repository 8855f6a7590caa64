"""What goes into which piece of the search index.

A piece is a run of entries, newest first, whose documents have at most `LARGEST` bytes: that bounds
the memory of the run of Pagefind that makes it. Where one ends follows from the entries around its
end alone, so that an entry more or less changes the piece it lies in and leaves the others as they
were. The newest entries, which do not fill a piece yet, lie in smaller ones.
"""

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256

from postil.pages.slips import EntrySlip
from postil.spool import length_of, mark_of

LARGEST = 6_000_000
"""Bytes of a piece's documents. Pagefind 1.5 takes 41 times as much memory."""

_PARTS = 3
"""Pieces, about, that the newest entries lie in until they fill one: what changes most is then made
again in a third of the time. A reader's first search loads a file more for each."""

NAME = re.compile(r"[0-9a-f]{8}")
"""What a piece is called."""

Piece = Sequence[EntrySlip]


def in_pieces(entries: Piece, largest: int = LARGEST) -> list[Piece]:
    """The entries, newest first, cut into pieces; the newest piece comes first."""
    newest, *others = _cut(entries, largest) or [()]
    return [*_cut(newest, largest // _PARTS), *others]


def _cut(entries: Piece, largest: int) -> list[Piece]:
    pieces: list[Piece] = []
    end = len(entries)
    while end:
        start = _start_of_oldest(entries, end, largest)
        pieces.append(entries[start:end])
        end = start
    return pieces[::-1]


def name_of(piece: Piece) -> str:
    """A name that a piece keeps while its oldest entry stays the same."""
    return _digest(piece[-1])[:8]


def key_of(piece: Piece, *circumstances: str) -> str:
    """What tells two pieces apart whose indexes differ."""
    told = sha256()
    for part in (*(text.encode() for text in circumstances), *_parts(piece)):
        told.update(len(part).to_bytes(8, "big"))
        told.update(part)
    return told.hexdigest()


def _parts(piece: Piece) -> Iterator[bytes]:
    for entry in piece:
        day, _ = entry.when
        yield entry.path.encode()
        yield day.isoformat().encode()
        yield mark_of(entry.document)


def _start_of_oldest(entries: Piece, end: int, largest: int) -> int:
    """Where the piece starts that ends at `end`.

    Of the entries that make it between four fifths of the largest size and all of it, that is the
    one with the least digest: one more or one less hardly changes which entries these are.
    """
    size = 0
    possible = []
    for start in range(end - 1, -1, -1):
        size += length_of(entries[start].document)
        if size > largest:
            break
        if size >= largest * 4 // 5:
            possible.append(start)
    else:
        return 0
    if possible:
        return min(possible, key=lambda start: _digest(entries[start]))
    return min(start + 1, end - 1)


def _digest(entry: EntrySlip) -> str:
    return sha256(entry.path.encode()).hexdigest()

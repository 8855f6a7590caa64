"""What goes into which piece of the search index.

A piece is a run of documents, newest first, of at most `LARGEST` bytes: that bounds the memory of
the run of Pagefind that makes it. Where one ends follows from the documents around its end alone,
so that a document more or less changes the piece it lies in and leaves the others as they were.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import chain

LARGEST = 9_000_000
"""Bytes of a piece's documents. Pagefind 1.5 takes 41 times as much memory."""


@dataclass(frozen=True)
class Document:
    """A thing that the search finds, as Pagefind reads it.

    `path` is its address without the slashes around it.
    """

    path: str
    html: bytes
    day: date = date.min


Piece = Sequence[Document]


def in_pieces(documents: Piece, largest: int = LARGEST) -> list[Piece]:
    """The documents, newest first, cut into pieces; the newest piece comes first."""
    pieces: list[Piece] = []
    end = len(documents)
    while end:
        start = _start_of_oldest(documents, end, largest)
        pieces.append(documents[start:end])
        end = start
    return pieces[::-1]


def name_of(piece: Piece) -> str:
    """A name that a piece keeps while its oldest document stays the same."""
    return _digest(piece[-1])[:8]


def key_of(piece: Piece, *circumstances: str) -> str:
    """What tells two pieces apart whose indexes differ."""
    told = sha256()
    of_documents = (
        part
        for document in piece
        for part in (document.path.encode(), document.day.isoformat().encode(), document.html)
    )
    for part in chain((text.encode() for text in circumstances), of_documents):
        told.update(len(part).to_bytes(8, "big"))
        told.update(part)
    return told.hexdigest()


def _start_of_oldest(documents: Piece, end: int, largest: int) -> int:
    """Where the piece starts that ends at `end`.

    Of the documents that make it between four fifths of the largest size and all of it, that is the
    one with the least digest: one more or one less hardly changes which documents these are.
    """
    size = 0
    possible = []
    for start in range(end - 1, -1, -1):
        size += len(documents[start].html)
        if size > largest:
            break
        if size >= largest * 4 // 5:
            possible.append(start)
    else:
        return 0
    if possible:
        return min(possible, key=lambda start: _digest(documents[start]))
    return min(start + 1, end - 1)


def _digest(document: Document) -> str:
    return sha256(document.path.encode()).hexdigest()

"""The search index put into a site. What the spare has of it stays where it lies (`spare.py`).

A piece of the index has thousands of small files: to write them all again takes longer than to
index what a note has changed.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from postil.digests import digest_of
from postil.engines.cache import Cache, recall_as, remember_as
from postil.engines.files import write_all
from postil.engines.pagefind import Indexing, finished_index
from postil.engines.pagefind_pieces import NAME
from postil.engines.swap import remove

_SEALS = "sealed"

_Seals = Mapping[bytes, str]
"""From what tells that a folder is as it was written to the key of the piece that lies in it."""


def put_index(indexing: Indexing | None, pages: Path, kept: Cache) -> None:
    """Writes an index below `pages`; without one, takes away what the spare has of an earlier one.

    Aborts if it cannot be made, and raises `OSError`.
    """
    folder = pages / "pagefind"
    now, last = _recalled(kept)
    wanted = {piece.name: piece.key for piece in indexing.pieces[1:]} if indexing else {}
    there = dict(_in_place(folder, wanted, {**last, **now}))
    for path in folder.iterdir() if folder.is_dir() else ():
        if NAME.fullmatch(path.name) and path.name not in there:
            remove(path)
    if indexing is None:
        with suppress(OSError):  # there is none, or something else lies in it
            folder.rmdir()
        return
    write_all(pages, finished_index(indexing, there))
    seals = {there.get(name) or _seal(folder / name): key for name, key in wanted.items()}
    remember_as(kept, _SEALS, (seals, now))


def _recalled(kept: Cache) -> tuple[_Seals, _Seals]:
    """The seals of the last site, and of the one before, which is the spare."""
    return recall_as(kept, _SEALS) or ({}, {})


def _in_place(
    folder: Path, wanted: Mapping[str, str], seals: _Seals
) -> Iterator[tuple[str, bytes]]:
    """The wanted pieces that lie in a folder as they were written, with their seals."""
    for name, key in wanted.items():
        with suppress(FileNotFoundError):
            seal = _seal(folder / name)
            if seals.get(seal) == key:
                yield name, seal


def _seal(folder: Path) -> bytes:
    """What tells whether every file in a folder is the one that was written. Raises `OSError`."""
    return digest_of(sorted(_files(str(folder), "")))


def _files(folder: str, below: str) -> Iterator[bytes]:
    with os.scandir(f"{folder}/{below}") as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(folder, f"{below}{entry.name}/")
            else:
                it = entry.stat(follow_symlinks=False)
                told = (below, entry.name, it.st_ino, it.st_size, it.st_mtime_ns)
                yield repr(told).encode()

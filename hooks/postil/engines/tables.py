"""A long table on the disk, in chunks of which only those that changed are written anew.

The file of a chunk is named by the digest of what it holds. So one that was cut off or altered is
known by that, and what is written for one build leaves the table of another as it was.
"""

import pickle
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

from postil.digests import digest

Key = TypeVar("Key", bound=str | tuple[str, ...])
Row = TypeVar("Row")

_CHUNKS = 64
"""Of 10,000 texts a change rewrites those that lie beside it, and not many files are opened."""

_ABSENT: Any = object()

Names = tuple[str, ...]
"""The files that a table lies in; nothing in the place of a chunk without rows."""


def read_table(folder: Path, names: Names) -> dict[Any, Any] | None:
    """The rows of a table; `None` where not all of them are there as they were written."""
    rows: dict[Any, Any] = {}
    for name in filter(None, names):
        try:
            content = (folder / name).read_bytes()
        except OSError:
            return None
        if _name(content) != name:
            return None
        rows |= pickle.loads(content)  # noqa: S301 -- a build of this account wrote it
    return rows


def write_table(
    folder: Path, rows: Mapping[Key, Row], before: Mapping[Key, Row], names: Names
) -> Names:
    """Writes a table, and gives the names of its files.

    `names` are those of a table with the rows `before`: what is the same stays where it is. Raises
    `OSError` where nothing can be written.
    """
    is_there = bool(before and names)
    stale = set(_changed(rows, before)) if is_there else range(_CHUNKS)
    chunks: dict[int, dict[Key, Row]] = {number: {} for number in stale}
    for key, row in rows.items() if chunks else ():
        if (number := _chunk_of(key)) in chunks:
            chunks[number][key] = row
    return tuple(
        _write(folder, chunks[number]) if number in chunks else names[number]
        for number in range(_CHUNKS)
    )


def forget_others(folder: Path, names: Collection[str]) -> None:
    """Takes away every file that does not have one of these names. Raises `OSError`."""
    for file in folder.iterdir() if folder.is_dir() else ():
        if file.name not in names:
            with suppress(OSError):
                file.unlink()


def _changed(rows: Mapping[Key, Row], before: Mapping[Key, Row]) -> Iterator[int]:
    """The chunks of rows that came, changed or went."""
    for key, row in rows.items():
        there = before.get(key, _ABSENT)
        if there is not row and there != row:  # most are the very same: to compare takes longer
            yield _chunk_of(key)
    yield from map(_chunk_of, before.keys() - rows.keys())


def _chunk_of(key: str | tuple[str, ...]) -> int:
    name = key if isinstance(key, str) else key[-1]
    return crc32(name.encode()) % _CHUNKS


def _write(folder: Path, chunk: dict[Key, Row]) -> str:
    if not chunk:
        return ""
    content = pickle.dumps(chunk, protocol=pickle.HIGHEST_PROTOCOL)
    name = _name(content)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    return name


def _name(content: bytes) -> str:
    return digest(content).hex()

"""Which records a text's leaf was made with, so that it can be kept while these are the same.

A leaf is made with tables that write down each row that is asked for. A leaf that was kept holds as
long as all of those rows are what they were. So nobody has to list what a page depends on, and
nothing can be forgotten in such a list.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, islice
from typing import Any, NamedTuple, TypeVar

from postil.digests import digest, digest_of
from postil.model.archive import Record
from postil.pages.site import Site

Row = TypeVar("Row")

Asked = tuple[str, str]
"""A row that was asked for, whether it is there or not: the name of its table, and its key."""

Digest = Callable[[str], bytes]
"""From the key of a row to what tells whether the row is the same; nothing where there is none."""

_SHORT = 16
"""Bytes of what is kept as it is: a digest would not be shorter, and no text is one by chance."""


class _Table(Mapping[str, Row]):
    """A table that writes down which of its rows are asked for."""

    def __init__(self, name: str, rows: Mapping[str, Row], asked: set[Asked]) -> None:
        self._name = name
        self._rows = rows
        self._asked = asked

    def __getitem__(self, key: str) -> Row:
        self._asked.add((self._name, key))
        return self._rows[key]

    def __iter__(self) -> Iterator[str]:
        raise TypeError(f"{self._name}: rows are looked up here, each by its key")

    def __len__(self) -> int:
        return len(self._rows)


class _Paths(Container[str]):
    """Paths that write down which of them are asked for."""

    def __init__(self, paths: Container[str], asked: set[Asked]) -> None:
        self._paths = paths
        self._asked = asked

    def __contains__(self, path: object) -> bool:
        self._asked.add(("paths", str(path)))
        return path in self._paths


def traced(site: Site) -> tuple[Site, set[Asked]]:
    """The same site, and the rows that were asked for in it since."""
    asked: set[Asked] = set()

    def table(name: str, rows: Mapping[str, Row]) -> Mapping[str, Row]:
        return _Table(name, rows, asked)

    archive, relations = site.archive, site.relations
    return replace(
        site,
        archive=replace(
            archive,
            articles=table("articles", archive.articles),
            actors=table("actors", archive.actors),
            topics=table("topics", archive.topics),
            analysts=table("analysts", archive.analysts),
            notes=table("notes", archive.notes),
        ),
        relations=replace(
            relations,
            related=table("related", relations.related),
            between=table("between", relations.between),
            citing=table("citing", relations.citing),
        ),
        addresses=table("addresses", site.addresses),
        histories=table("histories", site.histories),
        paths=_Paths(site.paths, asked),
    ), asked


class FileDigest(NamedTuple):
    """What tells whether a file is the same: its path with all of it, or with its front matter."""

    whole: bytes
    front: bytes


class Digests:
    """What tells whether the rows of a site are the same as those of an earlier one.

    `files` are the digests of record files by path. Of another record only the front matter counts:
    no page shows another record's text.
    """

    def __init__(self, site: Site, files: Mapping[str, FileDigest], read: Container[int]) -> None:
        self._files = files
        self._read = read
        self._known: dict[Asked, bytes] = {}
        archive, relations = site.archive, site.relations
        self._tables: dict[str, Digest] = {
            "articles": self._front_of(archive.articles),
            "actors": self._front_of(archive.actors),
            "topics": self._front_of(archive.topics),
            "analysts": self._front_of(archive.analysts),
            "notes": self._front_of(archive.notes),
            "related": lambda key: repr(relations.related.get(key)).encode(),
            "between": lambda key: " ".join(
                map(str, chain.from_iterable(relations.between.get(key, ())))
            ).encode(),
            "citing": lambda key: b"".join(map(self.of_record, relations.citing.get(key, ()))),
            "addresses": lambda key: site.addresses.get(key, "").encode(),
            "histories": lambda key: repr(site.histories.get(key)).encode(),
            "paths": lambda key: b"there" if key in site.paths else b"",
        }

    def of_row(self, row: Asked) -> bytes:
        """What tells whether a row is the same."""
        known = self._known.get(row)
        if known is None:
            name, key = row
            value = self._tables[name](key)
            known = self._known[row] = value if len(value) <= _SHORT else digest(value)
        return known

    def of_front(self, record: Record[Any]) -> bytes:
        """What tells whether what others show of a record is the same: address and front matter."""
        return self._files[record.path].front + self._changed(record)

    def of_record(self, record: Record[Any]) -> bytes:
        """What tells whether a record is the same: where it lies, and its text included."""
        return digest_of(self.parts_of(record))

    def parts_of(self, record: Record[Any]) -> tuple[bytes, bytes]:
        """What that is made of."""
        return self._files[record.path].whole, self._changed(record)

    def of_fronts(self, records: Iterable[Record[Any]]) -> bytes:
        """What tells whether what others show of these records is the same."""
        return digest_of(map(self.of_front, records))

    def _front_of(self, records: Mapping[str, Record[Any]]) -> Digest:
        def front(key: str) -> bytes:
            record = records.get(key)
            if record is None:
                return b""
            return self.of_front(record)

        return front

    def _changed(self, record: Record[Any]) -> bytes:
        """What is published of a record's data, if that is not what its file says."""
        return b"" if id(record) in self._read else repr(record.data).encode()


_FENCE = re.compile(rb"^---[ \t]*\r?$", re.MULTILINE)
"""What ends front matter. Where it is told for the text of a file, more counts as front matter."""


def file_digest(path: str, data: bytes) -> FileDigest:
    """What tells whether a record's file is the same, and lies where it did."""
    fences = list(islice(_FENCE.finditer(data), 2))
    front = data[: fences[-1].end()] if len(fences) > 1 else data
    return FileDigest(*(digest_of([path.encode(), content]) for content in (data, front)))

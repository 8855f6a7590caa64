"""The ids that records had before: where their files lay, and which id two records claim."""

from collections.abc import Iterator, Mapping
from typing import Any

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic
from postil.model.archive import Record
from postil.reading.discover import DEVICES, RESERVED, is_period


def former_id(entry: str) -> str:
    """The id in an entry of `redirects`, without the folder that may stand before it."""
    return entry.rpartition("/")[2]


def former_path(record: Record[Any], entry: str) -> str:
    """Where the record's file lay when it had that id: in its folder, if the entry names none."""
    folder = "articles" if "/" in entry else record.path.rpartition("/")[0]
    return f"{folder}/{entry}.md"


def redirect_entry(old_path: str, path: str) -> str:
    """What the record at `path` writes under `redirects` if its file lay at `old_path` before."""
    folder, _, id_ = old_path.removesuffix(".md").rpartition("/")
    is_elsewhere = folder.startswith("articles/") and folder != path.rpartition("/")[0]
    return f"{folder.removeprefix('articles/')}/{id_}" if is_elsewhere else id_


def taken_redirects(kind: str, records: Mapping[str, Record[Any]]) -> Iterator[Diagnostic]:
    """Old ids that a living record, or another record's past, already uses."""
    owners = {id_: record.path for id_, record in records.items()}
    for record in records.values():
        for index, entry in enumerate(record.data.redirects):
            id_ = former_id(entry)
            owner = owners.setdefault(id_, record.path)
            if kind == "article" and is_period(id_):
                owner = "the index of articles"
            elif id_ in RESERVED or id_ in DEVICES:
                owner = "no record: no file may be called that"
            if owner != record.path or former_path(record, entry) == record.path:
                yield Diagnostic(
                    record.positions.of("redirects", index),
                    Code.REDIRECT_TAKEN,
                    f"The old id “{entry}” belongs to {owner}",
                    f"Take it out here: an address can lead to one {kind} only.",
                )

"""Which articles, actors, topics and analysts a change adds, alters, renames or takes away."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from postil.model.archive import Archive, Record
from postil.reading.redirects import former_id
from postil.surveying.versions import Change, changes

Kind = Literal["articles", "actors", "topics", "analysts"]

What = Literal["added", "changed", "renamed", "withdrawn", "removed", "faulty"]

KINDS: tuple[Kind, ...] = ("articles", "actors", "topics", "analysts")


@dataclass(frozen=True)
class RecordChange:
    """A record that is not what it was: its title and path now, or before if it is gone.

    `former` is the path before, of what is renamed or lies in another folder. A record is `faulty`
    whose file is there and which a fault keeps out of the archive.
    """

    what: What
    kind: Kind
    id: str
    title: str
    path: str
    former: str | None = None
    changes: tuple[Change, ...] = ()


def record_changes(
    before: Archive, after: Archive, faulty: Container[str]
) -> Iterator[RecordChange]:
    """What became of each record, kind by kind, in the order of ids.

    `faulty` are the paths of files that are there now and give no record of the archive.
    """
    for kind in KINDS:
        old, new = records_of(before, kind), records_of(after, kind)
        was_called = former_ids(old, new)
        for id_ in sorted(new):
            was = old.get(id_) or old.get(was_called.get(id_, ""))
            if was is None:
                yield _change("added", kind, new[id_])
            elif was is not new[id_] and (altered := _altered(kind, was, new[id_])):
                yield altered
        gone = old.keys() - new.keys() - set(was_called.values())
        for id_ in sorted(gone):
            yield _change("faulty" if old[id_].path in faulty else "removed", kind, old[id_])


def records_of(archive: Archive, kind: Kind) -> Mapping[str, Record[Any]]:
    """The records of a kind, by id."""
    records: Mapping[str, Record[Any]] = getattr(archive, kind)
    return records


def former_ids(
    before: Mapping[str, Record[Any]], after: Mapping[str, Record[Any]]
) -> dict[str, str]:
    """The id before of each record that had another one then, by its id now."""
    return {
        id_: old
        for id_, record in after.items()
        if id_ not in before
        for old in map(former_id, record.data.redirects)
        if old in before and old not in after
    }


def _altered(kind: Kind, before: Record[Any], after: Record[Any]) -> RecordChange | None:
    """What became of a record that is there before and after; `None` where nothing did."""
    found = changes(before, after)
    status = getattr(after.data, "status", "")
    if status == "withdrawn" != getattr(before.data, "status", ""):
        return _change("withdrawn", kind, after, found=found)
    if before.path != after.path:
        return _change("renamed", kind, after, former=before.path, found=found)
    return _change("changed", kind, after, found=found) if found else None


def _change(
    what: What,
    kind: Kind,
    record: Record[Any],
    former: str | None = None,
    found: tuple[Change, ...] = (),
) -> RecordChange:
    title = str(getattr(record.data, "title", None) or record.data.name)
    return RecordChange(what, kind, record.id, title, record.path, former, found)

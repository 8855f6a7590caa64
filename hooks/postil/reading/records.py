"""All the records under a root, each read from its file, with all that is wrong with them."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic
from postil.model.archive import NoteRecord, Positions, Record
from postil.reading.decode import read_text
from postil.reading.discover import RecordFile, discover
from postil.reading.front_matter import split
from postil.reading.validate import extensions, validate

AnyRecord = Record[Any]


@dataclass(frozen=True)
class Reading:
    """What the files say: each record with its file, the files that gave none, and their faults."""

    records: tuple[tuple[RecordFile, AnyRecord], ...]
    unread: tuple[RecordFile, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def paths(self) -> frozenset[str]:
        """The paths of all record files, read or not."""
        return frozenset(file.path for file, _ in self.records) | {
            file.path for file in self.unread
        }


def read_records(root: Path) -> Reading:
    """Reads every record file under `root`. A file with a fault gives no record."""
    found = discover(root)
    records = []
    unread = []
    diagnostics = list(found.diagnostics)
    for file in found.files:
        text = read_text(root, file.path)
        record, faults = (None, (text,)) if isinstance(text, Diagnostic) else parse(text, file)
        diagnostics += faults
        if record is None:
            unread.append(file)
        else:
            records.append((file, record))
    return Reading(tuple(records), tuple(unread), tuple(diagnostics))


def parse(text: str, file: RecordFile) -> tuple[AnyRecord | None, Iterable[Diagnostic]]:
    """The record in a file's text, or `None` and what is wrong."""
    parts = split(text, file.path)
    if isinstance(parts, Diagnostic):
        return None, (parts,)
    data, faults = validate(parts.front, file.kind)
    if data is None:
        return None, faults
    positions = Positions(file.path, parts.front.values, parts.body_line)
    record: dict[str, Any] = {
        "id": file.id,
        "path": file.path,
        "data": data,
        "body": parts.body,
        "positions": positions,
        "extensions": extensions(parts.front),
    }
    if file.target is None:
        return Record(**record), ()
    if not parts.body.strip():
        fault = Diagnostic(
            positions.of(),
            Code.EMPTY_NOTE,
            "The note says nothing",
            "Write it below the second line ---.",
        )
        return None, (fault,)
    return NoteRecord(**record, target=file.target), ()


def keep_last_good(now: Reading, before: Reading | None, broken: Container[str]) -> Reading:
    """What the files say, with the last good version of what is broken in its place, if any."""
    good = [(file, record) for file, record in now.records if file.path not in broken]
    kept = [
        (file, record) for file, record in (before.records if before else ()) if file.path in broken
    ]
    return Reading(tuple(sorted(good + kept, key=lambda item: item[0])), (), ())

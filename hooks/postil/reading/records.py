"""All the records under a root, each read from its file, with all that is wrong with them."""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place
from postil.model.archive import NoteRecord, Positions, Record
from postil.model.values import UNUSUAL, WIDTHLESS, WIDTHLESS_LETTERS
from postil.reading.decode import decode, read_text
from postil.reading.discover import Discovery, RecordFile, discover
from postil.reading.front_matter import split
from postil.reading.validate import extensions, validate
from postil.text.effort import tangle
from postil.text.source import line_and_column

AnyRecord = Record[Any]

Read = tuple[AnyRecord | None, tuple[Diagnostic, ...]]
"""The record of a file, or `None`; and what is wrong, or looks wrong."""


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
    return read_files(discover(root), lambda path: read_text(root, path))


def read_files(found: Discovery, text_of: Callable[[str], str | Diagnostic]) -> Reading:
    """The same for files found elsewhere; `text_of` gives a path's text, or what prevents it."""
    records = []
    unread = []
    diagnostics = list(found.diagnostics)
    for file in found.files:
        record, faults = _read(text_of(file.path), file)
        diagnostics += faults
        if record is None:
            unread.append(file)
        else:
            records.append((file, record))
    return Reading(tuple(records), tuple(unread), tuple(diagnostics))


def read_file(data: bytes, file: RecordFile) -> Read:
    """What the bytes of one file give, which depends on nothing else."""
    return _read(decode(data, file.path), file)


def _read(text: str | Diagnostic, file: RecordFile) -> Read:
    return (None, (text,)) if isinstance(text, Diagnostic) else parse(text, file)


def parse(text: str, file: RecordFile) -> Read:
    """What the text of one file gives."""
    parts = split(text, file.path)
    if isinstance(parts, Diagnostic):
        return None, (parts,)
    data, faults = validate(parts.front, file.kind)
    if data is None:
        return None, faults
    positions = Positions(file.path, parts.front.marks, parts.body_line)
    record: dict[str, Any] = {
        "id": file.id,
        "path": file.path,
        "data": data,
        "utf8": parts.body.encode(),
        "positions": positions,
        "extensions": extensions(parts.front),
    }
    if (line := tangle(parts.body)) is not None:
        return None, (_tangled(positions, line),)
    warnings = (*faults, *_widthless(text, file.path))
    if file.target is None:
        return Record(**record), warnings
    if not parts.body.strip():
        fault = Diagnostic(
            positions.of(),
            Code.EMPTY_NOTE,
            "The note says nothing",
            "Write it below the second line ---.",
        )
        return None, (fault,)
    return NoteRecord(**record, target=file.target), warnings


def _widthless(text: str, path: str) -> Iterator[Diagnostic]:
    """The first character without width. One is told: where there is one, there are many."""
    if not UNUSUAL.search(text) or WIDTHLESS_LETTERS.isdisjoint(text):
        return
    if found := WIDTHLESS.search(text):
        yield Diagnostic(
            Place(path, *line_and_column(text, found.start(), 1)),
            Code.WIDTHLESS_CHARACTER,
            f"A character that takes no room stands here: U+{ord(found[0]):04X}",
            "Delete it, and others like it: nobody sees it, and a search may stumble over it.",
        )


def _tangled(positions: Positions, line: int) -> Diagnostic:
    return Diagnostic(
        Place(positions.path, positions.body_line + line),
        Code.TANGLED_TEXT,
        "From here on the text has more Markdown than can be read",
        "Part it into paragraphs with blank lines, and take out signs such as [ that are not "
        "needed.",
    )


def keep_last_good(now: Reading, before: Reading | None, broken: Container[str]) -> Reading:
    """What the files say, with the last good version of what is broken in its place, if any."""
    good = [(file, record) for file, record in now.records if file.path not in broken]
    kept = [
        (file, record) for file, record in (before.records if before else ()) if file.path in broken
    ]
    return Reading(tuple(sorted(good + kept, key=lambda item: item[0])), (), ())

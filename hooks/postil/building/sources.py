"""The records as they were read, and what tells whether their files are the same."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from postil.building.tracing import FileDigest, file_digest
from postil.diagnostics.diagnostic import Diagnostic
from postil.reading.discover import Discovery, RecordFile
from postil.reading.records import AnyRecord, Read, Reading, keep_last_good, read_file


class Known(NamedTuple):
    """What a file gave when it was read."""

    digest: FileDigest
    read: Read


@dataclass(frozen=True)
class Sources:
    """A reading, and what each file that it was made of gave, by path."""

    reading: Reading
    known: Mapping[str, Known]


NO_SOURCES = Sources(Reading((), (), ()), {})


def read_sources(
    found: Discovery,
    bytes_of: Callable[[str], bytes | Diagnostic],
    before: Mapping[str, Known],
) -> Sources:
    """Reads files; `bytes_of` gives what is in one, or what prevents it.

    What was known `before` of a file that is the same is not looked for again.
    """
    known: dict[str, Known] = {}
    records, unread = [], []
    diagnostics = list(found.diagnostics)
    for file in found.files:
        data = bytes_of(file.path)
        record: AnyRecord | None = None
        faults: tuple[Diagnostic, ...] = ()
        if isinstance(data, Diagnostic):
            faults = (data,)
        else:
            known[file.path] = _known(data, file, before.get(file.path))
            record, faults = known[file.path].read
        diagnostics += faults
        if record is None:
            unread.append(file)
        else:
            records.append((file, record))
    return Sources(Reading(tuple(records), tuple(unread), tuple(diagnostics)), known)


def _known(data: bytes, file: RecordFile, before: Known | None) -> Known:
    digest = file_digest(data)
    if before and before.digest == digest:
        return before
    return Known(digest, read_file(data, file))


def with_last_good(now: Sources, before: Sources, broken: Container[str]) -> Sources:
    """The sources with the last good version of what is broken in its place, if any."""
    kept = {path: known for path, known in before.known.items() if path in broken}
    return Sources(keep_last_good(now.reading, before.reading, broken), {**now.known, **kept})

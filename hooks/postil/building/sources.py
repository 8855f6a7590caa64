"""The records as they were read, and what tells whether their files are the same."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from postil.building.tracing import FileDigest, file_digest
from postil.diagnostics.diagnostic import Diagnostic
from postil.reading.discover import Discovery, RecordFile
from postil.reading.records import AnyRecord, Read, Reading, keep_last_good, read_file


class Version(NamedTuple):
    """What the system says of a file, and says otherwise as soon as something is written to it.

    The moments, in nanoseconds, are those at which what is in it and what is said of it changed.
    """

    number: int
    size: int
    written: int
    changed: int


class Known(NamedTuple):
    """What a file gave when it was read. Its `version` tells whether it is still that file.

    There is none where the file was so new that it can have been written to without another one.
    """

    digest: FileDigest
    read: Read
    version: Version | None


@dataclass(frozen=True)
class Sources:
    """A reading, and what each file that it was made of gave, by path."""

    reading: Reading
    known: Mapping[str, Known]


NO_SOURCES = Sources(Reading((), (), ()), {})


def read_sources(
    found: Discovery,
    look: Callable[[RecordFile], Known | Diagnostic],
) -> Sources:
    """Reads files; `look` gives what is known of one, or what prevents it."""
    known: dict[str, Known] = {}
    records, unread = [], []
    diagnostics = list(found.diagnostics)
    for file in found.files:
        seen = look(file)
        record: AnyRecord | None = None
        faults: tuple[Diagnostic, ...] = ()
        if isinstance(seen, Diagnostic):
            faults = (seen,)
        else:
            known[file.path] = seen
            record, faults = seen.read
        diagnostics += faults
        if record is None:
            unread.append(file)
        else:
            records.append((file, record))
    return Sources(Reading(tuple(records), tuple(unread), tuple(diagnostics)), known)


def known_of(file: RecordFile, data: bytes, version: Version | None, before: Known | None) -> Known:
    """What the bytes of a file give. Where they are as `before`, they are not read again."""
    digest = file_digest(file.path, data)
    is_same = before is not None and before.digest == digest
    read = before.read if before and is_same else read_file(data, file)
    return Known(digest, read, version)


def with_last_good(now: Sources, before: Sources, broken: Container[str]) -> Sources:
    """The sources with the last good version of what is broken in its place, if any."""
    kept = {path: known for path, known in before.known.items() if path in broken}
    return Sources(keep_last_good(now.reading, before.reading, broken), {**now.known, **kept})

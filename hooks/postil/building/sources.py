"""The records as they were read, and what tells whether their files are the same."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass

from postil.building.tracing import FileDigest, file_digest
from postil.diagnostics.diagnostic import Diagnostic
from postil.reading.discover import Discovery
from postil.reading.records import Reading, keep_last_good, read_files


@dataclass(frozen=True)
class Sources:
    """A reading with the digest of each file that it was made of, by path."""

    reading: Reading
    files: Mapping[str, FileDigest]


NO_SOURCES = Sources(Reading((), (), ()), {})


def read_sources(found: Discovery, text_of: Callable[[str], str | Diagnostic]) -> Sources:
    """Reads files; `text_of` gives a path's text, or what prevents it."""
    files: dict[str, FileDigest] = {}

    def text_with_digest(path: str) -> str | Diagnostic:
        text = text_of(path)
        if isinstance(text, str):
            files[path] = file_digest(text)
        return text

    return Sources(read_files(found, text_with_digest), files)


def with_last_good(now: Sources, before: Sources, broken: Container[str]) -> Sources:
    """The sources with the last good version of what is broken in its place, if any."""
    kept = {path: digest for path, digest in before.files.items() if path in broken}
    return Sources(keep_last_good(now.reading, before.reading, broken), {**now.files, **kept})

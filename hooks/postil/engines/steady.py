"""Records read from files that somebody may be writing at this moment."""

import time
from collections.abc import Mapping
from pathlib import Path

from mkdocs.exceptions import Abort

from postil.building.sources import Known, Sources, known_of, read_sources
from postil.diagnostics.diagnostic import Diagnostic
from postil.engines import cache
from postil.engines.cache import Cache
from postil.engines.files import version_of
from postil.parallel import spread
from postil.reading.decode import read_bytes
from postil.reading.discover import RecordFile, discover

_SETTLED = 3_000_000_000
"""Nanoseconds after which a file that is written to gets another time, on every file system."""


def read_archive(root: Path, kept: Cache) -> Sources:
    """The archive's records, as far as they are the same as those that were read last."""
    before = cache.recall_records(kept)
    sources = read_steady_records(root, before)
    if sources.known != before:
        cache.remember_records(kept, sources.known, before)
    return sources


def read_steady_records(root: Path, before: Mapping[str, Known]) -> Sources:
    """Reads every record file under `root`, each as it stood at one moment.

    What was known `before` of files that are the same is taken from there, and many others are read
    by several processes. Raises `Abort` if one is written meanwhile: what was read may be half of
    it.
    """
    found = discover(root)
    seen: dict[str, Known | Diagnostic] = {
        path: known
        for path in (file.path for file in found.files)
        if (known := before.get(path)) and known.version == version_of(f"{root}/{path}")
    }
    others = [file for file in found.files if file.path not in seen]
    read = spread(_read, (root, before), others)
    seen.update((file.path, known) for file, known in zip(others, read, strict=True))
    return read_sources(found, lambda file: seen[file.path])


def _read(shared: tuple[Path, Mapping[str, Known]], file: RecordFile) -> Known | Diagnostic:
    root, before = shared
    path = f"{root}/{file.path}"
    version = version_of(path)
    data = read_bytes(root, file.path)
    if version_of(path) != version:
        raise Abort(
            f"{file.path} was being written while it was read. Build again when it is saved; "
            "the last site stays as it is."
        )
    if isinstance(data, Diagnostic):
        return data
    is_settled = max(version.written, version.changed) < time.time_ns() - _SETTLED
    return known_of(file, data, version if is_settled else None, before.get(file.path))

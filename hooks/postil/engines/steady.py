"""Records read from files that somebody may be writing at this moment."""

import os
from collections.abc import Mapping
from pathlib import Path

from mkdocs.exceptions import Abort

from postil.building.sources import Known, Sources, read_sources
from postil.diagnostics.diagnostic import Diagnostic
from postil.reading.decode import read_bytes
from postil.reading.discover import discover


def read_steady_records(root: Path, before: Mapping[str, Known]) -> Sources:
    """Reads every record file under `root`, each as it stood at one moment.

    What was known `before` of files that are the same is taken from there. Raises `Abort` if one is
    written meanwhile: what was read may be half of it.
    """
    return read_sources(discover(root), lambda path: _read_steadily(root, path), before)


def _read_steadily(root: Path, path: str) -> bytes | Diagnostic:
    file = f"{root}/{path}"
    before = _version(file)
    data = read_bytes(root, path)
    if _version(file) != before:
        raise Abort(
            f"{path} was being written while it was read. Build again when it is saved; "
            "the last site stays as it is."
        )
    return data


def _version(file: str) -> tuple[int, int, int]:
    found = os.lstat(file)
    return (found.st_ino, found.st_size, found.st_mtime_ns)

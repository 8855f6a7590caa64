"""Records read from files that somebody may be writing at this moment."""

from pathlib import Path

from mkdocs.exceptions import Abort

from postil.building.sources import Sources, read_sources
from postil.diagnostics.diagnostic import Diagnostic
from postil.reading.decode import read_text
from postil.reading.discover import discover


def read_steady_records(root: Path) -> Sources:
    """Reads every record file under `root`, each as it stood at one moment.

    Raises `Abort` if one is written meanwhile: what was read may be half of it.
    """
    return read_sources(discover(root), lambda path: _read_steady_text(root, path))


def _read_steady_text(root: Path, path: str) -> str | Diagnostic:
    before = _version(root / path)
    text = read_text(root, path)
    if _version(root / path) != before:
        raise Abort(
            f"{path} was being written while it was read. Build again when it is saved; "
            "the last site stays as it is."
        )
    return text


def _version(file: Path) -> tuple[int, int, int]:
    found = file.lstat()
    return (found.st_ino, found.st_size, found.st_mtime_ns)

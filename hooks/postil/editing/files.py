"""Record files written so that none is ever half there, overwritten or outside the archive.

Each function gives `None` when it has done its work, or what was in its way; then nothing has been
written. Paths are from the archive's root, with `/`. Raises `OSError` where the disk refuses.
"""

import os
import stat
import tempfile
from pathlib import Path, PurePosixPath

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place


def link_in(root: Path, path: str) -> Diagnostic | None:
    """The first link on the way to a file, the file itself included: no link is followed."""
    parts = PurePosixPath(path).parts
    for length in range(1, len(parts) + 1):
        step = PurePosixPath(*parts[:length])
        if (root / step).is_symlink():
            return Diagnostic(
                Place(str(step)),
                Code.FILE_KIND,
                "This is a link, and nothing is written through it",
                "Put the file or folder itself here.",
            )
    return None


def replace(root: Path, path: str, data: bytes) -> Diagnostic | None:
    """Puts new content into a file that is there. It keeps its permissions."""
    if wrong := link_in(root, path):
        return wrong
    file = root / path
    beside = _write_beside(file, data, stat.S_IMODE(file.stat().st_mode))
    beside.replace(file)
    return None


def create(root: Path, path: str, data: bytes) -> Diagnostic | None:
    """Makes a file. Raises `FileExistsError` if there is one."""
    if wrong := link_in(root, path):
        return wrong
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = _write_beside(file, data, 0o666 & ~_umask())
    try:
        file.hardlink_to(beside)  # unlike a rename it never takes the place of another
    finally:
        beside.unlink()
    return None


def move(root: Path, old: str, new: str) -> Diagnostic | None:
    """Gives a file another place. At every moment it is in one of the two, or in both.

    Raises `FileExistsError` if another file is in the new place; the same one may be.
    """
    if wrong := link_in(root, old) or link_in(root, new):
        return wrong
    (root / new).parent.mkdir(parents=True, exist_ok=True)
    if not is_same(root, old, new):
        (root / new).hardlink_to(root / old)
    (root / old).unlink()
    return None


def is_same(root: Path, path: str, other: str) -> bool:
    """Whether both files are there, with the same bytes."""
    one, two = root / path, root / other
    return one.is_file() and two.is_file() and one.read_bytes() == two.read_bytes()


def _write_beside(file: Path, data: bytes, mode: int) -> Path:
    """A new file in the same folder, under a name that no record has."""
    handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=file.parent)
    with os.fdopen(handle, "wb") as beside:
        beside.write(data)
    Path(name).chmod(mode)
    return Path(name)


def _umask() -> int:
    """The permissions that new files do without. To read them one has to set them."""
    mask = os.umask(0)
    os.umask(mask)
    return mask

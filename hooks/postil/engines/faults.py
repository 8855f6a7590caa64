"""What machines do to a build, told in one line: what is wrong, where, and what helps.

Faults of the archive are diagnostics; these come as exceptions from the system, out of Postil,
MkDocs or Pagefind, wherever they happen to be writing.
"""

import errno
from collections.abc import Mapping
from concurrent.futures import BrokenExecutor
from pathlib import Path

STAYS = "Nothing was published, and the last site stays as it is."
"""What every message ends with that ends a build."""

_WRITING: dict[int, tuple[str, str]] = {
    errno.EACCES: (
        "There is no permission to write {path}",
        "Give it, or name another folder with --site-dir.",
    ),
    errno.EPERM: (
        "There is no permission to change {path}",
        "Give it, or name another folder with --site-dir.",
    ),
    errno.ENOENT: (
        "{path} is not there and could not be made",
        "Build again, or name another folder with --site-dir.",
    ),
    errno.ELOOP: ("{path} is a link, and nothing is written through it", "Delete it."),
}
"""What an error means of something that the build writes, where it means another thing of files
that it reads."""

_USING: dict[int, tuple[str, str]] = {
    errno.EACCES: (
        "There is no permission to use {path}",
        "Give it to the account that runs this (`chmod u+rw`; for a folder `u+rwx`).",
    ),
    errno.EPERM: ("There is no permission to use {path}", "Let this account use it."),
    errno.EROFS: ("{path} is on a disk that can only be read", "Work on a copy on another disk."),
    errno.ENAMETOOLONG: ("{path} is too long a path", "Name a shorter one."),
    errno.EBUSY: ("{path} is in use by the system", "Name another."),
    errno.ENOENT: ("{path} is not there", "Run this again when it is."),
}
"""What an error means of something that a command reads or writes, nobody here knows which."""

_WRONG: dict[int, tuple[str, str]] = {
    errno.ENOSPC: ("The disk is full: {path} could not be written", "Make room and build again."),
    errno.EDQUOT: (
        "Your share of the disk is used up: {path} could not be written",
        "Make room and build again.",
    ),
    errno.EFBIG: (
        "{path} would become larger than files may be here",
        "Raise the limit (`ulimit -f`) and build again.",
    ),
    errno.EROFS: (
        "{path} is on a disk that can only be read",
        "Name a folder on another with --site-dir.",
    ),
    errno.EACCES: (
        "There is no permission to read {path}",
        "Let the account that builds read it (`chmod u+r`; for a folder `u+rx`).",
    ),
    errno.EPERM: ("There is no permission to read {path}", "Let the account that builds read it."),
    errno.EMFILE: (
        "Too many files are open: {path} could not be opened",
        "Raise the limit (`ulimit -n 1024`) and build again.",
    ),
    errno.ENFILE: (
        "Too many files are open on this machine: {path} could not be opened",
        "Close other programs and build again.",
    ),
    errno.ENOENT: (
        "{path} was taken away while the archive was being read",
        "Build again when nobody else is writing in it.",
    ),
    errno.EISDIR: ("{path} is a folder where a file belongs", "Rename it."),
    errno.ENOTDIR: ("{path} is a file where a folder belongs", "Rename it."),
    errno.EEXIST: ("{path} is a file where a folder belongs", "Rename it."),
    errno.ELOOP: ("{path} is a link that is not followed", "Put the file or folder itself there."),
    errno.ENAMETOOLONG: ("{path} is too long a path", "Name a shorter one with --site-dir."),
    errno.EBUSY: ("{path} is in use by the system", "Name another folder with --site-dir."),
    errno.EXDEV: (  # a system of layers, as containers have, says so of what a lower one brought
        "{path} came with the container's image, and no other folder can take its place",
        "Delete it, or name another folder with --site-dir.",
    ),
    errno.EIO: ("The disk failed at {path}", "Look to the disk before you build again."),
    errno.EBADMSG: ("{path} is not what was written there", "Delete it and build again."),
    errno.ESTALE: ("The disk with {path} is no longer there", "Build again when it is."),
    errno.ENOMEM: ("There is too little memory", "End other programs and build again."),
    errno.EAGAIN: (
        "No more processes may be started here",
        "End other programs, or raise the limit (`ulimit -u`), and build again.",
    ),
}


def as_line(error: BaseException, written: Path | None) -> str | None:
    """What happened and what helps, if it was the machine; `None` for anything else, a bug.

    `written` is the folder that a build writes in: it is named where the error names no file. Other
    commands have none.
    """
    if isinstance(error, MemoryError):
        error = OSError(errno.ENOMEM, "")
    if isinstance(error, BrokenExecutor):
        return (
            "A process of the build was ended from outside, most often because memory ran out. "
            "End other programs and build again."
        )
    if not isinstance(error, OSError) or error.errno is None:  # Jinja's have no number
        return None
    path = _path(error, written or Path())
    meaning = _particular(path, written).get(error.errno) or _WRONG.get(error.errno)
    if meaning is None:
        return f"{shown(path)} could not be used: {error.strerror}. Build again."
    wrong, remedy = meaning
    return f"{wrong.format(path=shown(path))}. {remedy}"


def _particular(path: Path, written: Path | None) -> Mapping[int, tuple[str, str]]:
    if written is None:
        return _USING
    is_written = path.is_relative_to(written) or written.is_relative_to(path)
    return _WRITING if is_written else {}


def shown(path: Path) -> str:
    """A path as a person here would write it: from the folder the command runs in, if below it."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return str(path)


def _path(error: OSError, written: Path) -> Path:
    """What could not be used. When copying fails, that is the copy rather than what was copied."""
    name = error.filename2 or error.filename
    return Path(name) if isinstance(name, str) else written

"""One build of a site at a time.

A lock belongs to a process and ends with it, however it ends. A lock file that is found lying about
therefore holds nobody up. On POSIX systems it is a record lock: unlike those of `flock` it is not
handed on to forks, which may live longer than the build that made them. It has one trap: the
process that holds it must not open the file again, for to close that would end the lock.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _is_locked_now(handle: int) -> bool:
        os.lseek(handle, _BEHIND_ALL_TEXT, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(handle, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _is_locked_now(handle: int) -> bool:
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        return True


_BEHIND_ALL_TEXT = 1 << 20
"""Windows lets nobody read what is locked, so a byte is locked that is never written."""

_FOLLOWS_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def take(path: Path) -> int | None:
    """Takes a lock. Gives the descriptor that holds it; `None` if another process has it.

    The folder that the file lies in is made if need be. Raises `OSError` where that cannot be.
    """
    while True:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | _FOLLOWS_NO_LINK, 0o644)
        except FileNotFoundError:  # the build before this one has just taken the folder away
            continue
        if not _is_locked_now(handle):
            os.close(handle)
            return None
        if _is_at(handle, path):
            os.ftruncate(handle, 0)
            os.write(handle, str(os.getpid()).encode())
            return handle
        os.close(handle)  # the build before this one took the file away after it was opened


def holder(path: Path) -> str:
    """The process id that stands in a lock file; nothing where it cannot be told."""
    try:
        text = path.read_text(encoding="ascii", errors="replace")[:20]
    except OSError:
        return ""
    return text if text.isdecimal() else ""


def give_back(handle: int, path: Path) -> None:
    """Ends a lock that `take` gave, and takes its file away."""
    with suppress(OSError):  # Windows keeps the file; it holds nobody up
        path.unlink()
    os.close(handle)


def _is_at(handle: int, path: Path) -> bool:
    try:
        there = path.lstat()
    except FileNotFoundError:
        return False
    return os.path.samestat(os.fstat(handle), there)

"""Two folders change places in one step, where the system can do that.

No moment lies between: whoever looks sees one folder or the other, whole. Linux has `renameat2`,
macOS `renamex_np`; Python has neither, so they are called in the C library.
"""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

_FROM_HERE = -100
"""`AT_FDCWD`: paths are read from the folder that the process is in."""

_EXCHANGE = 2
"""`RENAME_EXCHANGE` of Linux, and `RENAME_SWAP` of macOS, which is the same number."""

_CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})
"""What is said by a system or a file system that has no such step."""


def exchange(one: Path, other: Path) -> None:
    """Lets two folders change places.

    Raises `NotImplementedError` where that cannot be done in one step; nothing has changed then.
    Raises `OSError` for every other reason.
    """
    call = _system_call()
    if call is None:
        raise NotImplementedError
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return
    number = ctypes.get_errno()
    if number in _CANNOT:
        raise NotImplementedError
    raise OSError(number, os.strerror(number), str(other))


def _system_call() -> Callable[[bytes, bytes], int] | None:
    """The C library's function for it; `None` where there is none."""
    if os.name != "posix":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return lambda one, other: library.renamex_np(one, other, _EXCHANGE)
    if hasattr(library, "renameat2"):
        return lambda one, other: library.renameat2(_FROM_HERE, one, _FROM_HERE, other, _EXCHANGE)
    return None

"""What is too much to hold in memory, on the disk until it is wanted.

Every process appends to a file of its own, and a piece is read from where it was written.
"""

import errno
import os
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from struct import Struct
from typing import NewType
from uuid import uuid4
from weakref import finalize

_READERS = 64
"""Files that a process reads from at once: there is one from each build whose work still holds, and
a system may let a process open 256."""

_AS_IT_IS = getattr(os, "O_BINARY", 0)
"""Windows would change the ends of lines."""


Piece = NewType("Piece", bytes)
"""Where something lies, and what tells whether another piece holds the same.

Packed, since some thirty for each text are held, stored and fetched.
"""

_PACKED = Struct(">16sQI8s")
"""The name of the file, the first byte, the number of bytes, and a digest of them."""


def piece_of(file: bytes, start: int, content: bytes) -> Piece:
    """What stands for a content: its file, which has a name of 16 bytes, and its first byte."""
    return Piece(_PACKED.pack(file, start, len(content), _mark(content)))


def _mark(content: bytes) -> bytes:
    return blake2b(content, digest_size=8).digest()


def file_of(piece: Piece) -> str:
    """The name of the file that a piece lies in."""
    return piece[:16].hex()


def length_of(piece: Piece) -> int:
    """How many bytes a piece has."""
    _, _, length, _ = _PACKED.unpack(piece)
    return int(length)


def mark_of(piece: Piece) -> bytes:
    """What is the same for two pieces that hold the same."""
    return piece[-8:]


class Spool:
    """Files in a folder that is made if need be; `OSError` where they cannot be used.

    A file that another process has begun is never written to. Files are closed when the spool goes.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._writer = (0, b"", -1)
        self._end = 0
        self._readers: dict[tuple[int, bytes], tuple[int, Callable[[], object]]] = {}

    def keep(self, contents: list[bytes]) -> list[Piece]:
        """Writes contents, and gives where they lie, in their order."""
        name, handle = self._file_of_this_process()
        data = b"".join(contents)
        pieces = []
        for content in contents:
            pieces.append(piece_of(name, self._end, content))
            self._end += len(content)
        while data:
            data = data[os.write(handle, data) :]
        return pieces

    def read(self, piece: Piece) -> bytes:
        """What was kept. Raises `OSError` if it is gone, or is not what was written."""
        name, start, length, mark = _PACKED.unpack(piece)
        reader = (os.getpid(), name)  # forks would share one place in a file that is open
        if reader not in self._readers:
            if len(self._readers) >= _READERS:
                _, close = self._readers.pop(next(iter(self._readers)))
                close()
            self._readers[reader] = self._opened(name, os.O_RDONLY)
        handle, _ = self._readers[reader]
        os.lseek(handle, start, os.SEEK_SET)
        content = os.read(handle, length)
        if _mark(content) != mark:
            raise OSError(errno.EBADMSG, "altered", str(self._folder / name.hex()))
        return content

    def _file_of_this_process(self) -> tuple[bytes, int]:
        process, name, handle = self._writer
        if process != os.getpid():  # a fork begins a file of its own
            name = uuid4().bytes
            handle, _ = self._opened(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
            self._writer = (os.getpid(), name, handle)
            self._end = 0
        return name, handle

    def _opened(self, name: bytes, flags: int) -> tuple[int, Callable[[], object]]:
        """The descriptor of a file, and what closes it before the spool goes."""
        handle = os.open(self._folder / name.hex(), flags | _AS_IT_IS, 0o644)
        return handle, finalize(self, os.close, handle)

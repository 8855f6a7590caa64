"""What is too much to hold in memory, on the disk until it is wanted.

Every process appends to a file of its own, and a piece is read from where it was written.
"""

import os
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4
from weakref import finalize

_AS_IT_IS = getattr(os, "O_BINARY", 0)
"""Windows would change the ends of lines."""


class Piece(NamedTuple):
    """Where something lies: its file, the first byte and the number of bytes; and what it is.

    Two pieces with the same `digest` hold the same.
    """

    file: str
    start: int
    length: int
    digest: bytes


class Spool:
    """Files in a folder that is made if need be; `OSError` where they cannot be used.

    A file that another process has begun is never written to. Files are closed when the spool goes.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._writer = (0, "", -1)
        self._end = 0
        self._readers: dict[tuple[int, str], int] = {}

    def keep(self, contents: list[bytes]) -> list[Piece]:
        """Writes contents, and gives where they lie, in their order."""
        name, handle = self._file_of_this_process()
        data = b"".join(contents)
        pieces = []
        for content in contents:
            digest = blake2b(content, digest_size=8).digest()
            pieces.append(Piece(name, self._end, len(content), digest))
            self._end += len(content)
        while data:
            data = data[os.write(handle, data) :]
        return pieces

    def read(self, piece: Piece) -> bytes:
        """What was kept. Raises `OSError` if it is gone."""
        reader = (os.getpid(), piece.file)  # forks would share one place in a file that is open
        handle = self._readers.get(reader)
        if handle is None:
            handle = self._readers[reader] = self._opened(piece.file, os.O_RDONLY)
        os.lseek(handle, piece.start, os.SEEK_SET)
        return os.read(handle, piece.length)

    def _file_of_this_process(self) -> tuple[str, int]:
        process, name, handle = self._writer
        if process != os.getpid():  # a fork begins a file of its own
            name = uuid4().hex
            handle = self._opened(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
            self._writer = (os.getpid(), name, handle)
            self._end = 0
        return name, handle

    def _opened(self, name: str, flags: int) -> int:
        """The descriptor of a file, which is closed when the spool goes."""
        handle = os.open(self._folder / name, flags | _AS_IT_IS, 0o644)
        finalize(self, os.close, handle)
        return handle

"""Files of a site on the disk."""

from collections.abc import Iterable
from pathlib import Path


def write_stream(path: Path, pieces: Iterable[bytes]) -> None:
    """Writes a file piece by piece, with the folders it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.writelines(pieces)


def write(path: Path, content: bytes) -> None:
    """Writes a file, with the folders it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)

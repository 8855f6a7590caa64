"""Files of a site on the disk."""

from pathlib import Path


def write(path: Path, content: bytes) -> None:
    """Writes a file, with the folders it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)

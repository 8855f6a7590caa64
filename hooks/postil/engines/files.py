"""Files of a site on the disk."""

import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from postil.building.ledger import File
from postil.building.sources import Version
from postil.pages.page import Asset


def write_stream(path: Path, pieces: Iterable[bytes]) -> None:
    """Writes a file piece by piece, with the folders it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.writelines(pieces)


def write(path: Path, content: bytes) -> None:
    """Writes a file, with the folders it lies in."""
    try:
        path.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def write_all(folder: Path, assets: Iterable[Asset]) -> None:
    """Writes files below a folder."""
    for asset in assets:
        write(folder / asset.path, asset.content)


def version_of(path: Path | str) -> Version:
    """What the system says of a file. Raises `OSError` where there is none."""
    found = os.lstat(path)
    return Version(found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def file_at(address: str, path: Path | str) -> File:
    """What tells whether a file of a site is the same. Raises `OSError` where there is none."""
    found = os.lstat(path)
    return File(address, found.st_ino, found.st_size, found.st_mtime_ns)


def is_own(folder: Path) -> bool:
    """Whether this account made a folder, where any account can make one by any name.

    Such is the folder for passing things, which `serve` builds in. Raises `OSError` where there is
    none.
    """
    everybody_s = folder.parent.stat().st_mode & stat.S_ISVTX
    return not everybody_s or folder.lstat().st_uid == os.geteuid()


def look_into_every_folder(docs: str) -> None:
    """Raises `OSError` for a folder that cannot be read: MkDocs would leave it out silently."""
    for _ in os.walk(docs, onerror=_raise):
        pass


def _raise(error: OSError) -> NoReturn:
    raise error

"""The spare, which is the last site but one: nearly all of the next one lies there already.

To make and to take away a folder for each of 20,000 pages takes longer than what a note changes.
Between two builds it lies in the cache, and between two of a server beside the folder that MkDocs
made for it: a system may keep what is passing in memory, which no folder can be moved out of.
"""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from postil.building.ledger import File
from postil.engines.swap import remove

_SUFFIX = ".spare"
_PAGE = "index.html"


def spare_beside(site: Path) -> Path:
    """Where a server keeps the spare of the site that it builds."""
    return Path(f"{site}{_SUFFIX}")


def keep_spare(old: Path, spare: Path) -> None:
    """Keeps the site that has changed places with the new one; nothing where that cannot be."""
    forget_spare(spare)
    with suppress(OSError):  # there was none, or it lies on another disk
        old.rename(spare)


def put_back(spare: Path, pages: Path, last: Iterable[File]) -> frozenset[str]:
    """Puts a spare where the new site is written, with those pages alone that the last site has.

    Gives their addresses: each is the very file that the last site has. Raises `OSError` where what
    lies there cannot be read or taken away.
    """
    with suppress(OSError):  # there is none, or it lies on another disk
        spare.rename(pages)
    numbers = {file.address: file.number for file in last}
    return frozenset(_pruned(str(pages), "", numbers))


def forget_spare(spare: Path) -> None:
    """Takes a spare away, as far as that can be."""
    with suppress(OSError):
        remove(spare)


def take_away(pages: Path, addresses: Iterable[str]) -> None:
    """Takes pages away, and the folders that hold nothing then. Raises `OSError`."""
    for address in addresses:
        folder = pages / address
        (folder / _PAGE).unlink()
        with suppress(OSError):  # something else lies there
            while folder != pages:
                folder.rmdir()
                folder = folder.parent


def _pruned(folder: str, address: str, numbers: Mapping[str, int]) -> list[str]:
    """The addresses of the pages that stay below a folder. Where none does, the folder goes."""
    kept: list[str] = []
    with os.scandir(folder) as entries:
        for entry in list(entries):
            if entry.is_dir(follow_symlinks=False):
                kept += _pruned(entry.path, f"{address}{entry.name}/", numbers)
            elif entry.name == _PAGE and entry.inode() == numbers.get(address):
                kept.append(address)
            else:
                os.unlink(entry.path)  # noqa: PTH108 -- for each file a `Path` takes as long again
    if not kept and address:
        os.rmdir(folder)  # noqa: PTH106
    return kept

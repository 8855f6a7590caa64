"""The last site but one, which `serve` keeps: nearly all of the next one lies there already.

To make and to take away a folder for each of 20,000 pages takes longer than what a save changes.
Between two builds it lies at `site.spare`, and nothing of it when the server has ended: beside the
folder that MkDocs made for the server, where nobody has anything else. A build does without.
"""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from postil.building.ledger import File
from postil.engines.staging import Staging
from postil.engines.swap import remove

_SUFFIX = ".spare"
_PAGE = "index.html"


def keep_spare(staging: Staging) -> None:
    """Keeps the site that has changed places with the new one; nothing where that cannot be."""
    forget_spare(staging)
    with suppress(OSError):  # there was none, or the next site is made anew
        staging.pages.rename(_spare(staging))


def put_back(staging: Staging, last: Iterable[File]) -> frozenset[str]:
    """Puts the spare where the new site is written, with those pages alone that the last site has.

    Gives their addresses: each is the very file that the last site has. Raises `OSError`.
    """
    spare = _spare(staging)
    if not spare.is_dir():
        return frozenset()
    staging.pages.rmdir()
    spare.rename(staging.pages)
    numbers = {file.address: file.number for file in last}
    return frozenset(_pruned(str(staging.pages), "", numbers))


def forget_spare(staging: Staging) -> None:
    """Takes the spare away, as far as that can be."""
    with suppress(OSError):
        remove(_spare(staging))


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


def _spare(staging: Staging) -> Path:
    return Path(f"{staging.site}{_SUFFIX}")

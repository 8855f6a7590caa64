"""The spare, which is the last site but one: nearly all of the next one lies there already.

To make and to take away a folder for each of 20,000 pages takes longer than what a note changes.
Between two builds it lies in the cache, and between two of a server beside the folder that MkDocs
made for it: a system may keep what is passing in memory, which no folder can be moved out of.
"""

import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from postil.engines.files import is_own
from postil.engines.pagefind_pieces import NAME
from postil.engines.swap import remove

_SUFFIX = ".spare"
_PAGE = "index.html"
_INDEX = "pagefind/"

Laid = Mapping[str, int]
"""The pages that lie somewhere, by their addresses: the numbers of their files."""


def spare_beside(site: Path) -> Path:
    """Where a server keeps the spare of the site that it builds."""
    return Path(f"{site}{_SUFFIX}")


def keep_spare(old: Path, spare: Path) -> None:
    """Keeps the site that has changed places with the new one; nothing where that cannot be."""
    forget_spare(spare)
    with suppress(OSError):  # there was none, or it lies on another disk
        old.rename(spare)


def prune(spare: Path, site: Path) -> Laid:
    """Takes away of a spare what it does not share with the site that came after it.

    Pieces of its search index stay: they are looked into when there is another one. Gives what
    pages are left. Raises `OSError` where the rest cannot be taken away.
    """
    return dict(_pruned(f"{site}/", f"{spare}/", ""))


def prepare(spare: Path, site: Path) -> Laid:
    """Makes a spare ready for the site that comes next; where there is none, makes one.

    Gives what `prune` does, and raises what it does.
    """
    return prune(spare, site) if spare.is_dir() else dict(_linked(f"{site}/", f"{spare}/", ""))


def lay_out(spare: Path, site: Path, pages: Path, left: Laid | None = None) -> Laid:
    """Puts the last site's pages where the new site is written, as the very same files.

    It takes the spare for it, of which `left` is what `prepare` gave, unless that is still to be
    done; without a spare, everything is linked as far as that can be. Gives what lies there then.
    Raises `OSError` as `prune` does.
    """
    try:
        if not is_own(spare):
            raise PermissionError(errno.EPERM, "another account's", str(spare))
        spare.rename(pages)
    except OSError:  # there is none, it is not ours, or it lies on another disk
        there: dict[str, int] = {}
        with suppress(OSError):
            there.update(_linked(f"{site}/", f"{pages}/", ""))
        return there
    return prune(pages, site) if left is None else left


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


def _linked(site: str, pages: str, address: str) -> Iterator[tuple[str, int]]:
    """Links the last site's pages below an address into the new one, and gives their numbers."""
    with os.scandir(site + address) as entries:
        for entry in list(entries):
            if entry.is_dir(follow_symlinks=False):
                yield from _linked(site, pages, f"{address}{entry.name}/")
            elif entry.name == _PAGE and entry.is_file(follow_symlinks=False):
                os.makedirs(pages + address, exist_ok=True)  # noqa: PTH103 -- see `_pruned`
                os.link(entry.path, f"{pages}{address}{_PAGE}")
                yield address, entry.inode()


def _pruned(site: str, pages: str, address: str) -> Iterator[tuple[str, int]]:
    """The pages below an address that are the last site's too; all else there is taken away."""
    is_empty = True
    with os.scandir(pages + address) as entries:
        for entry in list(entries):
            if address == _INDEX and NAME.fullmatch(entry.name):
                is_empty = False
            elif entry.is_dir(follow_symlinks=False):
                kept = list(_pruned(site, pages, f"{address}{entry.name}/"))
                yield from kept
                is_empty &= not kept
            elif entry.name == _PAGE and entry.inode() == _number(f"{site}{address}{_PAGE}"):
                yield address, entry.inode()
                is_empty = False
            else:
                os.unlink(entry.path)  # noqa: PTH108 -- for each of 20,000 a `Path` takes as long
    if is_empty and address:
        os.rmdir(pages + address)  # noqa: PTH106


def _number(path: str) -> int | None:
    """The number that the file system knows a file by; `None` where there is none."""
    try:
        return os.lstat(path).st_ino
    except OSError:
        return None

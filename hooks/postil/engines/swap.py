"""The site changes from one whole version to the next, whatever happens meanwhile."""

import shutil
from contextlib import suppress
from pathlib import Path

from postil.engines.exchange import exchange

_ASIDE = "last"


def swap_in(pages: Path, site: Path) -> None:
    """Puts a finished folder in the place of `site`.

    The last site is gone then, or lies where the new one was. Where folders cannot change places
    in one step, there is a moment without a site: a process that is killed in it leaves the last
    one `aside`, and `recover` brings it back.
    """
    if not site.exists():
        pages.rename(site)
        return
    try:
        exchange(pages, site)
    except NotImplementedError:
        _swap_in_two_steps(pages, site)


def aside(pages: Path) -> Path:
    """Where the last site lies for the moment without a site: beside the new one, in its folder.

    What lies beside the site belongs to whoever put it there.
    """
    return pages.with_name(_ASIDE)


def recover(pages: Path, site: Path) -> bool:
    """Brings back a site that was left aside. Gives whether there was one to bring back."""
    last = aside(pages)
    if site.exists() or not last.is_dir():
        return False
    last.rename(site)
    return True


def remove(path: Path) -> None:
    """Removes a file, a link or a folder with all in it; nothing where there is nothing."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def _swap_in_two_steps(pages: Path, site: Path) -> None:
    last = aside(pages)
    site.rename(last)
    try:
        pages.rename(site)
    except OSError:
        last.rename(site)
        raise
    with suppress(OSError):  # the new site stands; a web server may have a file of the last open
        remove(last)

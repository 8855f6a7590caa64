"""The site changes from one whole version to the next, whatever happens meanwhile."""

import shutil
from pathlib import Path

from postil.engines.exchange import exchange

_OLD_SUFFIX = ".old"


def swap_in(pages: Path, site: Path) -> None:
    """Puts a finished folder in the place of `site`.

    The last site is gone then, or lies where the new one was. Where folders cannot change places
    in one step, there is a moment without a site: a process that is killed in it leaves the last
    one at `site.old`, and `recover` brings it back.
    """
    if not site.exists():
        pages.rename(site)
        return
    try:
        exchange(pages, site)
    except NotImplementedError:
        _swap_in_two_steps(pages, site)


def recover(site: Path) -> bool:
    """Brings back a site that was left at `site.old`. Gives whether there was one to bring back."""
    old = _old(site)
    if site.exists() or not old.is_dir():
        return False
    old.rename(site)
    return True


def clear_old(site: Path) -> None:
    """Removes what was left at `site.old`. Raises `OSError` where that cannot be."""
    remove(_old(site))


def remove(path: Path) -> None:
    """Removes a file, a link or a folder with all in it; nothing where there is nothing."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def _swap_in_two_steps(pages: Path, site: Path) -> None:
    old = _old(site)
    site.rename(old)
    try:
        pages.rename(site)
    except OSError:
        old.rename(site)
        raise
    remove(old)


def _old(site: Path) -> Path:
    return site.with_name(site.name + _OLD_SUFFIX)

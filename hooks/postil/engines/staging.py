"""Where a site is built until it is whole.

Beside `site` there is a folder while a build runs, and nothing of it when the build has ended:

    site.building/lock      held by the build; it names the build's process
    site.building/pages/    the site, as far as it is written
    site.building/search-…/ what Pagefind reads and writes
    site.building/last/     the last site, while the new one takes its place
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from mkdocs.exceptions import Abort

from postil.engines import lock
from postil.engines.faults import shown
from postil.engines.files import is_own
from postil.engines.swap import aside, remove

_SUFFIX = ".building"

_SIGNS_OF_A_SITE = ("index.html", "404.html")


@dataclass(frozen=True)
class Staging:
    """The places that a build of `site` writes in."""

    site: Path

    @property
    def folder(self) -> Path:
        """All that is written before the site is whole."""
        return self.site.with_name(self.site.name + _SUFFIX)

    @property
    def pages(self) -> Path:
        """The site, as far as it is written."""
        return self.folder / "pages"

    @property
    def lock(self) -> Path:
        """The file whose lock says that a build is running."""
        return self.folder / "lock"


@contextmanager
def held(staging: Staging) -> Iterator[None]:
    """Keeps the folder to this build, and takes it away at its end.

    Raises `Abort` where the site cannot be built or another build of it is running, and `OSError`;
    nothing has been changed then.
    """
    _refuse_what_is_no_site(staging.site)
    if staging.folder.is_symlink() or staging.folder.is_file():
        raise Abort(f"{shown(staging.folder)} is in the way of the build. Delete it.")
    try:
        handle = lock.take(staging.lock)
    except OSError:
        with suppress(OSError):  # it is empty, or not there, or another build's
            staging.folder.rmdir()
        raise
    if handle is None:
        process = lock.holder(staging.lock)
        raise Abort(
            f"Another build of {shown(staging.site)} is running here"
            f"{f' (process {process})' if process else ''}. "
            "Wait until it is done, or name another folder with --site-dir."
        )
    if not is_own(staging.folder):
        lock.give_back(handle, staging.lock)
        raise Abort(f"{shown(staging.folder)} belongs to another account. Have it deleted.")
    try:
        yield
    finally:
        with suppress(OSError):  # what cannot be taken away is left to the next build
            _empty(staging)
        lock.give_back(handle, staging.lock)
        with suppress(OSError):
            staging.folder.rmdir()


def make_ready(staging: Staging) -> None:
    """Takes away what builds before this one have left, and makes an empty folder for the pages.

    Raises `OSError` where that cannot be.
    """
    _empty(staging)
    staging.pages.mkdir()


def search_folder(staging: Staging) -> Path:
    """A new folder for Pagefind, in which no other run of it can be writing still."""
    return Path(tempfile.mkdtemp(prefix="search-", dir=staging.folder))


def _empty(staging: Staging) -> None:
    """Takes away all but the lock, and the last site as long as there is no other."""
    kept = {staging.lock} if staging.site.exists() else {staging.lock, aside(staging.pages)}
    for entry in sorted(staging.folder.iterdir()):
        if entry not in kept:
            remove(entry)


def _refuse_what_is_no_site(site: Path) -> None:
    """A build takes the place of the last site, and of nothing else."""
    remedy = "Name another folder with --site-dir."
    if site.is_symlink():
        raise Abort(
            f"{shown(site)} is a link, and a build puts a folder in its place. Name the folder "
            f"that it leads to: --site-dir {site.resolve()}"
        )
    if not site.exists():
        return
    if not site.is_dir():
        raise Abort(f"{shown(site)} is a file, and a folder belongs there. {remedy}")
    if os.path.ismount(site):
        raise Abort(
            f"{shown(site)} is a disk of its own, which no folder can take the place of. Name a "
            f"folder in it: --site-dir {shown(site / 'site')}"
        )
    if (site / ".git").exists():
        raise Abort(f"{shown(site)} is a git checkout, which a build would delete. {remedy}")
    if any(site.iterdir()) and not any((site / sign).exists() for sign in _SIGNS_OF_A_SITE):
        raise Abort(
            f"{shown(site)} holds files and is no site, and a build would delete them. {remedy}"
        )

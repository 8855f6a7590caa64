"""The site changes from one whole version to the next by renaming folders."""

import shutil
from pathlib import Path

STAGING_SUFFIX = ".building"
_OLD_SUFFIX = ".old"


def swap_in(staging: Path) -> None:
    """Puts the finished folder `site.building` in the place of `site`."""
    site = staging.with_name(staging.name.removesuffix(STAGING_SUFFIX))
    old = site.with_name(site.name + _OLD_SUFFIX)
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    staging.rename(site)
    shutil.rmtree(old, ignore_errors=True)

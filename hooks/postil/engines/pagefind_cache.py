"""Indexes of pieces that earlier builds made: a folder with one archive file each.

A file is written beside its place and renamed into it, so that each is whole whenever a build is
killed, and builds that run at once only ever take each other's work. The folder is a convenience:
where it cannot be written to, the next build makes the index anew.
"""

import os
import re
import tempfile
import zlib
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

_NAME = re.compile(r"(?:(?:filter|fragment|index)/)?\w[\w.-]*", re.ASCII)
"""What a file of an index can be called: nothing that leads out of its folder."""

_SUFFIX, _PASSING = ".zip", ".writing"


def is_kept(cache: Path, key: str) -> bool:
    """Whether there is an index with that key. `kept` tells whether it is whole."""
    return _place(cache, key).is_file()


def kept(cache: Path, key: str) -> dict[str, bytes] | None:
    """The files of the index with that key, by path; `None` where there is no whole one."""
    try:
        with ZipFile(_place(cache, key)) as packed:
            files = {name: packed.read(name) for name in packed.namelist()}
    except (OSError, BadZipFile, EOFError, NotImplementedError, zlib.error):
        return None
    return files if all(map(_NAME.fullmatch, files)) else None


def keep(cache: Path, key: str, files: Mapping[str, bytes]) -> None:
    """Keeps an index for later builds."""
    with suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(_PASSING, dir=cache)
        passing = Path(name)
        try:
            with os.fdopen(handle, "wb") as file, ZipFile(file, "w") as packed:
                for path, content in files.items():
                    packed.writestr(ZipInfo(path), content)
            passing.replace(_place(cache, key))
        except BaseException:
            passing.unlink(missing_ok=True)
            raise


def forget_others(cache: Path, keys: Collection[str]) -> None:
    """Takes away every index but those with these keys, and what killed builds left of one.

    Another build that is writing one at this moment goes without.
    """
    wanted = {_place(cache, key) for key in keys}
    with suppress(OSError):
        there = {*cache.glob(f"*{_SUFFIX}"), *cache.glob(f"*{_PASSING}")}
        for file in sorted(there - wanted):
            file.unlink(missing_ok=True)


def _place(cache: Path, key: str) -> Path:
    return cache / f"{key}{_SUFFIX}"

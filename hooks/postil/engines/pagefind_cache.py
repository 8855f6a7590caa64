"""Indexes of pieces that earlier builds made: a folder with one file each.

    digest of the rest · a line of JSON: the bytes of each file, by its path · the files, joined

A piece has thousands of small files, and a build after a change takes nearly all from here: that is
why they do not lie in an archive file that opens each by itself.

A file is written beside its place and renamed into it, so that each is whole whenever a build is
killed, and builds that run at once only ever take each other's work. The folder is a convenience:
where it cannot be written to, the next build makes the index anew.
"""

import json
import os
import re
import tempfile
from collections.abc import Collection, Mapping
from contextlib import suppress
from hashlib import blake2b
from itertools import accumulate, pairwise
from pathlib import Path

_NAME = re.compile(r"(?:(?:filter|fragment|index)/)?\w[\w.-]*", re.ASCII)
"""What a file of an index can be called: nothing that leads out of its folder."""

_SUFFIX, _PASSING = ".index", ".writing"

_DIGEST = 32
"""Bytes."""


def is_kept(cache: Path, key: str) -> bool:
    """Whether there is an index with that key. `kept` tells whether it is whole."""
    return _place(cache, key).is_file()


def kept(cache: Path, key: str) -> dict[str, bytes] | None:
    """The files of the index with that key, by path; `None` where there is no whole one."""
    try:
        content = _place(cache, key).read_bytes()
    except OSError:
        return None
    digest, packed = content[:_DIGEST], content[_DIGEST:]
    if digest != _digest(packed):
        return None
    line, _, joined = packed.partition(b"\n")
    sizes: dict[str, int] = json.loads(line)
    ends = accumulate(sizes.values(), initial=0)
    if not all(map(_NAME.fullmatch, sizes)):
        return None
    places = zip(sizes, pairwise(ends), strict=True)
    return {path: joined[start:end] for path, (start, end) in places}


def keep(cache: Path, key: str, files: Mapping[str, bytes]) -> None:
    """Keeps an index for later builds."""
    sizes = {path: len(content) for path, content in files.items()}
    packed = b"".join([json.dumps(sizes).encode(), b"\n", *files.values()])
    with suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(_PASSING, dir=cache)
        passing = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines((_digest(packed), packed))
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
        for file in sorted({*cache.iterdir()} - wanted):
            file.unlink(missing_ok=True)


def _digest(packed: bytes) -> bytes:
    return blake2b(packed, digest_size=_DIGEST).digest()


def _place(cache: Path, key: str) -> Path:
    return cache / f"{key}{_SUFFIX}"

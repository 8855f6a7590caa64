"""What a build leaves for the next one, outside of the archive.

    <cache>/lock      held by the build that uses it
    <cache>/memory    what was made of each text, and where it lies
    <cache>/leaves/   where it lies
    <cache>/search/   the pieces of the search index (`pagefind_cache.py`)

It lies in the account's own folder for such things, never in the archive: what lies there is taken
for Postil's own, and anybody may propose a file for an archive. It can be deleted at any time. A
build that finds another one using it does without. A build that is killed leaves the memory of
the one before, for the memory is written last, and in one step.
"""

import os
import pickle
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from platformdirs import user_cache_path

from postil.building.memory import NOTHING, Kept, Memory
from postil.engines import lock
from postil.model.archive import Settings
from postil.spool import Piece, Spool

FOLDER = "POSTIL_CACHE"
"""The variable of the environment that names another folder for the caches of all archives."""

_LIBRARIES = ("Babel", "Jinja2", "Markdown", "MarkupSafe", "nh3", "sentencex", "ahocorasick_rs")
"""What the result depends on beside Postil itself."""

_DIGEST = 32
"""Bytes at the head of the memory, by which one is known that was cut off or altered."""

_WASTE = 3
"""Times as much as is used may lie there before everything is made anew."""


@dataclass(frozen=True)
class Cache:
    """The cache of an archive, kept to this build."""

    folder: Path
    epoch: bytes


@contextmanager
def held(root: Path, settings: Settings) -> Iterator[Cache]:
    """The cache of the archive under `root`; a passing one where that cannot be used now."""
    folder = _home() / blake2b(os.fsencode(root.resolve()), digest_size=8).hexdigest()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = lock.take(folder / "lock")
    except OSError:
        handle = None
    if handle is None:
        with TemporaryDirectory(prefix="postil-") as passing:
            yield Cache(Path(passing), b"")
        return
    try:
        yield Cache(folder, _epoch(settings))
    finally:
        lock.give_back(handle, folder / "lock")


def recall(cache: Cache) -> Memory:
    """What the last build remembered; nothing where that cannot be relied upon any more."""
    try:
        content = (cache.folder / "memory").read_bytes()
    except OSError:
        return NOTHING
    head, body = content[:_DIGEST], content[_DIGEST:]
    if head != _head(cache, body):
        return NOTHING
    memory: Memory = pickle.loads(body)  # noqa: S301 -- a build of this account wrote it
    sizes = _sizes(cache)
    pieces = [piece for kept in memory.leaves.values() for piece in _pieces(kept)]
    is_whole = all(p.start + p.length <= sizes.get(p.file, -1) for p in pieces)
    is_wasteful = sum(sizes.values()) > _WASTE * sum(piece.length for piece in pieces)
    return memory if is_whole and not is_wasteful else NOTHING


def spool(cache: Cache) -> Spool:
    """Where what is too much for the memory lies."""
    return Spool(cache.folder / "leaves")


def search_folder(cache: Cache) -> Path:
    """Where the pieces of the search index lie."""
    return cache.folder / "search"


def remember(cache: Cache, memory: Memory) -> None:
    """Leaves a memory to the next build, and takes away what it does not use."""
    body = pickle.dumps(memory, protocol=pickle.HIGHEST_PROTOCOL)
    new = cache.folder / "memory.new"
    new.write_bytes(_head(cache, body) + body)
    new.replace(cache.folder / "memory")
    used = {piece.file for kept in memory.leaves.values() for piece in _pieces(kept)}
    for file in (cache.folder / "leaves").iterdir():
        if file.name not in used:
            with suppress(OSError):
                file.unlink()


def _pieces(kept: Kept) -> Iterator[Piece]:
    slip = kept.slip
    yield from (slip.page, slip.entries, slip.row, slip.mention_rows, slip.words)
    yield from (slip.listed, slip.profile)
    for note in slip.notes:
        yield from (note.listed, note.row)
    yield from slip.appearances.values()


def _sizes(cache: Cache) -> dict[str, int]:
    folder = cache.folder / "leaves"
    return {it.name: it.stat().st_size for it in folder.iterdir()} if folder.is_dir() else {}


def _head(cache: Cache, body: bytes) -> bytes:
    return blake2b(cache.epoch + body, digest_size=_DIGEST).digest()


def _home() -> Path:
    named = os.environ.get(FOLDER)
    return Path(named) if named else user_cache_path("postil")


@cache
def _code() -> bytes:
    """What stands for the programs that make leaves: Postil's own files, and the libraries."""
    digest = blake2b(sys.version.encode(), digest_size=_DIGEST)
    package = Path(__file__).parents[1]
    for path in sorted(package.rglob("*")):
        if path.suffix in {".py", ".html", ".js"}:
            digest.update(path.read_bytes())
    for library in _LIBRARIES:
        digest.update(version(library).encode())
    return digest.digest()


def _epoch(settings: Settings) -> bytes:
    """What every leaf depends on."""
    return _code() + repr(settings).encode()

"""What a build leaves for the next one, outside of the archive.

    <cache>/lock      held by the build that uses it
    <cache>/records   what each record's file gave
    <cache>/memory    what was made of each text, and where it lies
    <cache>/leaves/   where it lies
    <cache>/site-…    what was written into a site, and of what
    <cache>/search/   the pieces of the search index (`pagefind_cache.py`)

It lies in the account's own folder for such things, never in the archive: what lies there is taken
for Postil's own, and anybody may propose a file for an archive. It can be deleted at any time. A
build that finds another one using it does without. A build that is killed leaves the memory of
the one before, for the memory is written last, and in one step.
"""

import os
import pickle
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from platformdirs import user_cache_path

from postil.building.memory import NOTHING, Kept, Memory
from postil.building.publishing import Part, Printed
from postil.building.sources import Known
from postil.engines import lock
from postil.engines.installed import installed_version
from postil.model.archive import Settings
from postil.spool import Piece, Spool

FOLDER = "POSTIL_CACHE"
"""The variable of the environment that names another folder for the caches of all archives."""

_LIBRARIES = (
    "Babel",
    "Jinja2",
    "Markdown",
    "MarkupSafe",
    "PyYAML",
    "ahocorasick_rs",
    "nh3",
    "pydantic",
    "pymorphy3",
    "pymorphy3-dicts-ru",
    "pymorphy3-dicts-uk",
    "python-frontmatter",
    "sentencex",
)
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
    memory: Memory | None = _recalled(cache, cache.folder / "memory", b"")
    if memory is None:
        return NOTHING
    sizes = _sizes(cache)
    pieces = [piece for kept in memory.leaves.values() for piece in _pieces(kept)]
    is_whole = all(p.start + p.length <= sizes.get(p.file, -1) for p in pieces)
    is_wasteful = sum(sizes.values()) > _WASTE * sum(piece.length for piece in pieces)
    return memory if is_whole and not is_wasteful else NOTHING


def recall_records(cache: Cache) -> Mapping[str, Known]:
    """What the files of records gave when they were read last, by their paths."""
    known: Mapping[str, Known] = _recalled(cache, cache.folder / "records", b"") or {}
    return known


def remember_records(cache: Cache, known: Mapping[str, Known]) -> None:
    """Leaves to the next build what the files of records give."""
    _remember(cache, cache.folder / "records", b"", known)


def spool(cache: Cache) -> Spool:
    """Where what is too much for the memory lies."""
    return Spool(cache.folder / "leaves")


Ledger = Mapping[Part, Printed]
"""Which pages a build wrote, and what stands for all that they were made of."""


def recall_ledger(cache: Cache, site: Path, frames: bytes) -> Ledger:
    """What was written into a site, if its pages had these frames."""
    ledger: Ledger = _recalled(cache, _ledger(cache, site), frames) or {}
    return ledger


def remember_ledger(cache: Cache, site: Path, frames: bytes, ledger: Ledger) -> None:
    """Leaves what was written into a site to the next build of it."""
    _remember(cache, _ledger(cache, site), frames, ledger)


def _ledger(cache: Cache, site: Path) -> Path:
    return cache.folder / f"site-{blake2b(os.fsencode(site.resolve()), digest_size=8).hexdigest()}"


def search_folder(cache: Cache) -> Path:
    """Where the pieces of the search index lie."""
    return cache.folder / "search"


def remember(cache: Cache, memory: Memory) -> None:
    """Leaves a memory to the next build, and takes away what it does not use."""
    _remember(cache, cache.folder / "memory", b"", memory)
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


def _recalled(cache: Cache, file: Path, of: bytes) -> Any:  # noqa: ANN401 -- what was remembered
    """What a file holds; `None` where it is not there, not whole, or of something else."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    head, body = content[:_DIGEST], content[_DIGEST:]
    if head != _head(cache, of, body):
        return None
    return pickle.loads(body)  # noqa: S301 -- a build of this account wrote it


def _remember(cache: Cache, file: Path, of: bytes, thing: object) -> None:
    """Writes a file in one step. Where it cannot be written, the next build has more to do."""
    body = pickle.dumps(thing, protocol=pickle.HIGHEST_PROTOCOL)
    new = file.with_suffix(".new")
    with suppress(OSError):
        new.write_bytes(_head(cache, of, body) + body)
        new.replace(file)


def _head(cache: Cache, of: bytes, body: bytes) -> bytes:
    return blake2b(cache.epoch + of + body, digest_size=_DIGEST).digest()


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
        digest.update(installed_version(library).encode())
    return digest.digest()


def _epoch(settings: Settings) -> bytes:
    """What every leaf depends on."""
    return _code() + repr(settings).encode()

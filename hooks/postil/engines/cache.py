"""What a build leaves for the next one, outside of the archive.

    <cache>/lock      held by the build that uses it
    <cache>/records   what each record's file gave: the names of the files that say it
    <cache>/memory    what was made of each text, likewise, and where it lies
    <cache>/tables/   the files that say it (`tables.py`)
    <cache>/leaves/   where it lies
    <cache>/site-…    the pages that were written into a site, and of what
    <cache>/data-…    its data files, likewise
    <cache>/spare/    the site that was built last but one (`spare.py`)
    <cache>/by-hand   what the pages written by hand were rendered to (`by_hand.py`)
    <cache>/search/   the pieces of the search index (`pagefind_cache.py`)
    <cache>/sealed    which of them lie in the last two sites (`pagefind_folders.py`)
    <cache>/compiled/ the templates of pages (`compiled.py`)

It lies in the account's own folder for such things, never in the archive: what lies there is taken
for Postil's own, and anybody may propose a file for an archive. It can be deleted at any time. A
build that finds another using it does without. One that is killed leaves the memory of the last.
"""

import os
import pickle
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from platformdirs import user_cache_path

from postil.building.ledger import Ledger, Written
from postil.building.memory import NOTHING, Memory, Names
from postil.building.sources import Known
from postil.engines import lock, tables
from postil.engines.programs import programs
from postil.model.archive import Settings, Target
from postil.pages.slips import Slip
from postil.spool import Spool, file_of

FOLDER = "POSTIL_CACHE"
"""The variable of the environment that names another folder for the caches of all archives."""

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
            _LATEST.clear()  # nothing of it can be read again
        return
    try:
        yield Cache(folder, _epoch(settings))
    finally:
        lock.give_back(handle, folder / "lock")


class _Memory(NamedTuple):
    """Where a memory is said: the names that were looked for, and three tables.

    `sizes` has the bytes of each file among the leaves, and `at_first` those of all when everything
    was made.
    """

    names: Mapping[str, Names]
    rows: tables.Names
    texts: tables.Names
    slips: tables.Names
    sizes: Mapping[str, int]
    at_first: int


_NO_MEMORY = _Memory({}, (), (), (), {}, 0)


def recall(cache: Cache) -> Memory:
    """What was remembered last; nothing where that cannot be relied upon any more."""
    said = _said(cache)
    memory = _texts(cache, said)
    slips = _read(_table(cache, "slips"), said.slips) or {}
    fitting = {target: slip for target, slip in slips.items() if _fits(memory, target, slip)}
    return replace(memory, slips=fitting)


def recall_texts(cache: Cache) -> Memory:
    """What was remembered last but for the slips, which a check does not need."""
    return _texts(cache, _said(cache))


def _texts(cache: Cache, said: _Memory) -> Memory:
    sizes = _sizes(cache)
    is_whole = all(sizes.get(name, -1) >= size for name, size in said.sizes.items())
    if not is_whole or sum(sizes.values()) > _WASTE * said.at_first:
        return NOTHING
    rows = _read(_table(cache, "rows"), said.rows)
    texts = _read(_table(cache, "texts"), said.texts)
    return NOTHING if rows is None or texts is None else Memory(said.names, rows, texts, {})


def _fits(memory: Memory, target: Target, slip: Slip) -> bool:
    """Whether a slip was made of the text that is remembered: a check may have seen a later one."""
    kept = memory.texts.get(target)
    return kept is not None and kept.words == slip.words


def remember(cache: Cache, memory: Memory, before: Memory) -> None:
    """Leaves a memory to the next build, and takes away what it does not use.

    `before` is what was recalled.
    """
    said, table = _said(cache), _table(cache, "slips")
    with suppress(OSError):
        slips = _written(table, memory.slips, before.slips, said.slips)
        now = said._replace(slips=slips, at_first=said.at_first if before.slips else 0)
        _remember_texts(cache, memory, before, now)
        tables.forget_others(table, slips)


def remember_texts(cache: Cache, memory: Memory, before: Memory) -> None:
    """The same for a memory without slips: those that were remembered stay where they lie."""
    said = _said(cache)
    with suppress(OSError):
        now = said._replace(at_first=said.at_first if before.texts else 0)
        _remember_texts(cache, memory, before, now)


def _remember_texts(cache: Cache, memory: Memory, before: Memory, said: _Memory) -> None:
    """Writes what is new in a memory beside its slips. Raises `OSError` where that cannot be."""
    used = {file_of(kept.words) for kept in memory.texts.values()}
    sizes = {name: size for name, size in _sizes(cache).items() if name in used}
    rows, texts = _table(cache, "rows"), _table(cache, "texts")
    now = _Memory(
        memory.names,
        _written(rows, memory.rows, before.rows, said.rows),
        _written(texts, memory.texts, before.texts, said.texts),
        said.slips,
        sizes,
        said.at_first or sum(sizes.values()),
    )
    _remember(cache, cache.folder / "memory", b"", now)
    tables.forget_others(rows, now.rows)
    tables.forget_others(texts, now.texts)
    tables.forget_others(cache.folder / "leaves", used)


def recall_records(cache: Cache) -> Mapping[str, Known]:
    """What the files of records gave when they were read last, by their paths."""
    known: Mapping[str, Known] = _recalled_table(cache, "records", b"")
    return known


def remember_records(cache: Cache, known: Mapping[str, Known], before: Mapping[str, Known]) -> None:
    """Leaves to the next build what the files of records give; `before` is what was recalled."""
    _remember_table(cache, "records", b"", known, before)


def spool(cache: Cache) -> Spool:
    """Where what is too much for the memory lies."""
    return Spool(cache.folder / "leaves")


def recall_written(cache: Cache, site: Path, frames: bytes) -> Written:
    """What was written into a site: its pages if they had these frames, and its data files."""
    ledger: Ledger = _recalled_table(cache, _of_site(site, "site"), frames)
    return Written(ledger, recall_as(cache, _of_site(site, "data")) or {})


def remember_written(
    cache: Cache, site: Path, frames: bytes, now: Written, before: Written
) -> None:
    """Leaves what was written into a site to the next build of it; `before` was recalled."""
    _remember_table(cache, _of_site(site, "site"), frames, now.pages, before.pages)
    remember_as(cache, _of_site(site, "data"), now.data)


def _of_site(site: Path, name: str) -> str:
    return f"{name}-{blake2b(os.fsencode(site.resolve()), digest_size=8).hexdigest()}"


def recall_as(cache: Cache, name: str, of: bytes = b"") -> Any:  # noqa: ANN401 -- what was remembered
    """What was remembered by a name `of` the same; `None` where there is nothing."""
    return _recalled(cache, cache.folder / name, of)


def remember_as(cache: Cache, name: str, thing: object, of: bytes = b"") -> None:
    """Leaves something small to the next build, by a name."""
    _remember(cache, cache.folder / name, of, thing)


def spare(cache: Cache) -> Path:
    """Where the site that was built last but one lies, whichever site that is."""
    return cache.folder / "spare"


def search_folder(cache: Cache) -> Path:
    """Where the pieces of the search index lie."""
    return cache.folder / "search"


def _table(cache: Cache, name: str) -> Path:
    return cache.folder / "tables" / name


_LATEST: dict[Path, tuple[tables.Names, Mapping[Any, Any]]] = {}
"""What this process wrote last into each folder: `serve` builds again and again."""


def _read(folder: Path, names: tables.Names) -> Mapping[Any, Any] | None:
    there, rows = _LATEST.get(folder, ((), {}))
    return rows if there and there == names else tables.read_table(folder, names)


def _written(
    folder: Path, rows: Mapping[Any, Any], before: Mapping[Any, Any], names: tables.Names
) -> tables.Names:
    now = tables.write_table(folder, rows, before, names)
    _LATEST[folder] = (now, rows)
    return now


def _recalled_table(cache: Cache, name: str, of: bytes) -> Mapping[Any, Any]:
    names: tables.Names = _recalled(cache, cache.folder / name, of) or ()
    return _read(_table(cache, name), names) or {}


def _remember_table(
    cache: Cache, name: str, of: bytes, rows: Mapping[Any, Any], before: Mapping[Any, Any]
) -> None:
    folder = _table(cache, name)
    there: tables.Names = _recalled(cache, cache.folder / name, of) or ()
    with suppress(OSError):
        names = _written(folder, rows, before, there)
        _remember(cache, cache.folder / name, of, names)
        tables.forget_others(folder, names)


def _said(cache: Cache) -> _Memory:
    said: _Memory = _recalled(cache, cache.folder / "memory", b"") or _NO_MEMORY
    return said


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
    is_whole = head == _head(cache, of, body)
    return pickle.loads(body) if is_whole else None  # noqa: S301 -- a build of this account wrote it


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


def _epoch(settings: Settings) -> bytes:
    """What every leaf depends on."""
    return programs() + repr(settings).encode()

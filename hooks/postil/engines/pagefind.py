"""The search index: what can be found, written out for Pagefind and read back as files.

The index is made in pieces, which the search page merges. A piece that is as it was in an earlier
build is taken from there, and the documents of its entries are not even read.
"""

import json
import os
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from postil import spool
from postil.engines import pagefind_runs as runs
from postil.engines.files import write
from postil.engines.installed import installed_version
from postil.engines.pagefind_cache import forget_others, is_kept, keep, kept
from postil.engines.pagefind_order import in_fixed_order
from postil.engines.pagefind_pieces import Piece, in_pieces, key_of, name_of
from postil.pages.page import Asset
from postil.pages.slips import EntrySlip

_FORM = "3"
"""What is made of Pagefind's files. Another number, and no index of earlier builds is taken."""

_TOLD = 6
"""Letters of a piece's key by which its files have other names when anything in it has changed."""

_AT_ONCE = 2
"""Runs of Pagefind at the most. Each takes 250 MB, so their number must not grow with the cores."""

_SHARED = (".js", ".pagefind")
"""Files that the newest piece has for all: the scripts, and the program that they load."""


@dataclass(frozen=True)
class PieceInMaking:
    """A piece of the index, under its name, and with the key that its index is kept by."""

    name: str
    key: str
    entries: Piece


@dataclass(frozen=True)
class Indexing:
    """An index that is being made, in processes of their own while the site's pages are written.

    `read` gives an entry's document; `folder` holds what Pagefind reads and writes, `store` what is
    kept for later builds; `running` has the run of each piece whose index is made anew, from when
    its turn comes.
    """

    pieces: list[PieceInMaking]
    read: Callable[[spool.Piece], bytes]
    language: str
    folder: Path
    store: Path | None
    running: dict[str, runs.Run]


def plan_index(
    entries: Iterable[EntrySlip],
    read: Callable[[spool.Piece], bytes],
    language: str,
    folder: Path,
    store: Path | None = None,
) -> Indexing:
    """The index over the entries, of which nothing is made yet, and which needs an empty folder.

    All entries are indexed as of one language, whatever language they are in, so that every reader
    finds all. Where there is a `store`, a folder, pieces that an earlier build left there are used.
    """
    version = installed_version("pagefind")
    pieces = [
        PieceInMaking(name_of(piece), key_of(piece, _FORM, version, language), piece)
        for piece in in_pieces(_newest_first(entries))
    ]
    return Indexing(pieces, read, language, folder, store, {})


def start_indexing(indexing: Indexing) -> None:
    """Has Pagefind begin, if it is to make anything.

    One run begins, no more: as long as pages are written, their processes take memory too.
    """
    _start_next(indexing)


def finished_index(indexing: Indexing, there: Container[str] = ()) -> Iterator[Asset]:
    """The files of the index, below `pagefind/`, as soon as it is made. Aborts if it cannot be.

    The newest piece lies there, each other in a folder of its name; `pieces.json` lists those.
    Pieces that are `there`, by their names, are left out, unless they have to be made to be kept.
    """
    while len(indexing.running) < min(_AT_ONCE, os.cpu_count() or 1) and _start_next(indexing):
        pass
    # What is kept is written while the rest is being made.
    for piece in sorted(indexing.pieces, key=partial(_is_to_be_made, indexing)):
        if piece.name in there and not _is_to_be_made(indexing, piece):
            continue
        is_newest = piece is indexing.pieces[0]
        folder = "pagefind/" if is_newest else f"pagefind/{piece.name}/"
        for name, content in sorted(_index_of(indexing, piece).items()):
            if is_newest or not name.endswith(_SHARED):
                yield Asset(folder + name, content)
    if indexing.store:
        forget_others(indexing.store, [piece.key for piece in indexing.pieces])
    others = [piece.name for piece in indexing.pieces[1:]]
    yield Asset("pagefind/pieces.json", json.dumps(others).encode())


def stop_indexing(indexing: Indexing) -> None:
    """Ends the processes that are running still."""
    for run in indexing.running.values():
        runs.stop(run)


def interrupt_indexing(indexing: Indexing) -> None:
    """Lets the runs that are under way fail, for whoever waits for them."""
    for run in list(indexing.running.values()):
        run.kill()


def _start_next(indexing: Indexing) -> bool:
    """Starts the run of the first piece that waits for one; gives whether any did."""
    for piece in indexing.pieces:
        if piece.name not in indexing.running and _is_to_be_made(indexing, piece):
            _start(indexing, piece)
            return True
    return False


def _is_to_be_made(indexing: Indexing, piece: PieceInMaking) -> bool:
    return not (indexing.store and is_kept(indexing.store, piece.key))


def _start(indexing: Indexing, piece: PieceInMaking) -> None:
    folder = indexing.folder / piece.name
    source = runs.source(folder)
    for entry in piece.entries:
        write(source / entry.path / "index.html", indexing.read(entry.document))
    indexing.running[piece.name] = runs.start(folder, indexing.language)


def _index_of(indexing: Indexing, piece: PieceInMaking) -> Mapping[str, bytes]:
    """The files of a piece: kept from an earlier build, or made."""
    if piece.name not in indexing.running:
        index = kept(indexing.store, piece.key) if indexing.store else None
        if index is not None:
            return index
        _start(indexing, piece)  # what was kept is not whole
    raw = runs.made(indexing.running[piece.name], indexing.folder / piece.name)
    _start_next(indexing)
    files = in_fixed_order(raw, _places(piece.entries), piece.key[:_TOLD])
    if indexing.store:
        keep(indexing.store, piece.key, files)
    return files


def _places(piece: Piece) -> dict[str, str]:
    """For each entry its day, and how many of that day come after it."""
    after: Counter[date] = Counter()
    places = {}
    for entry in reversed(piece):
        day, _ = entry.when
        places[entry.path] = f"{day.isoformat().replace('-', '')}{after[day]:05}"
        after[day] += 1
    return places


def _newest_first(entries: Iterable[EntrySlip]) -> list[EntrySlip]:
    """The order in which everything is listed where no words rank it: undated things by title."""
    by_title = sorted(entries, key=lambda entry: (entry.title.casefold(), entry.path))
    return sorted(by_title, key=lambda entry: entry.when, reverse=True)

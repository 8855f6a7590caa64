"""The search index: what can be found, written out for Pagefind and read back as files.

Pagefind reads HTML. It gets a lean document for each thing that can be found, not the site's pages:
so notes are results of their own, and the theme's markup has no say in the search.

The index is made in pieces, which the search page merges. A piece that is as it was in an earlier
build is taken from there.
"""

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from markupsafe import Markup

from postil.engines import pagefind_runs as runs
from postil.engines.files import write
from postil.engines.installed import installed_version
from postil.engines.pagefind_cache import forget_others, keep, kept
from postil.engines.pagefind_order import in_fixed_order
from postil.engines.pagefind_pieces import Document, Piece, in_pieces, key_of, name_of
from postil.pages.page import Asset, SearchEntry
from postil.parallel import spread
from postil.text.folding import folded

_FORM = "1"
"""What is made of Pagefind's files. Another number, and no index of earlier builds is taken."""

_SHARED = (".js", ".pagefind")
"""Files that the newest piece has for all: the scripts, and the program that they load."""

_UNDATED = (date.min, 0.0)


@dataclass(frozen=True)
class PieceInMaking:
    """A piece of the index: `index` has its files, if an earlier build made them.

    `places` has for the address of each entry a text by which it sorts among all, the newest last.
    """

    name: str
    key: str
    places: Mapping[str, str]
    index: Mapping[str, bytes] | None


@dataclass(frozen=True)
class Indexing:
    """An index that is being made, in processes of their own while the site's pages are written.

    `folder` holds what Pagefind reads and writes, `store` what is kept for later builds; `running`
    has the run of each piece that is being made.
    """

    pieces: list[PieceInMaking]
    language: str
    folder: Path
    store: Path | None
    running: dict[str, runs.Run]


def start_indexing(
    entries: Iterable[SearchEntry], language: str, folder: Path, store: Path | None = None
) -> Indexing:
    """Has Pagefind make an index over the entries, in an empty folder.

    All entries are indexed as of one language, whatever language they are in, so that every reader
    finds all. Where there is a `store`, a folder, pieces that an earlier build left there are used.
    """
    listed = _newest_first(entries)
    pages = spread(_page, None, listed)
    documents = [
        Document(entry.address.strip("/"), page.encode(), _when(entry)[0])
        for entry, page in zip(listed, pages, strict=True)
    ]
    pieces = []
    for piece in in_pieces(documents):
        key = key_of(piece, _FORM, installed_version("pagefind"), language)
        index = kept(store, key) if store else None
        if index is None:
            source = runs.source(folder / name_of(piece))
            for document in piece:
                write(source / document.path / "index.html", document.html)
        pieces.append(PieceInMaking(name_of(piece), key, _places(piece), index))
    indexing = Indexing(pieces, language, folder, store, {})
    for _ in range(os.cpu_count() or 1):
        _start_next(indexing)
    return indexing


def finished_index(indexing: Indexing) -> Iterator[Asset]:
    """The files of the index, below `pagefind/`, as soon as it is made. Aborts if it cannot be.

    The newest piece lies there, each other in a folder of its name; `pieces.json` lists those.
    """
    for piece in indexing.pieces:
        files = piece.index
        if files is None:
            files = _made(indexing, piece)
        is_newest = piece is indexing.pieces[0]
        folder = "pagefind/" if is_newest else f"pagefind/{piece.name}/"
        for name, content in sorted(files.items()):
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


def _start_next(indexing: Indexing) -> None:
    """Starts the run of the first piece that waits for one, if any does."""
    for piece in indexing.pieces:
        if piece.index is None and piece.name not in indexing.running:
            run = runs.start(indexing.folder / piece.name, indexing.language)
            indexing.running[piece.name] = run
            return


def _made(indexing: Indexing, piece: PieceInMaking) -> Mapping[str, bytes]:
    """The files of a piece that is being made; another takes its turn when it is done."""
    raw = runs.made(indexing.running[piece.name], indexing.folder / piece.name)
    _start_next(indexing)
    files = in_fixed_order(raw, piece.places)
    if indexing.store:
        keep(indexing.store, piece.key, files)
    return files


def _places(piece: Piece) -> dict[str, str]:
    """For each document its day, and how many of that day come after it."""
    after: Counter[date] = Counter()
    places = {}
    for document in reversed(piece):
        day = document.day.isoformat().replace("-", "")
        places[document.path] = f"{day}{after[document.day]:05}"
        after[document.day] += 1
    return places


def _when(entry: SearchEntry) -> tuple[date, float]:
    return entry.when.sort_key if entry.when else _UNDATED


def _newest_first(entries: Iterable[SearchEntry]) -> list[SearchEntry]:
    """The order in which everything is listed where no words rank it: undated things by title."""
    by_title = sorted(entries, key=lambda entry: (entry.title.casefold(), entry.address))
    return sorted(
        by_title,
        key=_when,
        reverse=True,
    )


def _page(_: None, entry: SearchEntry) -> str:
    return str(_document(entry))


def _document(entry: SearchEntry) -> str:
    """An entry as Pagefind reads it: its words, and behind them what is told of them.

    Its address is the document's path: as a detail it would be searched, and `articles` would
    find every article. The title and further names are details, for those are searched with a
    weight of their own. The words are folded, since Pagefind takes a typographic mark for a part
    of the word beside it, a rare word therefore, and ranks that far above the plain word. What
    has no words but its title gets those, for Pagefind leaves out a document without any.
    """
    names = dict.fromkeys((entry.title, *entry.names)) if entry.names else ()
    details = {"title": entry.title, "names": " / ".join(names), **entry.details}
    facets = {"language": (entry.language,), **entry.facets}
    told = [
        *(_told("meta", name, value) for name, value in details.items() if value),
        *(_told("filter", name, value) for name, values in facets.items() for value in values),
    ]
    return Markup(
        "<!doctype html><html><head><title></title></head>"
        "<body data-pagefind-body><p>{}</p><div data-pagefind-ignore>{}</div></body></html>"
    ).format(folded(entry.text.strip() or entry.title), Markup().join(told))


@cache
def _told(what: str, name: str, value: str) -> Markup:
    return Markup('<span data-pagefind-{}="{}">{}</span>').format(what, name, value)

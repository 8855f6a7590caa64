"""The search index: what can be found, written out for Pagefind and read back as files.

Pagefind reads HTML. It gets a lean document for each thing that can be found, not the site's pages:
so notes are results of their own, and the theme's markup has no say in the search.
"""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from markupsafe import Markup
from mkdocs.exceptions import Abort

from postil.engines.files import write
from postil.engines.pagefind_order import in_fixed_order
from postil.pages.page import Asset, SearchEntry
from postil.parallel import spread
from postil.text.folding import folded

_KEPT = (".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ".pagefind", ".json")
"""What the search needs beside `pagefind.js` and its worker; its own interface is left out."""

_SCRIPTS = ("pagefind.js", "pagefind-worker.js")

_SOURCE, _INDEX = "source", "index"

_UNDATED = (date.min, 0.0)

_NOT_INSTALLED = ("No module named", "Could not find pagefind binary")
"""What Python and Pagefind's own package say where the program is missing."""


@dataclass(frozen=True)
class Indexing:
    """An index that is being made, in a process of its own while the site's pages are written.

    `folder` holds what Pagefind reads and writes.
    """

    folder: Path
    process: subprocess.Popen[str]


def start_indexing(entries: Iterable[SearchEntry], language: str, folder: Path) -> Indexing:
    """Has Pagefind make an index over the entries, in an empty folder.

    All entries go into one index, whatever language they are in, so that every reader finds all.
    """
    source, index = folder / _SOURCE, folder / _INDEX
    source.mkdir()
    numbered = list(enumerate(_newest_first(entries), start=1))
    documents = spread(_numbered_document, None, numbered)
    for (_, entry), document in zip(numbered, documents, strict=True):
        write(source / entry.address.strip("/") / "index.html", document.encode())
    command = [sys.executable, "-m", "pagefind", "--site", str(source)]
    options = ["--output-path", str(index), "--force-language", language, "--silent"]
    process = subprocess.Popen(  # noqa: S603 -- a fixed command
        [*command, *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
    )
    return Indexing(folder, process)


def finished_index(indexing: Indexing) -> Iterator[Asset]:
    """The files of the index, below `pagefind/`, as soon as it is made. Aborts if it cannot be."""
    _, told = indexing.process.communicate()
    if indexing.process.returncode:
        why = _why(indexing.process.returncode, told)
        raise Abort(f"{why} Nothing was published, and the last site stays as it is.")
    index = indexing.folder / _INDEX
    found = {path.relative_to(index).as_posix(): path for path in index.rglob("*")}
    kept = {
        name: path.read_bytes()
        for name, path in found.items()
        if path.name in _SCRIPTS or path.suffix in _KEPT
    }
    for name, content in sorted(in_fixed_order(kept).items()):
        yield Asset(f"pagefind/{name}", content)


def stop_indexing(indexing: Indexing) -> None:
    """Ends the process, if it is running still."""
    with indexing.process as process:
        process.kill()


def _why(status: int, told: str) -> str:
    """Why there is no index, and what helps."""
    if any(missing in told for missing in _NOT_INSTALLED):
        return (
            "Pagefind, which makes the search index, is not installed. "
            "Install it (`pip install 'pagefind[extended]'`) and build again."
        )
    if status < 0:
        return (
            f"Pagefind was ended from outside (signal {-status}) while it made the search index, "
            "most often because memory ran out. End other programs and build again."
        )
    return f"Pagefind could not make the search index: {_reason(told)}"


def _reason(told: str) -> str:
    """The line that says what went wrong: the last, but for Rust's advice on backtraces."""
    lines = [line.strip() for line in told.splitlines() if line.strip()]
    telling = [line for line in lines if not line.startswith(("note:", "stack backtrace:"))]
    return telling[-1] if telling else "it did not say why."


def _newest_first(entries: Iterable[SearchEntry]) -> list[SearchEntry]:
    """The order in which everything is listed where no words rank it: undated things by title."""
    by_title = sorted(entries, key=lambda entry: (entry.title.casefold(), entry.address))
    return sorted(
        by_title,
        key=lambda entry: entry.when.sort_key if entry.when else _UNDATED,
        reverse=True,
    )


def _numbered_document(_: None, numbered: tuple[int, SearchEntry]) -> str:
    number, entry = numbered
    return str(_document(entry, number))


def _document(entry: SearchEntry, number: int) -> str:
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
        Markup('<span data-pagefind-sort="order">{}</span>').format(number),
    ]
    return Markup(
        "<!doctype html><html><head><title></title></head>"
        "<body data-pagefind-body><p>{}</p><div data-pagefind-ignore>{}</div></body></html>"
    ).format(folded(entry.text.strip() or entry.title), Markup().join(told))


@cache
def _told(what: str, name: str, value: str) -> Markup:
    return Markup('<span data-pagefind-{}="{}">{}</span>').format(what, name, value)

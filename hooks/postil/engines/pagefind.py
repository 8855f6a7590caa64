"""The search index: what can be found, written out for Pagefind and read back as files.

Pagefind reads HTML. It gets a lean document for each thing that can be found, not the site's pages:
so notes are results of their own, and the theme's markup has no say in the search.
"""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from markupsafe import Markup

from postil.pages.page import Asset, SearchEntry

_KEPT = (".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ".pagefind", ".json")
"""What the search needs beside `pagefind.js` and its worker; Pagefind's own interface is left out."""

_SCRIPTS = ("pagefind.js", "pagefind-worker.js")


def search_files(entries: Iterable[SearchEntry], language: str) -> Iterator[Asset]:
    """The files of a search index over the entries, below `pagefind/`.

    All entries go into one index, whatever language they are in, so that every reader finds all.
    """
    with TemporaryDirectory(prefix="postil-") as folder:
        source, index = Path(folder, "source"), Path(folder, "index")
        source.mkdir()
        number = 0
        for number, entry in enumerate(entries, start=1):
            (source / f"{number:07}.html").write_text(_document(entry), encoding="utf-8")
        if not number:
            return
        command = [sys.executable, "-m", "pagefind", "--site", str(source)]
        options = ["--output-path", str(index), "--force-language", language, "--silent"]
        subprocess.run([*command, *options], check=True)  # noqa: S603 -- a fixed command
        for path in sorted(index.rglob("*")):
            if path.name in _SCRIPTS or path.suffix in _KEPT:
                yield Asset(f"pagefind/{path.relative_to(index).as_posix()}", path.read_bytes())


def _document(entry: SearchEntry) -> str:
    facets = Markup().join(
        Markup('<span data-pagefind-filter="{}">{}</span>').format(facet, value)
        for facet, values in entry.facets.items()
        for value in values
    )
    details = Markup().join(
        Markup('<span data-pagefind-meta="{}">{}</span>').format(name, value)
        for name, value in {"address": entry.address, **entry.details}.items()
    )
    names = Markup().join(
        Markup('<p data-pagefind-weight="8">{}</p>').format(name) for name in entry.names
    )
    return Markup(
        "<!doctype html><html><head><title>{title}</title></head><body data-pagefind-body>"
        '<h1 data-pagefind-meta="title" data-pagefind-weight="8">{title}</h1>'
        "<p>{text}</p>{names}<div data-pagefind-ignore>{facets}{details}</div></body></html>"
    ).format(title=entry.title, text=entry.text, names=names, facets=facets, details=details)

"""One style sheet for each kind of page, put together from the parts that are written.

A browser paints nothing before it has every sheet of a page, and asks for six files at a time.
"""

from itertools import chain

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

_PAGE = ("tokens", "base", "frame", "masthead", "text")
_TEXT = (*_PAGE, "article", "notes", "margin", "apparatus")
_LIST = (*_TEXT, "lists")
_DOSSIER = (*_LIST, "strip", "dossiers", "network", "narrowing", "propose")

SHEETS = {
    "article": (*_TEXT, "reading", "propose", "print"),
    "components": (*_DOSSIER, "search", "overview", "reading", "previews", "components", "print"),
    "contribute": (*_PAGE, "propose", "print"),
    "dossier": (*_DOSSIER, "print"),
    "list": (*_LIST, "print"),
    "overview": (*_LIST, "strip", "overview", "print"),
    "search": (*_PAGE, "lists", "search", "print"),
}
"""The parts of each sheet; the template says which kinds of page have it."""

_ALONE = {"previews"}
"""Parts that scripts load by themselves too, when a reader wants what they are for."""


def put_together(files: Files, config: MkDocsConfig) -> None:
    """Adds the sheets, and leaves out of the site the parts that nothing loads."""
    for name, parts in SHEETS.items():
        text = "\n".join(_part(files, part).content_string for part in parts)
        files.append(File.generated(config, f"assets/sheets/{name}.css", content=text))
    for part in set(chain.from_iterable(SHEETS.values())) - _ALONE:
        _part(files, part).inclusion = InclusionLevel.EXCLUDED


def _part(files: Files, name: str) -> File:
    return files.src_uris[f"assets/stylesheets/{name}.css"]

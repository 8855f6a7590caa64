"""One style sheet for each kind of page, and one first script, put together from written parts.

A browser paints nothing before it has every sheet of a page and every script of its head, and each
is a journey to the host and back.
"""

from collections.abc import Mapping, Sequence
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

FIRST_SCRIPTS = {
    "article": ("theme-memory", "notes-choice", "margin", "later"),
    "page": ("theme-memory", "later"),
}
"""The scripts that run before a page is painted: those of an article, and those of any other."""

_ALONE = {"previews"}
"""Parts that are loaded by themselves too, by a script that wants them."""


def put_together(files: Files, config: MkDocsConfig) -> None:
    """Adds the sheets and scripts, and leaves out of the site the parts that nothing loads."""
    _join(files, config, SHEETS, "assets/stylesheets/{}.css", "assets/sheets/{}.css")
    _join(files, config, FIRST_SCRIPTS, "assets/scripts/{}.js", "assets/sheets/{}.js")


def _join(
    files: Files, config: MkDocsConfig, wholes: Mapping[str, Sequence[str]], part: str, whole: str
) -> None:
    sources = {it: files.src_uris[part.format(it)] for it in chain.from_iterable(wholes.values())}
    for name, parts in wholes.items():
        text = "\n".join(sources[it].content_string for it in parts)
        files.append(File.generated(config, whole.format(name), content=text))
    for it in sources.keys() - _ALONE:
        sources[it].inclusion = InclusionLevel.EXCLUDED

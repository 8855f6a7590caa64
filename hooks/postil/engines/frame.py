"""The frame around archive pages, rendered once for pages alike and then filled in.

Masthead, styles and footer of an archive page depend on what kind of page it is, on how deep it
lies and in which part of the site, and on nothing else. To render Material's template for every
page of an archive would take longer than to compose them.
"""

from dataclasses import dataclass, field
from hashlib import blake2b
from typing import NamedTuple
from urllib.parse import urljoin

from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from postil.pages.page import Page

_TEMPLATE = "main.html"

_MARK = "\0"
"""Around the name of a slot in a hollow page. No contributed text can hold it."""


_SLOTS = ("title", "content", "canonical_url", "edit_url", "description", "head")


class Alike(NamedTuple):
    """What a frame depends on: the kind of page, how deep it lies, in which part of the site.

    And which of the slots are filled: a page may have no edit address, for instance.
    """

    kind: str
    depth: int
    section: str
    filled: tuple[str, ...]


@dataclass(frozen=True)
class Frames:
    """What frames are rendered with. `rendered` holds those of one process, cut at their slots."""

    env: Environment
    nav: Navigation
    files: Files
    config: MkDocsConfig
    rendered: dict[Alike, list[str]] = field(default_factory=dict)


def framed(page: Page, frames: Frames) -> str:
    """A page in its frame."""
    values = _values(page, frames.config)
    alike = Alike(
        page.kind,
        page.address.count("/"),
        page.address.partition("/")[0],
        tuple(name for name in _SLOTS if values[name]),
    )
    if alike not in frames.rendered:
        frames.rendered[alike] = _hollow(alike, frames).split(_MARK)
    pieces = frames.rendered[alike]
    return "".join(piece if index % 2 == 0 else values[piece] for index, piece in enumerate(pieces))


_OF_A_LIST = ("title", "content", "canonical_url", "description")
_OF_A_RECORD = (*_OF_A_LIST, "edit_url")

_SPECIMENS = (
    Alike("article", 3, "articles", (*_OF_A_RECORD, "head")),
    Alike("article", 3, "articles", ()),
    Alike("actor", 2, "actors", _OF_A_RECORD),
    Alike("dossier-year", 3, "actors", _OF_A_LIST),
    Alike("topic", 2, "topics", _OF_A_RECORD),
    Alike("dossier-year", 3, "topics", _OF_A_LIST),
    Alike("analyst", 2, "analysts", _OF_A_RECORD),
    Alike("analyst", 3, "analysts", _OF_A_LIST),
    Alike("index", 2, "articles", _OF_A_LIST),
    Alike("notes", 2, "notes", _OF_A_LIST),
    Alike("corrections", 2, "corrections", _OF_A_LIST),
)
"""Pages of every kind that may be taken over from the last site, each with what its kind has."""


def frames_digest(frames: Frames) -> bytes:
    """What tells whether pages have the same frames as those of another build."""
    config = frames.config
    addresses = (config.site_url, config.repo_url, config.edit_uri, config.edit_uri_template)
    digest = blake2b(repr(addresses).encode(), digest_size=16)
    for specimen in _SPECIMENS:
        digest.update(_hollow(specimen, frames).encode())
    return digest.digest()


def _values(page: Page, config: MkDocsConfig) -> dict[str, str]:
    """What is a page's own, by the names of its slots."""
    return {
        "title": str(escape(page.title)),
        "content": str(page.html),
        "canonical_url": urljoin(config.site_url, page.address) if config.site_url else "",
        "edit_url": _edit_url(page.source, config) if page.source else "",
        "description": str(escape(page.description)),
        "head": str(page.head),
    }


def _hollow(alike: Alike, frames: Frames) -> str:
    """A frame, with marked slots in the place of all that is a page's own."""
    slots = {name: f"{_MARK}{name}{_MARK}" if name in alike.filled else "" for name in _SLOTS}
    config = frames.config
    address = "/".join((alike.section, *["x"] * (alike.depth - 1), "index.md"))
    hollow = MkDocsPage(slots["title"], File.generated(config, address, content=""), config)
    hollow.content = slots["content"]
    hollow.canonical_url = slots["canonical_url"]
    hollow.edit_url = slots["edit_url"]
    hollow.meta = {
        "archive": alike.kind,
        "description": slots["description"],
        "head": slots["head"],
    }
    hollow.toc = get_toc([])
    hollow.markdown = ""
    context = get_context(frames.nav, frames.files, config, hollow)
    return frames.env.get_template(_TEMPLATE).render(context)


def _edit_url(source: str, config: MkDocsConfig) -> str:
    """Where a record is edited. Its path begins at `docs/`, which `edit_uri` leads to."""
    file = File.generated(config, "index.md", content="")
    in_docs = source.startswith("docs/")
    file.edit_uri = source.removeprefix("docs/") if in_docs else f"../{source}"
    return MkDocsPage(None, file, config).edit_url or ""

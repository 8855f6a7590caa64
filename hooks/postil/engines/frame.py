"""The frame around archive pages, rendered once for pages alike and then filled in.

Masthead, styles and footer of an archive page depend on what kind of page it is, on how deep it
lies and in which part of the site, and on nothing else. To render Material's template for every
page of an archive would take longer than to compose them.
"""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from postil.engines.files import write
from postil.pages.page import Page

_TEMPLATE = "main.html"

_MARK = "\0"
"""Around the name of a slot in a hollow page. No contributed text can hold it."""


@dataclass(frozen=True)
class Frames:
    """What frames are rendered with. `rendered` holds those of one process, cut at their slots."""

    env: Environment
    nav: Navigation
    files: Files
    config: MkDocsConfig
    rendered: dict[tuple[object, ...], list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Publisher:
    """Writes pages in their frames below a folder. Raises `OSError` where that cannot be."""

    frames: Frames
    folder: Path

    def __call__(self, page: Page) -> None:
        """Writes one page."""
        write(self.folder / page.address / "index.html", framed(page, self.frames).encode())


def framed(page: Page, frames: Frames) -> str:
    """A page in its frame."""
    values = _values(page, frames.config)
    alike = (
        page.kind,
        page.address.count("/"),
        page.address.partition("/")[0],
        *map(bool, values.values()),
    )
    if alike not in frames.rendered:
        frames.rendered[alike] = _hollow(page, values, frames).split(_MARK)
    pieces = frames.rendered[alike]
    return "".join(piece if index % 2 == 0 else values[piece] for index, piece in enumerate(pieces))


def _values(page: Page, config: MkDocsConfig) -> dict[str, str]:
    """What is a page's own, by the names of its slots."""
    return {
        "title": str(escape(page.title)),
        "content": str(page.html),
        "canonical_url": urljoin(config.site_url, page.address) if config.site_url else "",
        "edit_url": _edit_url(page.source, config) if page.source else "",
        "description": str(escape(page.description)),
    }


def _hollow(page: Page, values: dict[str, str], frames: Frames) -> str:
    """The frame of a page, with marked slots in the place of all that is its own."""
    slots = {name: f"{_MARK}{name}{_MARK}" if value else "" for name, value in values.items()}
    config = frames.config
    hollow = MkDocsPage(
        slots["title"], File.generated(config, f"{page.address}index.md", content=""), config
    )
    hollow.content = slots["content"]
    hollow.canonical_url = slots["canonical_url"]
    hollow.edit_url = slots["edit_url"]
    hollow.meta = {"archive": page.kind, "description": slots["description"]}
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

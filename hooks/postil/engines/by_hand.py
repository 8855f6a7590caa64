"""The pages written by hand: rendered again only when something that makes them has changed.

MkDocs renders every page of `docs/` in every build. For a guide of twenty pages that took two
fifths of the time in which `serve` showed a change in an archive of a thousand articles.
"""

import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import CountHandler

from postil.digests import digest_of
from postil.engines import cache
from postil.engines.archive_pages import ArchiveFile
from postil.engines.cache import Cache
from postil.engines.installed import installed_version

_REMEMBERED = "by-hand"

_LIBRARIES = ("mkdocs", "properdocs", "pymdown-extensions", "Pygments")
"""What a rendering depends on beside what the whole cache does."""

_OF_THE_TEXT_ALONE = {
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "fenced_code",
    "footnotes",
    "md_in_html",
    "pymdownx.details",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.mark",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "sane_lists",
    "smarty",
    "tables",
    "toc",
}
"""Extensions of Markdown that look at nothing but a page. Others may read files, or a clock."""


class Rendered(NamedTuple):
    """What MkDocs made of a page. `links` lead to anchors, by the sources of their pages."""

    content: str | None
    toc: TableOfContents
    title: str | None
    anchors: set[str] | None
    links: dict[str, dict[str, str]]


@dataclass(frozen=True)
class ByHand:
    """What pages were rendered to in the last build, and what they are in this one.

    `of` stands for all that they have in common: other pages, which links lead to, and settings.
    """

    of: bytes
    before: Mapping[bytes, Rendered]
    now: dict[bytes, Rendered] = field(default_factory=dict)


def recall_pages(kept: Cache, config: MkDocsConfig, files: Files) -> ByHand | None:
    """What was remembered of pages; `None` where more than their text may make them."""
    if not _is_of_the_text_alone(config):
        return None
    before = cache.recall_as(kept, _REMEMBERED, _engine())
    return ByHand(_in_common(config, files), before or {})


def remember_pages(kept: Cache, pages: ByHand | None) -> None:
    """Leaves to the next build what pages are in this one."""
    if pages is not None and pages.now.keys() != pages.before.keys():
        cache.remember_as(kept, _REMEMBERED, pages.now, _engine())


def render_once(page: Page, pages: ByHand | None) -> None:
    """Has a page look whether it is what it was, before it renders itself.

    A page that MkDocs has something to say of is rendered every time, and MkDocs says it again.
    What is remembered is a copy: a hook may change what a page has.
    """
    if pages is None:
        return
    render = page.render

    def render_what_is_new(config: MkDocsConfig, files: Files) -> None:
        key = _key(page, pages.of)
        rendered = pages.before.get(key)
        if rendered is not None:
            _give(page, deepcopy(rendered), files)
            pages.now[key] = rendered
            return
        with _counted() as said:
            render(config, files)
        if not said.counts:
            pages.now[key] = deepcopy(_rendered(page))

    page.render = render_what_is_new  # type: ignore[method-assign]  # there is no event for it


def _is_of_the_text_alone(config: MkDocsConfig) -> bool:
    """Whether a text is always rendered alike, and nothing is said of it."""
    if not _OF_THE_TEXT_ALONE.issuperset(config.markdown_extensions):
        return False
    told = logging.getLogger(Page.__module__)
    if told.isEnabledFor(logging.DEBUG):  # more is told then
        return False
    if not told.isEnabledFor(logging.INFO):  # what there is to say is not said, and not known
        return False
    try:
        json.dumps(config.mdx_configs)
    except TypeError:  # a function, which may look at anything
        return False
    return True


def _engine() -> bytes:
    """What renders the pages. What one engine left is nothing that another can take up."""
    return repr([Page.__module__, *map(installed_version, _LIBRARIES)]).encode()


def _in_common(config: MkDocsConfig, files: Files) -> bytes:
    settings = (
        config.markdown_extensions,
        json.dumps(config.mdx_configs),
        dict(config.validation.links),
    )
    sources = sorted(map(_address, files))
    return digest_of([repr(settings).encode(), "\n".join(sources).encode()])


def _address(file: File) -> str:
    """Where links to a file lead. A page of the archive has its address from its source."""
    if isinstance(file, ArchiveFile):
        return file.src_uri
    return f"{file.src_uri}\0{file.url}\0{file.inclusion.name}"


def _key(page: Page, of: bytes) -> bytes:
    markdown = (page.markdown or "").encode(errors="surrogatepass")
    return digest_of([of, page.file.src_uri.encode(), markdown])


@contextmanager
def _counted() -> Iterator[CountHandler]:
    """Counts what is logged meanwhile, by whomever."""
    counter, root = CountHandler(), logging.getLogger()
    root.addHandler(counter)
    try:
        yield counter
    finally:
        root.removeHandler(counter)


def _rendered(page: Page) -> Rendered:
    links = {file.src_uri: them for file, them in (page.links_to_anchors or {}).items()}
    title = page._title_from_render  # noqa: SLF001 -- `title` may come from elsewhere
    return Rendered(page.content, page.toc, title, page.present_anchor_ids, links)


def _give(page: Page, rendered: Rendered, files: Files) -> None:
    page.content, page.toc = rendered.content, rendered.toc
    page._title_from_render = rendered.title  # noqa: SLF001 -- as `Page.render` does
    page.present_anchor_ids = rendered.anchors
    sources = files.src_uris
    page.links_to_anchors = {sources[uri]: them for uri, them in rendered.links.items()}

"""From the bytes of a page to what it says of its article.

bytes → characters → elements → metadata, and elements → blocks → Markdown
"""

import codecs
import logging
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from postil.gathering.addresses import host_of, original_of
from postil.gathering.blocks import Block, blocks_of, clean
from postil.gathering.decoding import page_text
from postil.gathering.gathered import Gathered, Refusal
from postil.gathering.markdown import markdown
from postil.gathering.metadata import (
    address_of,
    byline_of,
    is_walled,
    language_of,
    outlet_of,
    page_of,
    published_of,
    title_of,
    updated_of,
)
from postil.gathering.tree import parsed, readable, seen
from postil.text.folding import folded

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LIBRARY = logging.getLogger("trafilatura")

MAX_BYTES = 5_000_000
"""Bytes of a page: those of news have up to two million, most of it programs."""

_OTHER_FILES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)

_BEGINNING = 1_024
"""Bytes in which a file that is no text shows it by a zero."""

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""What a text begins with in which every other byte may be zero."""


def gather(data: bytes, declared: str | None, url: str | None, today: date) -> Gathered | Refusal:
    """What a page says of its article, or why it says nothing.

    `declared` is the encoding that the server named, `url` the address where the page was found. A
    date that only stands in the text counts if it lies before `today`, the day on which the page
    was taken: many pages show that.
    """
    if wrong := _no_page(data):
        return wrong
    tree = parsed(page_text(data, declared))
    if isinstance(tree, Refusal):
        return tree
    page = page_of(tree, url)
    address, outlet = address_of(page), outlet_of(page)
    title = title_of(page, outlet)
    published, updated = published_of(page), updated_of(page)
    _, copy = original_of(url or "")
    shown = seen(tree)
    day = published or _date_in(shown, address, today)
    return Gathered(
        title=(title and clean(title)) or None,
        published=day,
        updated=updated if updated != published else None,
        byline=tuple(filter(None, map(clean, byline_of(page, outlet)))),
        outlet=(clean(outlet) if outlet else host_of(address or "")) or None,
        lang=language_of(page),
        url=address,
        archived=(copy,) if copy else (),
        text=markdown(_without_title(_blocks(readable(shown)), title)),
        is_walled=is_walled(page),
    )


def _no_page(data: bytes) -> Refusal | None:
    if len(data) > MAX_BYTES:
        return Refusal(
            f"the page is larger than {MAX_BYTES // 1_000_000} MB",
            "save only its article, or write the file by hand",
        )
    kind = next((name for start, name in _OTHER_FILES if data.startswith(start)), None)
    if kind is None and b"\0" in data[:_BEGINNING] and not data.startswith(_WIDE):
        kind = "a file of some other kind"
    if kind:
        return Refusal(
            f"this is {kind}, not a web page",
            "give the page that leads to it, or write the file by hand",
        )
    return None


def _blocks(tree: "HtmlElement") -> Iterator[Block]:
    """The blocks of the article's text. What precision leaves nothing of is taken as it comes."""
    from trafilatura import bare_extraction  # noqa: PLC0415 -- of the extra `web`
    from trafilatura.settings import Document  # noqa: PLC0415 -- the same

    _LIBRARY.setLevel(logging.CRITICAL)  # what it says is said in a `Refusal`
    for is_precise in (True, False):
        found = bare_extraction(
            tree,
            favor_precision=is_precise,
            include_comments=False,
            include_formatting=True,
            output_format="xml",  # "python" also writes the text out, which nobody reads
            with_metadata=False,
        )
        if isinstance(found, Document) and len(found.body):
            yield from blocks_of(found.body)
            return


def _without_title(blocks: Iterable[Block], title: str | None) -> Iterator[Block]:
    """The blocks without a first heading that is the title: it stands above them anyhow."""
    for number, block in enumerate(blocks):
        is_title = number == 0 and block.kind == "heading" and title is not None
        if not is_title or folded(block.words) != folded(title or ""):
            yield block


def _date_in(tree: "HtmlElement", url: str | None, today: date) -> str | None:
    """The day of publication as the address or the text has it, where nothing states it."""
    from htmldate import find_date  # noqa: PLC0415 -- of the extra `web`

    return find_date(
        tree,
        extensive_search=False,
        original_date=True,
        url=url,
        max_date=(today - timedelta(days=1)).isoformat(),
    )

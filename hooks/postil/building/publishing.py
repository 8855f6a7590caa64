"""The pages and files of a site, put together from the leaves of its archive."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from postil.building.ledger import File, Ledger, Part, Printed, Sheet
from postil.building.texts import Watch
from postil.pages.actor import actor_pages
from postil.pages.article_list import article_indexes
from postil.pages.card_files import card_files
from postil.pages.contribute import CONTRIBUTE_PAGE, contribute_page
from postil.pages.corrections import correction_pages
from postil.pages.data import data_page
from postil.pages.feeds import feed_files
from postil.pages.listing import actor_indexes, analyst_indexes, search_page, topic_indexes
from postil.pages.note_list import analyst_pages, note_stream
from postil.pages.page import Asset, Page, PlannedPage, planned
from postil.pages.policy import headers_file
from postil.pages.redirects import redirect_files
from postil.pages.search import SEARCH_PAGE
from postil.pages.shelf import Shelf
from postil.pages.timeline import ADDRESS as TIMELINE
from postil.pages.timeline import timeline
from postil.pages.topic import topic_pages
from postil.parallel import spread


class Press(Protocol):
    """Writes pages."""

    def write(self, page: Page) -> File:
        """Writes a page."""

    def write_again(self, files: Sequence[File]) -> bool:
        """Takes pages over from the last site; gives whether all of them could be."""


_TAKEN_OVER = 4
"""Pages that turn out to be what they were, in the time in which one is composed."""

_Indexes = Mapping[str, Callable[[Shelf], Iterable[PlannedPage]]]

INDEXES: _Indexes = {
    "articles/": article_indexes,
    "notes/": note_stream,
    TIMELINE: timeline,
    "actors/": actor_indexes,
    "topics/": topic_indexes,
    "analysts/": lambda shelf: analyst_indexes(shelf.site),
    "corrections/": lambda shelf: correction_pages(shelf.site),
    "data/": lambda shelf: [data_page(shelf.site)],
    CONTRIBUTE_PAGE: lambda shelf: [contribute_page(shelf.site)],
}
"""What makes the pages that every site has and no record is behind, by their address.

Those that are made of most come first.
"""

_INDEXES_AND_SEARCH: _Indexes = {**INDEXES, SEARCH_PAGE: lambda shelf: [search_page(shelf.site)]}

PartKeys = Callable[[Part], bytes]
"""From a part to what stands for all that its pages are composed of; nothing where nothing does."""


def publish(
    shelf: Shelf, keys: PartKeys, before: Ledger, press: Press, watch: Watch
) -> dict[Part, Printed]:
    """Publishes every page but the home page, whose introduction is written by hand.

    What was printed `before` and would be the same again is taken over.
    """
    shop = _Printshop(shelf, press, {part: keys(part) for part in parts(shelf)}, before)
    same = {part: before[part] for part in shop.keys if _is_taken_over(shop, part)}
    others = [part for part in shop.keys if part not in same]
    pages = sum(len(before[part].sheets) for part in others if part in before)
    size = len(others) + pages // _TAKEN_OVER
    printed = watch(spread(_printed, shop, others, size), "Pages", len(others))
    return {**same, **dict(zip(others, printed, strict=True))}


class _Printshop(NamedTuple):
    shelf: Shelf
    press: Press
    keys: Mapping[Part, bytes]
    before: Ledger


def parts(shelf: Shelf) -> Iterator[Part]:
    """All parts of a site. Those that may have many pages come first, for the sake of `spread`."""
    archive = shelf.site.archive
    yield from (("indexes", address) for address in INDEXES)
    if archive.settings.search:
        yield "indexes", SEARCH_PAGE
    yield from (("actors", id_) for id_ in archive.actors)
    yield from (("topics", id_) for id_ in archive.topics)
    yield from (("analysts", id_) for id_ in archive.analysts)
    yield from (("articles", id_) for id_ in archive.articles)


def _is_taken_over(shop: _Printshop, part: Part) -> bool:
    """Takes a part's pages over as they were, if they would be the same."""
    key, before = shop.keys[part], shop.before.get(part)
    is_same = before is not None and key and before.key == key
    return bool(before and is_same and shop.press.write_again(before.files))


def _printed(shop: _Printshop, part: Part) -> Printed:
    """A part, of which what would be the same is taken over page by page."""
    before = shop.before.get(part)
    sheets = {sheet.file.address: sheet for sheet in before.sheets} if before else {}
    pages = planned_pages(shop.shelf, part)
    printed = tuple(_sheet(shop, it, sheets.get(it.address)) for it in pages)
    return Printed(shop.keys[part], printed)


def _sheet(shop: _Printshop, page: PlannedPage, before: Sheet | None) -> Sheet:
    is_same = before is not None and page.key and before.key == page.key
    if before and is_same and shop.press.write_again([before.file]):
        return before
    return Sheet(page.key, shop.press.write(page.compose()))


def planned_pages(shelf: Shelf, part: Part) -> Iterable[PlannedPage]:
    """The pages of a part, to be composed."""
    archive = shelf.site.archive
    match part:
        case "articles", id_:
            return [planned(shelf.page(id_))]
        case "actors", id_:
            return actor_pages(shelf, archive.actors[id_])
        case "topics", id_:
            return topic_pages(shelf, archive.topics[id_])
        case "analysts", id_:
            return analyst_pages(shelf, archive.analysts[id_])
        case _, address:
            return _INDEXES_AND_SEARCH[address](shelf)


def files(shelf: Shelf) -> Iterator[Asset]:
    """Every file that is no page and no data: old addresses, feeds, cards, what hosts send."""
    yield from redirect_files(shelf)
    yield from feed_files(shelf)
    yield from card_files(shelf)
    yield headers_file()

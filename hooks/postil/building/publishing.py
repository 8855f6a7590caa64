"""The pages and files of a site, put together from the leaves of its archive."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Literal

from postil.building.leaves import Watch
from postil.pages.actor import actor_pages
from postil.pages.article_list import article_indexes
from postil.pages.corrections import correction_pages
from postil.pages.data import data_page
from postil.pages.listing import actor_indexes, analyst_indexes, search_page, topic_indexes
from postil.pages.note_list import analyst_pages, note_stream
from postil.pages.page import Asset, Page
from postil.pages.policy import headers_file
from postil.pages.redirects import redirect_files
from postil.pages.shelf import Shelf
from postil.pages.topic import topic_pages
from postil.parallel import spread

Publish = Callable[[Page], None]
"""Takes a page that is composed."""

INDEXES = (
    "articles/",
    "actors/",
    "topics/",
    "analysts/",
    "notes/",
    "corrections/",
    "data/",
)
"""The addresses of pages that every site has and no record is behind."""


def publish(shelf: Shelf, take: Publish, watch: Watch) -> list[str]:
    """Publishes every page but the home page, whose introduction is written by hand.

    Gives their addresses.
    """
    parts = _parts(shelf)
    published = spread(_publish_part, (shelf, take), parts)
    return [*chain.from_iterable(watch(published, "Pages", len(parts)))]


Part = tuple[Literal["articles", "actors", "topics", "analysts", "indexes"], str]
"""What is published in one go: all pages of a record, or all indexes."""


def _parts(shelf: Shelf) -> list[Part]:
    archive = shelf.site.archive
    return [
        *(("articles", id_) for id_ in archive.articles),
        *(("actors", id_) for id_ in archive.actors),
        *(("topics", id_) for id_ in archive.topics),
        *(("analysts", id_) for id_ in archive.analysts),
        ("indexes", ""),
    ]


def _publish_part(shared: tuple[Shelf, Publish], part: Part) -> tuple[str, ...]:
    shelf, take = shared
    addresses = []
    for page in _pages_of(shelf, part):
        take(page)
        addresses.append(page.address)
    return tuple(addresses)


def _pages_of(shelf: Shelf, part: Part) -> Iterator[Page]:
    archive = shelf.site.archive
    match part:
        case "articles", id_:
            yield shelf.page(id_)
        case "actors", id_:
            yield from actor_pages(shelf, archive.actors[id_])
        case "topics", id_:
            yield from topic_pages(shelf, archive.topics[id_])
        case "analysts", id_:
            yield from analyst_pages(shelf, archive.analysts[id_])
        case _:
            yield from _indexes(shelf)


def _indexes(shelf: Shelf) -> Iterator[Page]:
    yield from article_indexes(shelf)
    yield from actor_indexes(shelf)
    yield from topic_indexes(shelf)
    yield from analyst_indexes(shelf.site)
    yield from note_stream(shelf)
    yield from correction_pages(shelf.site)
    if shelf.site.archive.settings.search:
        yield search_page(shelf.site)
    yield data_page(shelf.site)


def files(shelf: Shelf) -> Iterator[Asset]:
    """Every file that is no page and no data: the old addresses and what hosts should send."""
    yield from redirect_files(shelf)
    yield headers_file()

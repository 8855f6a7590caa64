"""The site of an archive, composed: a leaf for each text, then what is made of the leaves."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from postil.building.leaves import Publish, Watch, turn
from postil.building.memory import Memory
from postil.building.sources import Sources
from postil.building.tracing import Digests
from postil.diagnostics.bounds import bounded
from postil.diagnostics.diagnostic import Diagnostic
from postil.linking.link import faults_beside_texts
from postil.model.archive import Settings
from postil.model.history import Histories
from postil.pages.actor import actor_pages
from postil.pages.corrections import corrections_page
from postil.pages.data import data_page
from postil.pages.listing import (
    actor_index,
    analyst_index,
    analyst_pages,
    article_indexes,
    note_stream,
    search_page,
    topic_index,
)
from postil.pages.page import Asset, Page
from postil.pages.policy import headers_file
from postil.pages.redirects import redirect_files
from postil.pages.shelf import Shelf, make_shelf
from postil.pages.site import make_site
from postil.pages.topic import topic_pages
from postil.parallel import spread
from postil.reading.assemble import assemble
from postil.spool import Spool

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


@dataclass(frozen=True)
class Composed:
    """The leaves of an archive, with all that is wrong in it, in the order of places.

    `memory` is what a later build may use again.
    """

    shelf: Shelf
    diagnostics: tuple[Diagnostic, ...]
    memory: Memory


def compose(  # noqa: PLR0913, PLR0917 -- what goes in, what is remembered, and where it goes
    sources: Sources,
    settings: Settings,
    histories: Histories,
    memory: Memory,
    spool: Spool,
    publish: Publish,
    watch: Watch,
) -> Composed:
    """Makes the leaf of every text and publishes the page of every article.

    What is broken is reported and left out.
    """
    reading = sources.reading
    archive, faults = assemble(reading, settings)
    site = make_site(archive, histories, reading.paths)
    read = frozenset(id(record) for _, record in reading.records)
    digests = Digests(site, sources.files, read)
    made = turn(site, digests, memory, spool, publish, watch)
    in_texts = chain.from_iterable(leaf.diagnostics for leaf in made.leaves.values())
    beside = faults_beside_texts(archive, site.paths)
    found = {*reading.diagnostics, *faults, *in_texts, *beside}
    slips = {target: leaf.slip for target, leaf in made.leaves.items()}
    shelf = make_shelf(site, slips, spool.read)
    return Composed(shelf, tuple(sorted(bounded(found))), made)


def publish_rest(shelf: Shelf, publish: Publish) -> Iterator[tuple[str, ...]]:
    """Publishes every page that is no article's, but for the home page: part by part, addresses.

    The home page's introduction is written by hand.
    """
    yield from spread(_publish_part, (shelf, publish), parts(shelf))


Part = tuple[Literal["actors", "topics", "analysts", "indexes"], str]
"""What is composed in one go: all pages of a record, or all indexes."""


def parts(shelf: Shelf) -> list[Part]:
    """All parts of a site but its articles."""
    archive = shelf.site.archive
    return [
        *(("actors", id_) for id_ in archive.actors),
        *(("topics", id_) for id_ in archive.topics),
        *(("analysts", id_) for id_ in archive.analysts),
        ("indexes", ""),
    ]


def _publish_part(shared: tuple[Shelf, Publish], part: Part) -> tuple[str, ...]:
    shelf, publish = shared
    addresses = []
    for page in _pages_of(shelf, part):
        publish(page)
        addresses.append(page.address)
    return tuple(addresses)


def _pages_of(shelf: Shelf, part: Part) -> Iterator[Page]:
    archive = shelf.site.archive
    match part:
        case "actors", id_:
            yield from actor_pages(shelf, archive.actors[id_])
        case "topics", id_:
            yield from topic_pages(shelf, archive.topics[id_])
        case "analysts", id_:
            yield from analyst_pages(shelf, archive.analysts[id_])
        case _:
            yield from _indexes(shelf)


def _indexes(shelf: Shelf) -> Iterator[Page]:
    yield from article_indexes(shelf.site)
    yield actor_index(shelf)
    yield topic_index(shelf)
    yield analyst_index(shelf.site)
    yield from note_stream(shelf)
    yield corrections_page(shelf.site)
    if shelf.site.archive.settings.search:
        yield search_page(shelf.site)
    yield data_page(shelf.site)


def files(shelf: Shelf) -> Iterator[Asset]:
    """Every file that is no page and no data: the old addresses and what hosts should send."""
    yield from redirect_files(shelf)
    yield headers_file()

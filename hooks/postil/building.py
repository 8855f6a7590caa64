"""One archive in, every page and file of its site out.

    discover → parse → validate → assemble → link → compose

The stages of `reading`, `linking` and `pages`, one after the other; an engine writes the result.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from postil.diagnostics.bounds import bounded
from postil.diagnostics.diagnostic import Diagnostic
from postil.linking.backlinks import backlinks
from postil.linking.link import LinkedArchive, link, link_faults
from postil.model.archive import Settings
from postil.model.history import NO_HISTORIES, Histories
from postil.pages.actor import actor_pages
from postil.pages.article import article_page
from postil.pages.article_list import article_indexes
from postil.pages.corrections import correction_pages
from postil.pages.data import data_files, data_page
from postil.pages.listing import actor_indexes, analyst_indexes, search_page, topic_indexes
from postil.pages.note_list import analyst_pages, note_stream
from postil.pages.page import Asset, Page
from postil.pages.policy import headers_file
from postil.pages.redirects import redirect_files
from postil.pages.site import Site, make_site
from postil.pages.topic import topic_pages
from postil.parallel import spread
from postil.reading.assemble import assemble
from postil.reading.records import Reading, read_records


@dataclass(frozen=True)
class Examined:
    """An archive that was read and linked, with all that is wrong in it, in the order of places."""

    linked: LinkedArchive
    diagnostics: tuple[Diagnostic, ...]


def examine(root: Path, settings: Settings) -> Examined:
    """Reads and links the archive under `root`. What is broken is reported and left out."""
    return examine_reading(read_records(root), settings)


def examine_reading(reading: Reading, settings: Settings) -> Examined:
    """The same for records that have been read."""
    archive, faults = assemble(reading, settings)
    linked = link(archive)
    found = {*reading.diagnostics, *faults, *link_faults(linked, reading.paths)}
    return Examined(linked, tuple(sorted(bounded(found))))


def compose(linked: LinkedArchive, histories: Histories = NO_HISTORIES) -> Site:
    """The site of a linked archive, from which pages and files are composed."""
    return make_site(linked, backlinks(linked), histories)


def pages(site: Site) -> Iterator[Page]:
    """Every page but the home page, whose introduction is written by hand."""
    parts: list[Part] = [
        *(("articles", id_) for id_ in site.archive.articles),
        *(("actors", id_) for id_ in site.archive.actors),
        *(("topics", id_) for id_ in site.archive.topics),
        *(("analysts", id_) for id_ in site.archive.analysts),
        ("indexes", ""),
    ]
    for composed in spread(_compose_part, site, parts):
        yield from composed


Part = tuple[Literal["articles", "actors", "topics", "analysts", "indexes"], str]
"""What is composed in one go: all pages of a record, or all indexes."""


def _compose_part(site: Site, part: Part) -> list[Page]:
    archive = site.archive
    match part:
        case "articles", id_:
            return [article_page(site, site.linked.article(id_))]
        case "actors", id_:
            return list(actor_pages(site, archive.actors[id_]))
        case "topics", id_:
            return list(topic_pages(site, archive.topics[id_]))
        case "analysts", id_:
            return list(analyst_pages(site, archive.analysts[id_]))
        case _:
            return list(_indexes(site))


def _indexes(site: Site) -> Iterator[Page]:
    yield from article_indexes(site)
    yield from actor_indexes(site)
    yield from topic_indexes(site)
    yield from analyst_indexes(site)
    yield from note_stream(site)
    yield from correction_pages(site)
    yield search_page(site)
    yield data_page(site)


def files(site: Site) -> Iterator[Asset]:
    """Every file that is no page: the data, the old addresses and what hosts should send."""
    yield from data_files(site)
    yield from redirect_files(site)
    yield headers_file()

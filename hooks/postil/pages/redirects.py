"""Old addresses that go on answering."""

from collections.abc import Iterable, Iterator
from typing import Any

from postil.markup.html import root_of
from postil.model.archive import Record
from postil.model.records import Actor, Analyst, Topic
from postil.pages.actor import actor_pages
from postil.pages.environment import render
from postil.pages.note_list import analyst_pages
from postil.pages.page import Asset, PlannedPage, planned
from postil.pages.policy import CONTENT_SECURITY_POLICY
from postil.pages.shelf import Shelf
from postil.pages.site import page_address, records
from postil.pages.topic import topic_pages
from postil.reading.redirects import former_path

SCRIPT = "assets/scripts/moved.js"
"""What leads on with the place in the page that was asked for, such as a note."""


def redirect_files(shelf: Shelf) -> Iterator[Asset]:
    """A page at the address of every id that a record had before, leading to where it is now.

    The pages of a dossier's periods had addresses below it, and have them again.
    """
    yield Asset(SCRIPT, render("moved.js", "").encode())
    site = shelf.site
    for record in records(site.archive):
        if record.data.redirects:
            address = site.addresses[record.path]
            yield from record_redirects(address, record, _pages(shelf, record))


def record_redirects(
    address: str, record: Record[Any], pages: Iterable[PlannedPage]
) -> Iterator[Asset]:
    """What leads from a record's old addresses to its `pages`, the first of which is `address`."""
    below = [(page.address.removeprefix(address), page.title) for page in pages]
    for entry in dict.fromkeys(record.data.redirects):
        old = page_address(former_path(record, entry))
        for place, title in below:
            yield _redirect(f"{old}{place}", f"{address}{place}", title)


def _redirect(old: str, address: str, title: str) -> Asset:
    html = render(
        "redirect.html",
        root_of(old),
        address=address,
        title=title,
        policy=CONTENT_SECURITY_POLICY,
        script=SCRIPT,
    )
    return Asset(f"{old}index.html", html.encode())


def _pages(shelf: Shelf, record: Record[Any]) -> Iterator[PlannedPage]:
    """All pages of a record."""
    match record.data:
        case Actor():
            return actor_pages(shelf, record)
        case Topic():
            return topic_pages(shelf, record)
        case Analyst():
            return analyst_pages(shelf, record)
        case _:
            return iter([planned(shelf.page(record.id))])

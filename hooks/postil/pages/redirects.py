"""Old addresses that go on answering."""

from collections.abc import Iterator
from typing import Any

from postil.markup.html import root_of
from postil.model.archive import Record, Target
from postil.model.records import Actor, Analyst, Topic
from postil.pages.environment import render
from postil.pages.page import Asset
from postil.pages.policy import CONTENT_SECURITY_POLICY
from postil.pages.shelf import Shelf
from postil.pages.site import page_address, records, title_of
from postil.reading.redirects import former_path

SCRIPT = "assets/scripts/moved.js"
"""What leads on with the place in the page that was asked for, such as a note."""


def redirect_files(shelf: Shelf) -> Iterator[Asset]:
    """A page at the address of every id that a record had before, leading to where it is now.

    The pages of a dossier's years had addresses below it, and have them again.
    """
    yield Asset(SCRIPT, render("moved.js", "").encode())
    site = shelf.site
    for record in records(site.archive):
        address, title = site.addresses[record.path], title_of(record)
        years = sorted(_years(shelf, record))
        for entry in dict.fromkeys(record.data.redirects):
            old = page_address(former_path(record, entry))
            yield _redirect(old, address, title)
            for year in years:
                yield _redirect(f"{old}{year}/", f"{address}{year}/", f"{title} in {year}")


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


def _years(shelf: Shelf, record: Record[Any]) -> set[int]:
    """The years that a record's dossier has pages for."""
    match record.data:
        case Actor():
            return _years_of(shelf, Target("actors", record.id))
        case Topic():
            return _years_of(shelf, Target("topics", record.id))
        case Analyst():
            notes = shelf.site.relations.signed.get(record.id, ())
            return {note.data.date.year for note in notes}
        case _:
            return set()


def _years_of(shelf: Shelf, dossier: Target) -> set[int]:
    return {article.data.published.year for article in shelf.appearances[dossier]}

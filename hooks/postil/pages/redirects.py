"""Old addresses that go on answering."""

from collections.abc import Iterator
from typing import Any

from postil.markup.html import root_of
from postil.model.archive import Record
from postil.model.records import Actor, Analyst, Topic
from postil.pages.environment import render
from postil.pages.page import Asset
from postil.pages.policy import CONTENT_SECURITY_POLICY
from postil.pages.site import Site, page_address, records, title_of
from postil.reading.redirects import former_path

SCRIPT = "assets/scripts/moved.js"
"""What leads on with the place in the page that was asked for, such as a note."""


def redirect_files(site: Site) -> Iterator[Asset]:
    """A page at the address of every id that a record had before, leading to where it is now.

    The pages of a dossier's years had addresses below it, and have them again.
    """
    yield Asset(SCRIPT, render("moved.js", "").encode())
    for record in records(site.archive):
        address, title = site.addresses[record.path], title_of(record)
        years = sorted(_years(site, record))
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


def _years(site: Site, record: Record[Any]) -> set[int]:
    """The years that a record's dossier has pages for."""
    match record.data:
        case Actor():
            return {it.article.data.published.year for it in site.backlinks.actors[record.id]}
        case Topic():
            return {it.article.data.published.year for it in site.backlinks.topics[record.id]}
        case Analyst():
            notes = site.backlinks.by_analyst[record.id]
            return {note.record.data.date.year for _, note in notes}
        case _:
            return set()

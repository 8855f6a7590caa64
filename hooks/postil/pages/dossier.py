"""What actors' and topics' dossiers have in common: passages by date, and the pages of the years.

A dossier shows its newest appearances and links a page for each year, so that no page grows
without end.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from postil.linking.backlinks import Appearance
from postil.markup.html import root_of
from postil.model.archive import Target
from postil.model.records import Actor
from postil.pages.environment import render
from postil.pages.notes import Link, NoteView, actor_link, note_view
from postil.pages.page import Page
from postil.pages.passages import AppearanceView, appearance_view
from postil.pages.site import Site

NEWEST = 12
"""Articles on a dossier's first page; what is older is on the pages of the years."""

COMPANIONS = 15
"""Actors shown as named together with another, those named together most often."""


@dataclass(frozen=True)
class Year:
    """A year of a dossier: how many articles it has, and the address of its page."""

    year: int
    count: int
    address: str


@dataclass(frozen=True)
class PassagesView:
    """The passages on a dossier's first page: the newest by year, and the way to the rest."""

    newest: tuple[tuple[int, tuple[AppearanceView, ...]], ...]
    total: int
    rest: int
    years: tuple[Year, ...]


def passages_view(
    site: Site,
    appearances: tuple[Appearance, ...],
    address: str,
    actor: Actor | None = None,
) -> PassagesView:
    """The newest passages of the dossier at `address`; an actor's with its offices of the time."""
    root = root_of(address)
    newest = appearances[:NEWEST]
    return PassagesView(
        newest=tuple(
            (year, tuple(appearance_view(site, item, root, actor) for item in group))
            for year, group in groupby(newest, key=_year)
        ),
        total=len(appearances),
        rest=len(appearances) - len(newest),
        years=years(appearances, address),
    )


def year_pages(
    site: Site,
    appearances: tuple[Appearance, ...],
    address: str,
    name: str,
    actor: Actor | None = None,
) -> Iterator[Page]:
    """The page of each year of the dossier at `address`."""
    all_years = years(appearances, address)
    for shown, (_, group) in zip(all_years, groupby(appearances, key=_year), strict=True):
        root = root_of(shown.address)
        html = render(
            "dossier_year.html",
            root,
            name=name,
            address=address,
            shown=shown,
            years=all_years,
            appearances=[appearance_view(site, item, root, actor) for item in group],
        )
        yield Page(
            shown.address,
            f"{name} in {shown.year}",
            f"What the archive’s articles of {shown.year} say of {name}, with the notes on it.",
            "dossier-year",
            html,
            site.language,
        )


def years(appearances: tuple[Appearance, ...], address: str) -> tuple[Year, ...]:
    """The years of a dossier, newest first, as its appearances are."""
    return tuple(
        Year(year, sum(1 for _ in group), f"{address}{year}/")
        for year, group in groupby(appearances, key=_year)
    )


def _year(appearance: Appearance) -> int:
    return appearance.article.data.published.year


def elsewhere(site: Site, target: Target, root: str) -> list[NoteView]:
    """Notes on others' profiles and introductions that speak of this one."""
    notes = site.backlinks.elsewhere.get(target, ())
    return [note_view(site, text, note, root) for text, note in notes]


def companions(site: Site, counts: Mapping[str, int]) -> list[tuple[Link, int]]:
    """The actors counted, most first; by id where equal, so that every build ranks alike."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    known = [(id_, count) for id_, count in ranked if id_ in site.archive.actors]
    return [(actor_link(site, id_), count) for id_, count in known[:COMPANIONS]]

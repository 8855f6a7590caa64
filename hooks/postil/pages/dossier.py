"""What actors' and topics' dossiers have in common: passages by date, and the pages of the years.

A dossier shows its newest appearances and links a page for each year, so that no page grows
without end.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from postil.markup.html import at_root, root_of
from postil.model.archive import Target
from postil.pages.annotated import AnnotatedText, annotated_at
from postil.pages.environment import render
from postil.pages.notes import Link, NoteView, actor_link
from postil.pages.page import Page
from postil.pages.shelf import Shelf
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
class Shown:
    """An appearance, composed once for all pages of its dossier (see `at_root`), and its year."""

    year: int
    html: Markup


@dataclass(frozen=True)
class PassagesView:
    """The passages on a dossier's first page: the newest by year, and the way to the rest."""

    newest: tuple[tuple[int, tuple[Markup, ...]], ...]
    total: int
    rest: int
    years: tuple[Year, ...]


def shown(shelf: Shelf, dossier: Target) -> tuple[Shown, ...]:
    """The appearances of a dossier, newest first."""
    return tuple(
        Shown(article.data.published.year, shelf.appearance(article, dossier))
        for article in shelf.appearances[dossier]
    )


def passages_view(items: tuple[Shown, ...], address: str) -> PassagesView:
    """The newest passages of the dossier at `address`."""
    newest = items[:NEWEST]
    return PassagesView(
        newest=tuple(
            (year, _at_page(group, address)) for year, group in groupby(newest, key=_year)
        ),
        total=len(items),
        rest=len(items) - len(newest),
        years=_years(items, address),
    )


def year_pages(site: Site, items: tuple[Shown, ...], address: str, name: str) -> Iterator[Page]:
    """The page of each year of the dossier at `address`."""
    years = _years(items, address)
    for year, (_, group) in zip(years, groupby(items, key=_year), strict=True):
        html = render(
            "dossier_year.html",
            root_of(year.address),
            name=name,
            address=address,
            shown=year,
            years=years,
            appearances=_at_page(group, year.address),
        )
        yield Page(
            year.address,
            f"{name} in {year.year}",
            f"What the archive’s articles of {year.year} say of {name}, with the notes on it.",
            "dossier-year",
            html,
            site.language,
        )


def _at_page(items: Iterable[Shown], address: str) -> tuple[Markup, ...]:
    root = root_of(address)
    return tuple(at_root(item.html, root) for item in items)


def _years(items: tuple[Shown, ...], address: str) -> tuple[Year, ...]:
    """The years of a dossier, newest first, as its appearances are."""
    return tuple(
        Year(year, sum(1 for _ in group), f"{address}{year}/")
        for year, group in groupby(items, key=_year)
    )


def _year(item: Shown) -> int:
    return item.year


def profile(shelf: Shelf, target: Target, root: str) -> AnnotatedText:
    """An actor's profile or a topic's introduction, with the notes on it."""
    text = shelf.slips[target].profile
    assert text is not None  # noqa: S101 -- every actor and topic has one, if an empty one
    return annotated_at(text, root)


def elsewhere(shelf: Shelf, target: Target, root: str) -> list[NoteView]:
    """Notes on others' profiles and introductions that speak of this one."""
    notes = shelf.site.relations.elsewhere.get(target, ())
    return [shelf.note(note.key, root) for note in notes]


def companions(site: Site, counts: Mapping[str, int]) -> list[tuple[Link, int]]:
    """The actors counted, most first; by id where equal, so that every build ranks alike."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    known = [(id_, count) for id_, count in ranked if id_ in site.archive.actors]
    return [(actor_link(site, id_), count) for id_, count in known[:COMPANIONS]]

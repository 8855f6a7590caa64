"""What actors' and topics' dossiers have in common: the course over time, passages by date."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from postil.digests import digest_of
from postil.markup.html import at_root
from postil.model.archive import Record, Target
from postil.model.records import Actor, Topic
from postil.pages.narrowing import narrowing, topics_told
from postil.pages.outlet import published_told
from postil.pages.page import Page, PlannedPage
from postil.pages.periods import (
    Newest,
    Series,
    newest,
    newest_told,
    period_of,
    period_pages,
)
from postil.pages.search import search_address
from postil.pages.shelf import Shelf
from postil.pages.strip import Strip, strip
from postil.pages.together import Together, together
from postil.spool import mark_of

NEWEST = 12
"""Articles on a dossier's first page; what is older is on the pages of the years."""

_FACETS = {"actors": "actor", "topics": "topic"}
"""What the search calls the subject of a dossier."""


def dossier_pages(
    shelf: Shelf,
    dossier: Target,
    record: Record[Actor] | Record[Topic],
    compose: Callable[[Series], Page],
) -> Iterator[PlannedPage]:
    """The first page, which `compose` makes of the passages, and the pages of the periods."""
    series = passages(shelf, dossier, shelf.site.addresses[record.path], record.data.name)
    key = _first_page_key(shelf, dossier, series)
    yield PlannedPage(series.address, series.name, key, partial(compose, series))
    yield from period_pages(series)


def passages(shelf: Shelf, dossier: Target, address: str, name: str) -> Series:
    """The passages of the dossier at `address`, newest first."""
    return Series(
        address=address,
        name=name,
        summary="what the archive’s articles say, with the notes on it",
        noun="article",
        layout="passages",
        kind="dossier-year",
        language=shelf.site.language,
        entries=tuple(
            shelf.passage(period_of(article.data.published), article, dossier)
            for article in shelf.appearances[dossier]
        ),
        search=search_address(shelf.site, _FACETS[dossier.kind], name),
        narrowing=partial(narrowing, shelf, dossier),
        narrowing_told=partial(topics_told, shelf),
    )


def head_told(shelf: Shelf, dossier: Target) -> Iterator[bytes]:
    """What stands for all that the pages of a dossier show beside what articles say."""
    yield shelf.everyone
    yield mark_of(shelf.slips[dossier].profile)
    for note in shelf.site.relations.elsewhere.get(dossier, ()):
        yield mark_of(shelf.notes[note.key].listed)
    if dossier.kind == "actors":
        yield from published_told(shelf, dossier.id)
    topics = shelf.site.archive.topics if dossier.kind == "topics" else ()
    for topic in topics:  # those below it have their articles counted
        yield f"{topic} {len(shelf.appearances[Target('topics', topic)])}".encode()


def _first_page_key(shelf: Shelf, dossier: Target, series: Series) -> bytes:
    """What stands for the first page of a dossier."""
    return digest_of(
        [
            *head_told(shelf, dossier),
            *newest_told(series, NEWEST),
            *(shelf.slips[Target("articles", it.id)].around for it in shelf.appearances[dossier]),
        ]
    )


@dataclass(frozen=True)
class DossierView:
    """What the first page of a dossier shows of its articles."""

    passages: Newest
    strip: Strip | None
    together: Together


def dossier_view(shelf: Shelf, dossier: Target, series: Series) -> DossierView:
    """The first page of a dossier."""
    dates = (it.data.published for it in shelf.appearances[dossier])
    return DossierView(
        passages=newest(series, NEWEST, 1),
        strip=strip(dates, shelf.site.language),
        together=together(shelf, dossier),
    )


def elsewhere(shelf: Shelf, target: Target, root: str) -> list[Markup]:
    """Notes on others' profiles and introductions that speak of this one."""
    notes = shelf.site.relations.elsewhere.get(target, ())
    return [at_root(shelf.listed_note(note.key), root) for note in notes]

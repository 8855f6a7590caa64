"""What actors' and topics' dossiers have in common: the course over time, passages by date."""

from dataclasses import dataclass
from urllib.parse import urlencode

from markupsafe import Markup

from postil.markup.html import at_root
from postil.model.archive import Target
from postil.pages.narrowing import Facet, narrowing
from postil.pages.periods import Newest, Series, newest, period_of
from postil.pages.search import SEARCH_PAGE
from postil.pages.shelf import Shelf
from postil.pages.strip import Strip, strip
from postil.pages.together import Together, together

NEWEST = 12
"""Articles on a dossier's first page; what is older is on the pages of the years."""


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
            shelf.entry(period_of(article.data.published), shelf.appearance(article, dossier))
            for article in shelf.appearances[dossier]
        ),
    )


@dataclass(frozen=True)
class DossierView:
    """What the first page of a dossier shows of its articles.

    `search` is the address that finds all of them; none where the archive has no search.
    """

    passages: Newest
    facets: tuple[Facet, ...]
    strip: Strip | None
    together: Together
    search: str | None


def dossier_view(shelf: Shelf, dossier: Target, series: Series, facet: str) -> DossierView:
    """The first page of a dossier; `facet` is what the search knows its subject by."""
    passages = newest(series, NEWEST, 1)
    settings, articles = shelf.site.archive.settings, shelf.appearances[dossier]
    return DossierView(
        passages=passages,
        facets=narrowing(shelf, dossier, passages.total - passages.rest),
        strip=strip((it.data.published for it in articles), shelf.site.language),
        together=together(shelf, dossier),
        search=f"{SEARCH_PAGE}?{urlencode({facet: series.name})}" if settings.search else None,
    )


def elsewhere(shelf: Shelf, target: Target, root: str) -> list[Markup]:
    """Notes on others' profiles and introductions that speak of this one."""
    notes = shelf.site.relations.elsewhere.get(target, ())
    return [at_root(shelf.listed_note(note.key), root) for note in notes]

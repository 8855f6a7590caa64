"""What actors' and topics' dossiers have in common: passages by date, who is named with whom."""

from collections.abc import Mapping

from markupsafe import Markup

from postil.markup.html import at_root
from postil.model.archive import Target
from postil.pages.notes import Link, actor_link
from postil.pages.periods import Newest, Series, newest, period_of
from postil.pages.shelf import Shelf
from postil.pages.site import Site

NEWEST = 12
"""Articles on a dossier's first page; what is older is on the pages of the years."""

COMPANIONS = 15
"""Actors shown as named together with another, those named together most often."""


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


def newest_passages(series: Series) -> Newest:
    """What a dossier's first page shows of its passages."""
    return newest(series, NEWEST, 1)


def elsewhere(shelf: Shelf, target: Target, root: str) -> list[Markup]:
    """Notes on others' profiles and introductions that speak of this one."""
    notes = shelf.site.relations.elsewhere.get(target, ())
    return [at_root(shelf.listed_note(note.key), root) for note in notes]


def companions(site: Site, counts: Mapping[str, int]) -> list[tuple[Link, int]]:
    """The actors counted, most first; by id where equal, so that every build ranks alike."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    known = [(id_, count) for id_, count in ranked if id_ in site.archive.actors]
    return [(actor_link(site, id_), count) for id_, count in known[:COMPANIONS]]

"""What actors' and topics' dossiers have in common: passages by date, who is named with whom."""

from collections.abc import Iterable, Mapping

from postil.linking.backlinks import Appearance
from postil.model.archive import Target
from postil.model.records import Actor
from postil.pages.nesting import Entry
from postil.pages.notes import Link, NoteView, actor_link, note_view
from postil.pages.passages import appearance_html
from postil.pages.periods import Newest, Series, newest, period_of
from postil.pages.site import Site

NEWEST = 12
"""Articles on a dossier's first page; what is older is on the pages of the years."""

COMPANIONS = 15
"""Actors shown as named together with another, those named together most often."""


def passages(
    site: Site,
    appearances: Iterable[Appearance],
    address: str,
    name: str,
    actor: Actor | None = None,
) -> Series:
    """The passages of the dossier at `address`, newest first; an actor's with its offices then."""
    return Series(
        address=address,
        name=name,
        summary="what the archive’s articles say, with the notes on it",
        noun="article",
        layout="passages",
        kind="dossier-year",
        language=site.language,
        entries=tuple(
            Entry(
                period_of(item.article.data.published),
                appearance_html(site, item, actor),
            )
            for item in appearances
        ),
    )


def newest_passages(series: Series) -> Newest:
    """What a dossier's first page shows of its passages."""
    return newest(series, NEWEST, 1)


def elsewhere(site: Site, target: Target, root: str) -> list[NoteView]:
    """Notes on others' profiles and introductions that speak of this one."""
    notes = site.backlinks.elsewhere.get(target, ())
    return [note_view(site, text, note, root) for text, note in notes]


def companions(site: Site, counts: Mapping[str, int]) -> list[tuple[Link, int]]:
    """The actors counted, most first; by id where equal, so that every build ranks alike."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    known = [(id_, count) for id_, count in ranked if id_ in site.archive.actors]
    return [(actor_link(site, id_), count) for id_, count in known[:COMPANIONS]]

"""All leaves of an archive, by what wants them: dossiers, lists of notes, data files."""

import pickle
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from markupsafe import Markup

from postil.model.archive import Archive, Record, Target
from postil.model.records import Article
from postil.pages.nesting import Entry, Path
from postil.pages.page import Page
from postil.pages.site import Site
from postil.pages.slips import EntrySlip, NoteSlip, Slip
from postil.spool import Piece, length_of, mark_of


@dataclass(frozen=True)
class Shelf:
    """The slips of all texts, and `read`, which gives what lies behind a piece.

    `newest` has all articles, newest first; `appearances` those in each dossier and `outlets` those
    that each outlet published, in that order. `notes` say by key where notes lie. `everyone` stands
    for whatever pages may show of actors, topics and analysts beside their texts. That is more than
    one needs, and it spares looking what it needs.
    """

    site: Site
    newest: Sequence[Record[Article]]
    slips: Mapping[Target, Slip]
    read: Callable[[Piece], bytes]
    appearances: Mapping[Target, tuple[Record[Article], ...]]
    outlets: Mapping[str, tuple[Record[Article], ...]]
    notes: Mapping[str, NoteSlip]
    everyone: bytes

    def page(self, article: str) -> Page:
        """The page of an article."""
        slip = self.slips[Target("articles", article)]
        page: Page = pickle.loads(self.read(slip.page))  # noqa: S301 -- a build put it away
        return page

    def passage(self, path: Path, article: Record[Article], dossier: Target) -> Entry:
        """What an article shows in a dossier, in its place in the list of those."""
        slip = self.slips[Target("articles", article.id)]
        piece = slip.appearances[dossier]
        told = mark_of(piece) + slip.around
        return Entry(path, length_of(piece), told, partial(self._html, piece), article.id)

    def row(self, article: Record[Article]) -> Piece:
        """Where what lists show of an article lies."""
        return self.slips[Target("articles", article.id)].listed

    def entry(self, path: Path, piece: Piece) -> Entry:
        """What lies behind a piece, in its place in a list."""
        return Entry(path, length_of(piece), mark_of(piece), partial(self._html, piece))

    def listed(self, article: Record[Article]) -> Markup:
        """What lists show of an article, for any page."""
        return self._html(self.row(article))

    def profile(self, dossier: Target) -> Markup:
        """The text of an actor or a topic with the notes on it, for any page."""
        return self._html(self.slips[dossier].profile)

    def listed_note(self, key: str) -> Markup:
        """A note by itself in a list, for any page."""
        return self._html(self.notes[key].listed)

    def highest(self, choice: Literal["discussed", "disputes"], most: int) -> Iterator[Markup]:
        """What ranks highest of what all texts have to show, for any page."""
        slips = (it for slip in self.slips.values() for it in getattr(slip, choice))
        in_order = sorted(slips, key=lambda it: it.key)
        ranked = sorted(in_order, key=lambda it: it.rank, reverse=True)
        return (self._html(it.html) for it in ranked[:most])

    def _html(self, piece: Piece) -> Markup:
        return Markup(self.read(piece).decode())  # noqa: S704 -- it was markup when it was put away


def make_shelf(
    site: Site, slips: Mapping[Target, Slip], read: Callable[[Piece], bytes], everyone: bytes
) -> Shelf:
    """The shelf that holds these leaves."""
    appearances: dict[Target, list[Record[Article]]] = defaultdict(list)
    outlets: dict[str, list[Record[Article]]] = defaultdict(list)
    newest = _newest(site.archive)
    for article in newest:
        outlets[article.data.source.outlet].append(article)
        for dossier in slips[Target("articles", article.id)].appearances:
            appearances[dossier].append(article)
    return Shelf(
        site=site,
        newest=newest,
        slips=slips,
        read=read,
        appearances={dossier: tuple(appearances[dossier]) for dossier in _dossiers(site.archive)},
        outlets={outlet: tuple(articles) for outlet, articles in outlets.items()},
        notes={note.key: note for slip in slips.values() for note in slip.notes},
        everyone=everyone,
    )


def _newest(archive: Archive) -> list[Record[Article]]:
    """All articles, newest first."""
    return sorted(
        archive.articles.values(),
        key=lambda record: (record.data.published.sort_key, record.id),
        reverse=True,
    )


def _dossiers(archive: Archive) -> Iterator[Target]:
    yield from (Target("actors", id_) for id_ in archive.actors)
    yield from (Target("topics", id_) for id_ in archive.topics)


def search_entries(shelf: Shelf) -> Iterator[EntrySlip]:
    """Everything that the search can find."""
    return (entry for slip in shelf.slips.values() for entry in slip.entries)

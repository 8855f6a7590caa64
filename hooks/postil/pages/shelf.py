"""All leaves of an archive, by what wants them: dossiers, lists of notes, data files."""

import pickle
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from postil.model.archive import Archive, Record, Target
from postil.model.records import Article
from postil.pages.leaf import NoteSlip, Slip
from postil.pages.page import Page, SearchEntry
from postil.pages.site import Site
from postil.spool import Piece


@dataclass(frozen=True)
class Shelf:
    """The slips of all texts, and `read`, which gives what lies behind a piece.

    `appearances` are the articles in each dossier, newest first; `notes` say by key where notes
    lie.
    """

    site: Site
    slips: Mapping[Target, Slip]
    read: Callable[[Piece], bytes]
    appearances: Mapping[Target, tuple[Record[Article], ...]]
    notes: Mapping[str, NoteSlip]

    def page(self, article: str) -> Page:
        """The page of an article."""
        slip = self.slips[Target("articles", article)]
        page: Page = pickle.loads(self.read(slip.page))  # noqa: S301 -- a build put it away
        return page

    def appearance(self, article: Record[Article], dossier: Target) -> Markup:
        """What an article shows in a dossier, for any page."""
        return self._html(self.slips[Target("articles", article.id)].appearances[dossier])

    def row(self, article: str) -> Markup:
        """An article in a list, for any page."""
        return self._html(self.slips[Target("articles", article)].listed)

    def profile(self, dossier: Target) -> Markup:
        """The text of an actor or a topic with the notes on it, for any page."""
        return self._html(self.slips[dossier].profile)

    def listed_note(self, key: str) -> Markup:
        """A note by itself in a list, for any page."""
        return self._html(self.notes[key].listed)

    def _html(self, piece: Piece) -> Markup:
        return Markup(self.read(piece).decode())  # noqa: S704 -- it was markup when it was put away

    def named_together(self, dossier: Target) -> Counter[str]:
        """How many articles of a dossier name each actor."""
        counts: Counter[str] = Counter()
        for article in self.appearances[dossier]:
            counts.update(self.slips[Target("articles", article.id)].named)
        return counts


def make_shelf(site: Site, slips: Mapping[Target, Slip], read: Callable[[Piece], bytes]) -> Shelf:
    """The shelf that holds these leaves."""
    appearances: dict[Target, list[Record[Article]]] = defaultdict(list)
    for article in newest_articles(site.archive):
        for dossier in slips[Target("articles", article.id)].appearances:
            appearances[dossier].append(article)
    return Shelf(
        site=site,
        slips=slips,
        read=read,
        appearances={dossier: tuple(appearances[dossier]) for dossier in _dossiers(site.archive)},
        notes={note.key: note for slip in slips.values() for note in slip.notes},
    )


def newest_articles(archive: Archive) -> list[Record[Article]]:
    """All articles, newest first."""
    return sorted(
        archive.articles.values(),
        key=lambda record: (record.data.published.sort_key, record.id),
        reverse=True,
    )


def _dossiers(archive: Archive) -> Iterator[Target]:
    yield from (Target("actors", id_) for id_ in archive.actors)
    yield from (Target("topics", id_) for id_ in archive.topics)


def search_entries(shelf: Shelf) -> Iterator[SearchEntry]:
    """Everything that the search can find."""
    for slip in shelf.slips.values():
        yield from pickle.loads(shelf.read(slip.entries))  # noqa: S301 -- this build wrote it

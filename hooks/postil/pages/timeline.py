"""The timeline: the whole archive on one page, year by year, with what carries most notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from postil.markup.html import at_root, root_of
from postil.model.archive import Record, Target
from postil.model.records import Article
from postil.pages.dates import date_label, period_label
from postil.pages.environment import render
from postil.pages.moment import TURNING_POINT
from postil.pages.nesting import Entry, Path, fitting
from postil.pages.page import Page, PlannedPage, planned
from postil.pages.periods import period_of
from postil.pages.shelf import Shelf
from postil.pages.strip import strip

ADDRESS = "timeline/"

MOST = 240
"""Articles on the timeline, shared among its years."""

MOST_OF_A_YEAR = 24
"""Articles of one year: two a month. The year's own page has all of them."""


@dataclass(frozen=True)
class Year:
    """A year with the articles chosen of it, in their order, and how many there are."""

    id: str
    label: str
    address: str
    articles: int
    moments: tuple[Markup, ...]

    @property
    def rest(self) -> int:
        """How many are not shown."""
        return self.articles - len(self.moments)


@dataclass(frozen=True)
class Extent:
    """The dates of an archive's first and last article, as readers write them."""

    first: str
    last: str


def extent(shelf: Shelf) -> Extent | None:
    """From when to when an archive goes; nothing where it has no article."""
    if not shelf.newest:
        return None
    first, last = shelf.newest[-1].data.published, shelf.newest[0].data.published
    language = shelf.site.language
    return Extent(date_label(first, language), date_label(last, language))


def timeline(shelf: Shelf) -> Iterator[PlannedPage]:
    """`timeline/`, and no further page: those of the periods below `articles/` have the rest."""
    title = "Timeline"
    description = "The archive’s articles by date, with what weighs most of what was noted on them."
    html = render(
        "timeline.html",
        root_of(ADDRESS),
        title=title,
        strip=strip((it.data.published for it in shelf.newest), shelf.site.language),
        years=_years(shelf),
        extent=extent(shelf),
        total=len(shelf.newest),
        turning_point=TURNING_POINT,
    )
    yield planned(Page(ADDRESS, title, description, "timeline", html, shelf.site.language))


def _years(shelf: Shelf) -> list[Year]:
    """The years, oldest first."""
    by_year = {
        path: list(articles)
        for path, articles in groupby(shelf.newest, lambda it: period_of(it.data.published)[:1])
    }
    most = max(1, min(MOST_OF_A_YEAR, MOST // max(1, len(by_year))))
    chosen = [
        _entry(shelf, path, article)
        for path, articles in by_year.items()
        for article in _heaviest(shelf, articles, most)
    ]
    shown: dict[Path, list[Markup]] = {path: [] for path in by_year}
    for entry in fitting(chosen):
        shown[entry.path].append(at_root(entry.html(), root_of(ADDRESS)))
    years = [
        Year(
            id=f"year-{path[0]}",
            label=period_label(path, shelf.site.language),
            address=f"articles/{path[0]}/",
            articles=len(articles),
            moments=tuple(reversed(shown[path])),
        )
        for path, articles in by_year.items()
    ]
    return years[::-1]


def _entry(shelf: Shelf, path: Path, article: Record[Article]) -> Entry:
    return shelf.entry(path, shelf.slips[Target("articles", article.id)].moment)


def _heaviest(
    shelf: Shelf, articles: Sequence[Record[Article]], most: int
) -> Iterator[Record[Article]]:
    """The articles with the most notes on them and resting on them, in the order given."""
    weights = [shelf.slips[Target("articles", it.id)].weight for it in articles]
    ranked = sorted(range(len(articles)), key=weights.__getitem__, reverse=True)
    return (articles[at] for at in sorted(ranked[:most]))

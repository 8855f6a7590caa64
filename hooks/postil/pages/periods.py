"""Lists by date, and their pages: of years and, where those weigh too much, of months and days."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from markupsafe import Markup

from postil.digests import digest_of
from postil.markup.html import at_root, root_of
from postil.model.dates import Edtf
from postil.pages.dates import period_label, short_period_label
from postil.pages.environment import render
from postil.pages.narrowing import Facet
from postil.pages.nesting import Entry, Nested, Path, Placed, fitting, nest, placed
from postil.pages.page import Page, PlannedPage
from postil.pages.steps import Step, levels, step, steps

_DAY = 3
"""Steps in the path of a day."""

_WIDTHS = {2: "month", _DAY: "day"}
_UNDATED = {1: "without a month", 2: "without a day"}
"""What a date lacks that is only as exact as a year or a month."""


@dataclass(frozen=True)
class Series:
    """A list by date, newest first, and how its pages speak of it.

    `address` is that of its first page. `summary` ends the description of a page; `noun` names one
    entry; `kind` is that of the pages, and `layout` the class of what holds the entries.
    """

    address: str
    name: str
    summary: str
    noun: str
    layout: str
    kind: str
    language: str
    entries: tuple[Entry, ...]
    search: str | None = None
    """The address that finds all of them, where the archive has a search."""
    narrowing: Callable[[Sequence[Entry]], tuple[Facet, ...]] = lambda _: ()
    """What the entries that a page shows can be narrowed by."""
    narrowing_told: Callable[[Sequence[Entry]], bytes] = lambda _: b""
    """What of that the entries do not tell by themselves."""

    @cached_property
    def years(self) -> tuple[Nested, ...]:
        """The pages of the years, each with those below it."""
        return nest(self.entries)


@dataclass(frozen=True)
class Group:
    """Entries of one period under its name."""

    path: Path
    heading: str
    items: tuple[Markup, ...]


@dataclass(frozen=True)
class Newest:
    """The first page of a list: its newest entries by period, and the way to the rest."""

    groups: tuple[Group, ...]
    total: int
    rest: int
    years: tuple[Step, ...]
    facets: tuple[Facet, ...]
    search: str | None
    address: str


def period_of(when: Edtf) -> Path:
    """The place of a date: year, month and day, as far as they are known."""
    day = when.first
    parts = (str(day.year), f"{day.month:02d}", f"{day.day:02d}")
    return parts[: {"year": 1, "month": 2}.get(when.precision, 3)]


def newest(series: Series, most: int, width: int) -> Newest:
    """The first page: `most` entries at most, under headings of years (`width` 1) or months (2)."""
    entries = _newest(series, most)
    return Newest(
        groups=_groups(series, entries, width, series.address),
        total=len(series.entries),
        rest=len(series.entries) - len(entries),
        years=steps(series.years, series.address, partial(_short_label, series.language)),
        facets=series.narrowing(entries),
        search=series.search,
        address=series.address,
    )


def newest_told(series: Series, most: int) -> Iterator[bytes]:
    """What stands for the first page's part of a list."""
    yield _around(series)
    yield from _shown_told(series, _newest(series, most))


def _newest(series: Series, most: int) -> tuple[Entry, ...]:
    return fitting(series.entries[:most])


def period_pages(series: Series) -> Iterator[PlannedPage]:
    """The pages of the years, and of what is within a year that weighs too much."""
    around = _around(series)
    for place in placed(series.years):
        shown = fitting(place.page.entries)
        yield PlannedPage(
            address=series.address + place.page.address,
            title=_title(series, place.page),
            key=digest_of([around, *_told(place), *_shown_told(series, shown)]),
            compose=partial(_period_page, series, place, shown),
        )


def _around(series: Series) -> bytes:
    """What stands for what is the same on all pages of a series: its words, and its years."""
    told = (series.address, series.name, series.summary, series.noun, series.layout, series.kind)
    words = (*told, series.language, series.search or "")
    return digest_of([*(text.encode() for text in words), *(it.told() for it in series.years)])


def _shown_told(series: Series, shown: Sequence[Entry]) -> Iterator[bytes]:
    """What stands for the entries of a page."""
    yield from (entry.told() for entry in shown)
    yield series.narrowing_told(shown)


def _told(place: Placed) -> Iterator[bytes]:
    """What stands for a page's ways to others."""
    for page in (*place.above, place.page):
        yield page.told()
        yield page.shape
    for neighbour in (place.before, place.after):
        yield neighbour.told() if neighbour else b""


def _title(series: Series, page: Nested) -> str:
    return f"{series.name} {_preposition(page)} {_label(series.language, page)}"


def _period_page(series: Series, place: Placed, shown: Sequence[Entry]) -> Page:
    page, address = place.page, series.address + place.page.address
    full, short = partial(_label, series.language), partial(_short_label, series.language)
    title = _title(series, page)
    html = render(
        "period.html",
        root_of(address),
        title=title,
        series=series,
        above=steps(place.above, series.address, full),
        count=len(page.entries),
        rest=len(page.entries) - len(shown),
        facets=series.narrowing(shown),
        levels=list(levels(series.years, place, series.address, short)),
        narrower=_width(page.narrower),
        groups=_groups(series, shown, 2, address),
        later=place.before and step(place.before, series.address, full),
        earlier=place.after and step(place.after, series.address, full),
    )
    return Page(address, title, f"{title}: {series.summary}.", series.kind, html, series.language)


def _groups(
    series: Series, entries: Sequence[Entry], width: int, address: str
) -> tuple[Group, ...]:
    """Entries under the headings of their years or months, as HTML for the page at `address`."""
    root = root_of(address)
    grouped: dict[Path, list[Entry]] = {}
    for entry in entries:
        grouped.setdefault(entry.path[:width], []).append(entry)
    return tuple(
        Group(path, _heading(series, path, width), tuple(at_root(it.html(), root) for it in group))
        for path, group in grouped.items()
    )


def _heading(series: Series, path: Path, width: int) -> str:
    if len(path) < width:
        return _UNDATED[len(path)].capitalize()
    return period_label(path, series.language)


def _label(language: str, page: Nested) -> str:
    """`2025`, `March 2025`, `17 March 2025, page 2`, `2025, without a month, page 1`."""
    label = period_label(page.path, language)
    return label if page.number is None else f"{label}, {_numbered(page)}"


def _short_label(language: str, page: Nested) -> str:
    """What it is called beside its neighbours: `March`, `17`, `Page 2`."""
    if page.number is not None:
        numbered = _numbered(page)
        return numbered[0].upper() + numbered[1:]
    return short_period_label(page.path, language)


def _numbered(page: Nested) -> str:
    undated = _UNDATED.get(len(page.path))
    return f"{undated}, page {page.number}" if undated else f"page {page.number}"


def _preposition(page: Nested) -> str:
    return "on" if len(page.path) == _DAY else "in"


def _width(pages: Sequence[Nested]) -> str:
    """What pages beside each other are: months, days, or numbered pages alone."""
    dated = max((len(page.path) for page in pages if page.number is None), default=0)
    return _WIDTHS.get(dated, "page")

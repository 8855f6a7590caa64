"""A strip: how many of a list fall in each month, year, decade or century, to be drawn as bars."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from postil.model.dates import Edtf
from postil.pages.dates import period_label

MOST = 60
"""Bars that a phone shows apart. What would be more is told by the next wider unit."""

_FEWEST = 3
"""Bars below which a strip says no more than the headings of years do."""

_HIGHEST = 100
_LOWEST = 4
"""Per cent of the highest bar: a bar of one article is seen beside one of a hundred."""


@dataclass(frozen=True)
class Bar:
    """A stretch of time: what it is called, how many fall in it, its height in per cent."""

    label: str
    count: int
    height: int


@dataclass(frozen=True)
class Strip:
    """Bars without gaps, the oldest first, each as long as `unit`: `year`, say."""

    unit: str
    bars: tuple[Bar, ...]

    @property
    def most(self) -> Bar:
        """The first of the highest bars."""
        return max(self.bars, key=lambda bar: bar.count)


@dataclass(frozen=True)
class _Unit:
    name: str
    number: Callable[[Edtf], int]
    label: Callable[[int, str], str]


def _month(number: int, language: str) -> str:
    year, month = divmod(number, 12)
    return period_label((str(year), str(month + 1)), language)


_MONTHS = _Unit("month", lambda when: when.year * 12 + when.first.month - 1, _month)
_YEARS = (
    _Unit("year", lambda when: when.year, lambda number, _: str(number)),
    _Unit("decade", lambda when: when.year // 10, lambda it, _: f"{it * 10}–{it * 10 + 9}"),
    _Unit("century", lambda when: when.year // 100, lambda it, _: f"{it * 100}–{it * 100 + 99}"),
)


def strip(dates: Iterable[Edtf], language: str) -> Strip | None:
    """The strip of these dates; nothing where it would have two bars or fewer.

    Months only where all dates have one, for nobody knows where the others would stand.
    """
    counted = list(dates)
    if not counted:
        return None
    has_months = all(when.precision != "year" for when in counted)
    units = (_MONTHS, *_YEARS) if has_months else _YEARS
    unit = next((it for it in units if _length(it, counted) <= MOST), units[-1])
    if _length(unit, counted) < _FEWEST:
        return None
    counts = Counter(map(unit.number, counted))
    highest = max(counts.values())
    bars = (
        Bar(unit.label(number, language), counts[number], _height(counts[number], highest))
        for number in range(min(counts), max(counts) + 1)
    )
    return Strip(unit.name, tuple(bars))


def _length(unit: _Unit, dates: list[Edtf]) -> int:
    numbers = [unit.number(when) for when in dates]
    return max(numbers) - min(numbers) + 1


def _height(count: int, highest: int) -> int:
    return max(_LOWEST, round(_HIGHEST * count / highest)) if count else 0

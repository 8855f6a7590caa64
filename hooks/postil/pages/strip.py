"""A strip: how many of a list fall in each month, year, decade or century, to be drawn as bars.

Places along it are per cent of its width, so that it fits any screen and its letters keep their
size.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from postil.model.dates import Edtf
from postil.pages.dates import period_label

MOST = 60
"""Bars that a phone shows apart. What would be more is told by the next wider unit."""

_FEWEST = 3
"""Bars below which a strip says no more than the headings of years do."""

MOST_WORDS = 12
"""Words of four digits that stand beside each other on a phone of 320 pixels."""

_STEPS = (1, 2, 5, 10, 20)
"""How many bars there may be from one word of the axis to the next."""

_HIGHEST = 100
_LOWEST = 4
"""Per cent of the highest bar: a bar of one article is seen beside one of a hundred."""

_BROADEST = 4
"""Per cent of the strip: few bars stay bars."""


@dataclass(frozen=True)
class Bar:
    """A stretch of time: what it is called, how many fall in it, its height, its middle."""

    label: str
    count: int
    height: int
    middle: float


@dataclass(frozen=True)
class Tick:
    """A word below the bars, and its middle."""

    label: str
    middle: float


@dataclass(frozen=True)
class Strip:
    """Bars without gaps, the oldest first, each as long as `unit`: `year`, say."""

    unit: str
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]

    @cached_property
    def most(self) -> Bar:
        """The first of the highest bars."""
        return max(self.bars, key=lambda bar: bar.count)

    @property
    def pitch(self) -> float:
        """From the middle of a bar to that of the next."""
        return round(100 / len(self.bars), 2)

    @property
    def breadth(self) -> float:
        """Of a bar."""
        return round(min(_BROADEST, 0.8 * self.pitch), 2)

    @property
    def is_roomy(self) -> bool:
        """Whether every bar has room for words: how many it has and, of years, which it is."""
        return len(self.bars) <= MOST_WORDS

    @property
    def leads(self) -> bool:
        """Whether each bar can lead to the page of its year."""
        return self.unit == "year" and self.is_roomy


@dataclass(frozen=True)
class _Unit:
    name: str
    number: Callable[[Edtf], int]
    label: Callable[[int, str], str]
    years: int
    """How many years go from one word of the axis to the next; months go by their year."""
    word: Callable[[int], int]


def _month(number: int, language: str) -> str:
    year, month = divmod(number, 12)
    return period_label((str(year), str(month + 1)), language)


def _years(name: str, length: int) -> _Unit:
    def label(number: int, _: str) -> str:
        first = number * length
        return str(first) if length == 1 else f"{first}–{first + length - 1}"

    return _Unit(name, lambda when: when.year // length, label, length, lambda it: it * length)


_MONTHS = _Unit(
    "month", lambda when: when.year * 12 + when.first.month - 1, _month, 1, lambda it: it // 12
)
_YEARS = (_years("year", 1), _years("decade", 10), _years("century", 100))


def strip(dates: Iterable[Edtf], language: str) -> Strip | None:
    """The strip of these dates; nothing where it would have two bars or fewer.

    Months only where all dates have one, for nobody knows where the others would stand.
    """
    counted = list(dates)
    if not counted:
        return None
    has_months = all(when.precision != "year" for when in counted)
    units = (_MONTHS, *_YEARS) if has_months else _YEARS
    unit = next((it for it in units if len(_numbers(it, counted)) <= MOST), units[-1])
    numbers = _numbers(unit, counted)
    if len(numbers) < _FEWEST:
        return None
    counts = Counter(map(unit.number, counted))
    highest = max(counts.values())
    bars = (
        Bar(
            unit.label(number, language),
            counts[number],
            _height(counts[number], highest),
            _middle(place, place + 1, numbers),
        )
        for place, number in enumerate(numbers)
    )
    return Strip(unit.name, tuple(bars), tuple(_ticks(unit, numbers)))


def _numbers(unit: _Unit, dates: Sequence[Edtf]) -> range:
    numbers = {unit.number(when) for when in dates}
    return range(min(numbers), max(numbers) + 1)


def _height(count: int, highest: int) -> int:
    return max(_LOWEST, round(_HIGHEST * count / highest)) if count else 0


def _middle(start: int, end: int, numbers: range) -> float:
    return round(50 * (start + end) / len(numbers), 2)


def _ticks(unit: _Unit, numbers: range) -> Iterator[Tick]:
    """The words of the axis, as far apart as they need; those in sight are round numbers."""
    words = [(word, list(group)) for word, group in groupby(numbers, key=unit.word)]
    step = next((it for it in _STEPS if len(words) <= it * MOST_WORDS), _STEPS[-1])
    for word, group in words:
        if word // unit.years % step == 0:
            first = group[0] - numbers.start
            yield Tick(str(word), _middle(first, first + len(group), numbers))

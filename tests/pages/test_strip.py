"""Counts over time, as bars."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.model.dates import parse_edtf
from postil.pages.strip import MOST, MOST_WORDS, strip

DECADES = [(f"{year}–{year + 9}", 0) for year in range(1970, 2020, 10)]
CENTURIES = [(f"{year}–{year + 99}", 0) for year in range(1400, 2000, 100)]


def bars(*dates):
    drawn = strip(map(parse_edtf, dates), "en")
    return drawn and (drawn.unit, [(bar.label, bar.count) for bar in drawn.bars])


@pytest.mark.parametrize(
    ("dates", "drawn"),
    [
        ([], None),
        (["2025-03-04"], None),
        (["2025-03-04", "2025-04-01"], None),
        (
            ["2025-03-04", "2025-03", "2025-05-01T10:00Z~"],
            ("month", [("March 2025", 2), ("April 2025", 0), ("May 2025", 1)]),
        ),
        (
            ["2025-11", "2026-01"],
            ("month", [("November 2025", 1), ("December 2025", 0), ("January 2026", 1)]),
        ),
        (["2023-03", "2024", "2025-03"], ("year", [("2023", 1), ("2024", 1), ("2025", 1)])),
        (["2025-03", "2025"], None),
        (
            ["1960", "2025"],
            ("decade", [("1960–1969", 1), *DECADES, ("2020–2029", 1)]),
        ),
        (["1301", "2025"], ("century", [("1300–1399", 1), *CENTURIES, ("2000–2099", 1)])),
    ],
    ids=[
        "none",
        "one",
        "two-months",
        "months",
        "over-new-year",
        "one-without-month",
        "one-year",
        "decades",
        "centuries",
    ],
)
def test_the_unit_is_the_narrowest_that_is_known_and_fits(dates, drawn):
    assert bars(*dates) == drawn


@given(st.lists(st.dates().map(lambda day: parse_edtf(day.isoformat())), max_size=40))
def test_every_date_is_in_a_bar_and_no_bar_is_missing(dates):
    drawn = strip(dates, "en")
    if drawn is None:
        return
    assert sum(bar.count for bar in drawn.bars) == len(dates)
    assert drawn.bars[0].count
    assert drawn.bars[-1].count
    assert len(drawn.bars) <= max(MOST, 100)
    assert max(bar.height for bar in drawn.bars) == 100
    assert all((bar.height > 0) == (bar.count > 0) for bar in drawn.bars)


@given(st.lists(st.dates().map(lambda day: parse_edtf(day.isoformat())), max_size=40))
def test_no_bar_or_word_lies_on_another(dates):
    drawn = strip(dates, "en")
    if drawn is None:
        return
    assert drawn.breadth < drawn.pitch
    for things, apart in ((drawn.bars, drawn.pitch), (drawn.ticks, 100 / (MOST_WORDS + 1))):
        middles = [thing.middle for thing in things]
        assert all(0 < middle < 100 for middle in middles)
        gaps = [after - before for before, after in pairwise(middles)]
        assert all(gap > apart - 0.03 for gap in gaps)


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (["2025-11", "2026-01"], ["2025", "2026"]),
        (["2019", "2022"], ["2019", "2020", "2021", "2022"]),
        (["2004", "2025"], [str(year) for year in range(2004, 2025, 2)]),
        (["1975", "2025"], [str(year) for year in range(1975, 2026, 5)]),
        (["1905", "2025"], [str(year) for year in range(1900, 2021, 20)]),
    ],
)
def test_the_words_of_the_axis_are_round_and_few(dates, words):
    drawn = strip(map(parse_edtf, dates), "en")
    assert [tick.label for tick in drawn.ticks] == words


def test_only_bars_of_years_with_room_for_a_finger_lead_somewhere():
    assert strip(map(parse_edtf, ["2014", "2025"]), "en").leads
    assert not strip(map(parse_edtf, ["2013", "2025"]), "en").leads
    assert not strip(map(parse_edtf, ["2025-01", "2025-03"]), "en").leads

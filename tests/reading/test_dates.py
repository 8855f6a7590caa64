"""Dates by the forms of EDTF that news needs."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.model.dates import DateError, parse_edtf


@pytest.mark.parametrize(
    ("text", "first", "last", "precision", "qualifier"),
    [
        ("2025-12-17", date(2025, 12, 17), date(2025, 12, 17), "day", ""),
        ("2025-12", date(2025, 12, 1), date(2025, 12, 31), "month", ""),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month", ""),
        ("2025", date(2025, 1, 1), date(2025, 12, 31), "year", ""),
        ("0001", date(1, 1, 1), date(1, 12, 31), "year", ""),
        ("2025-12-17~", date(2025, 12, 17), date(2025, 12, 17), "day", "~"),
        ("2025-12?", date(2025, 12, 1), date(2025, 12, 31), "month", "?"),
        ("2025~", date(2025, 1, 1), date(2025, 12, 31), "year", "~"),
        ("2025-12-17T18:40Z", date(2025, 12, 17), date(2025, 12, 17), "minute", ""),
        ("2025-12-17T18:40:59+02:00", date(2025, 12, 17), date(2025, 12, 17), "minute", ""),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29), "day", ""),
    ],
)
def test_a_date_is_read_with_the_days_it_can_mean(text, first, last, precision, qualifier):
    when = parse_edtf(text)
    assert (when.first, when.last, when.precision) == (first, last, precision)
    assert (when.qualifier, str(when)) == (qualifier, text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("yesterday", "is no date"),
        ("17.12.2025", "is no date"),
        ("2025-1-2", "is no date"),
        ("2025-12-17 18:40", "is no date"),
        ("2025-12-17T18:40", "is no date"),
        ("2025-12-17T18Z", "is no date"),
        ("2025-12-17/2025-12-18", "is no date"),
        ("~2025", "is no date"),
        ("2025-12-17\n", "is no date"),
        ("٢٠٢٥", "is no date"),
        ("", "is no date"),
        ("0000", "has no year 0"),
        ("2025-13", "has no month 13"),
        ("2025-00-10", "has no month 00"),
        ("2025-02-29", "does not exist; that month runs from 01 to 28"),
        ("2024-02-30", "does not exist; that month runs from 01 to 29"),
        ("2025-04-00", "does not exist; that month runs from 01 to 30"),
        ("2025-12-17T24:00Z", "has no such time"),
        ("2025-12-17T12:60Z", "has no such time"),
        ("2025-12-17T12:00:60Z", "has no such time"),
        ("2025-12-17T12:00+15:00", "has no such time zone"),
        ("2025-12-17T12:00+02:60", "has no such time zone"),
    ],
)
def test_what_is_no_date_says_why(text, wrong):
    with pytest.raises(DateError, match=rf"^{wrong}"):
        parse_edtf(text)


def test_dates_sort_by_day_then_by_the_moment_then_by_nothing():
    written = [
        "2024-12-31T23:59Z",
        "2025",
        "2025-12-17",
        "2025-12-17T19:00+02:00",
        "2025-12-17T18:00Z",
        "2025-12-18",
    ]
    shuffled = [written[place] for place in (3, 0, 5, 1, 4, 2)]
    assert sorted(shuffled, key=lambda text: parse_edtf(text).sort_key) == written


@given(st.dates())
def test_every_day_is_read_back(day):
    assert parse_edtf(day.isoformat()).first == day


@given(st.text(st.sampled_from("0123456789-T:Z+~?"), max_size=22))
def test_no_text_makes_the_reader_fail_otherwise(text):
    try:
        when = parse_edtf(text)
    except DateError:
        return
    assert when.first <= when.last
    assert when.sort_key >= (when.first, -1e12)

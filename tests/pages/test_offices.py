"""Offices as of a date: both boundary days count, and what is not on record is not claimed."""

import pytest

from archives import actor, read
from postil.model.dates import parse_edtf
from postil.pages.offices import offices_at

POSITIONS = [
    {"role": "deputy", "start": "2000-03-01", "end": "2010-06-30"},
    {"role": "minister", "start": "2010-06-30", "end": "2014-02"},
    {"role": "interim", "start": "2014-02-27", "end": "2014-06-07", "acting": True},
    {"role": "envoy", "start": "2015"},
    {"role": "elder", "end": "1999"},
    {"role": "patron"},
]
ACTOR = read("actor", "x", actor(positions=POSITIONS)).data


@pytest.mark.parametrize(
    ("when", "roles"),
    [
        ("2000-02-29", []),
        ("2000-03-01", ["deputy"]),
        ("2010-06-29", ["deputy"]),
        ("2010-06-30", ["deputy", "minister"]),
        ("2010-07-01", ["minister"]),
        ("2014-02-28", ["minister", "interim"]),
        ("2014-03-01", ["interim"]),
        ("2014-06-07T23:59Z", ["interim"]),
        ("2014-06-08", []),
        ("2014-12-31", []),
        ("2015-01-01", ["envoy"]),
        ("2025-12-17", ["envoy"]),
        ("2014", ["minister", "interim"]),
        ("2014-06", ["interim"]),
        ("1998", []),
    ],
)
def test_the_offices_held_on_a_date(when, roles):
    assert [position.role for position in offices_at(ACTOR, parse_edtf(when))] == roles

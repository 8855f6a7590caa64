"""What was read can be put away and fetched again, and is the same."""

import pickle
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archives import FIXTURE
from postil.model.compact import Compact
from postil.model.dates import parse_edtf
from postil.reading.records import read_records


def fetched(thing):
    return pickle.loads(pickle.dumps(thing, protocol=pickle.HIGHEST_PROTOCOL))


@dataclass(frozen=True, slots=True)
class Single(Compact):
    one: object


@dataclass(frozen=True, slots=True)
class Pair(Single):
    other: object


VALUES = st.none() | st.text() | st.lists(st.text()) | st.builds(Single, st.text())


def test_an_archive_comes_back_unchanged():
    reading = read_records(FIXTURE)
    assert len(reading.records) > 10
    assert fetched(reading) == reading


def test_a_fetched_record_says_as_before_where_its_values_stand():
    for _, record in read_records(FIXTURE).records:
        places = record.positions.keys
        assert places
        assert dict(fetched(record).positions.keys) == dict(places)


@given(VALUES, VALUES)
def test_any_values_come_back_in_their_places(one, other):
    assert fetched(Pair(one, other)) == Pair(one, other)


@pytest.mark.parametrize("text", ["2025", "2025-12~", "2025-12-17?", "2025-12-17T18:40+02:00"])
def test_a_date_comes_back_as_it_was_written(text):
    assert fetched(parse_edtf(text)) == parse_edtf(text)


def test_values_of_another_shape_are_refused():
    rebuild, (kind, *values) = Pair("a", "b").__reduce__()
    with pytest.raises(ValueError, match="argument"):
        rebuild(kind, *values, "c")

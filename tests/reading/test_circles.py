"""Circles: what leads back to itself, each told once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import LINEAR, growth
from postil.reading.circles import circles

IDS = "abcdefgh"
WAYS = st.dictionaries(st.sampled_from(IDS), st.none() | st.sampled_from(IDS))


@pytest.mark.parametrize(
    ("onward", "found"),
    [
        ({}, []),
        ({"a": None, "b": "a", "c": "b"}, []),
        ({"a": "gone"}, []),
        ({"a": "a"}, [("a",)]),
        ({"a": "b", "b": "a"}, [("a", "b")]),
        ({"tail": "a", "a": "b", "b": "c", "c": "a"}, [("a", "b", "c")]),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, [("a", "b"), ("c", "d")]),
    ],
)
def test_circles_are_found(onward, found):
    assert list(circles(onward)) == found


def returns(onward, id_):
    at = onward[id_]
    for _ in onward:
        if at == id_:
            return True
        at = onward.get(at)
    return False


@given(WAYS)
def test_in_a_circle_is_what_comes_back_to_itself(onward):
    found = [id_ for circle in circles(onward) for id_ in circle]
    assert sorted(found) == sorted(id_ for id_ in onward if returns(onward, id_))


def test_a_long_way_takes_time_in_proportion():
    def way(count):
        onward = {str(number): str((number + 1) % count) for number in range(count)}
        assert [len(circle) for circle in circles(onward)] == [count]

    assert growth(way, 5_000) < LINEAR

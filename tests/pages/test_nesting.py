"""A long list is on pages within pages: whole, in order, light, and at addresses that stay."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from postil.pages.nesting import entry_of, fitting, nest, placed

BOUND = 10


def entry(path, weight=4):
    return entry_of(tuple(path.split("/")), Markup("x" * weight))


def entries(*paths):
    return [entry(path) for path in paths]


def addresses(listed, bound=BOUND):
    return [place.page.address for place in placed(nest(listed, bound))]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ([], []),
        (["2025/03/17", "2025/03/17"], ["2025/"]),
        (["2025/03/17", "2024/03/17", "2024"], ["2025/", "2024/"]),
        (["2025/03/17", "2025/03/16", "2025/02"], ["2025/", "2025/03/", "2025/02/"]),
        (
            ["2025/03/17", "2025/03/16", "2025/03/16"],
            ["2025/", "2025/03/", "2025/03/17/", "2025/03/16/"],
        ),
        (
            ["2025/03/17"] * 3,
            [
                "2025/",
                "2025/03/",
                "2025/03/17/",
                "2025/03/17/page-2/",
                "2025/03/17/page-1/",
            ],
        ),
        (["2025/03/17", "2025", "2025"], ["2025/", "2025/03/", "2025/page-1/"]),
        (["2025"] * 5, ["2025/", "2025/page-3/", "2025/page-2/", "2025/page-1/"]),
        (
            ["2025/03", "2025/03/17", "2025/03"],
            ["2025/", "2025/03/", "2025/03/17/", "2025/03/page-1/"],
        ),
    ],
)
def test_what_weighs_too_much_has_narrower_pages(paths, expected):
    assert addresses(entries(*paths)) == expected


def test_an_entry_that_weighs_too_much_alone_is_on_one_page():
    assert addresses([entry("2025/03/17", 99)]) == ["2025/"]


def test_the_first_entry_always_fits_and_others_as_far_as_the_bound():
    assert len(fitting([entry("2025", 99), entry("2025")], BOUND)) == 1
    assert len(fitting([entry("2025", 5), entry("2025", 5), entry("2025", 1)], BOUND)) == 2
    assert fitting([], BOUND) == ()


def test_weight_is_counted_in_bytes():
    assert entry_of(("2025",), Markup("Київ")).weight == 8


def test_the_neighbours_at_the_edge_of_a_period_are_those_of_the_period():
    listed = entries("2025/03", "2025/02/01", "2025/02/02", "2024", "2023/07")
    found = {place.page.address: place for place in placed(nest(listed, BOUND))}
    around = {
        address: tuple(it and it.address for it in (place.before, place.after))
        for address, place in found.items()
    }
    assert around == {
        "2025/": (None, "2024/"),
        "2025/03/": (None, "2025/02/"),
        "2025/02/": ("2025/03/", "2024/"),
        "2024/": ("2025/", "2023/"),
        "2023/": ("2024/", None),
    }
    assert [it.address for it in found["2025/03/"].above] == ["2025/"]


@st.composite
def lists(draw):
    """Lists by date, newest first, of entries known to the day, the month or the year."""
    days = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["2023", "2024", "2025"]),
                st.sampled_from(["01", "07"]),
                st.sampled_from(["03", "17"]),
                st.integers(1, 3),
                st.integers(0, 14),
            ),
            max_size=40,
        )
    )
    in_order = sorted((day[: day[3]], number, day[4]) for number, day in enumerate(days))
    return [entry_of(path, Markup(f"{n:02d}" + "x" * more)) for path, n, more in reversed(in_order)]


def leaves(pages):
    return [place.page for place in placed(pages) if not place.page.narrower]


@given(lists())
def test_every_entry_is_on_one_narrowest_page_in_order(listed):
    found = list(chain.from_iterable(page.entries for page in leaves(nest(listed, BOUND))))
    assert found == listed


@given(lists())
def test_no_narrowest_page_weighs_more_than_the_bound_unless_one_entry_does(listed):
    for page in leaves(nest(listed, BOUND)):
        assert len(page.entries) == 1 or sum(it.weight for it in page.entries) <= BOUND


@given(lists())
def test_no_two_pages_share_an_address(listed):
    found = addresses(listed)
    assert len(found) == len(set(found))


@given(lists(), lists())
def test_what_is_newer_moves_nothing(older, newer):
    newer = [entry_of(("2026", *it.path[1:]), it.html()) for it in newer]
    assert set(addresses(older)) <= set(addresses(newer + older))


@given(lists(), st.integers(0, 40))
def test_growing_at_the_head_adds_pages_and_fills_only_the_last(listed, cut):
    before = {page.address: page for page in leaves(nest(listed[cut:], BOUND))}
    after = {place.page.address: place.page for place in placed(nest(listed, BOUND))}
    for address, page in before.items():
        assert address in after
        kept = after[address].entries
        assert kept[len(kept) - len(page.entries) :] == page.entries

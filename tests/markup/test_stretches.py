"""What covers a text is cut so that every stretch is covered as a whole."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.markup.stretches import Marked, Named, stretches
from postil.text.sentences import Span

LENGTH = 40
OFFSETS = st.integers(0, LENGTH)


def passage(number, start, end):
    return Marked(f"n{number}", number, "context", None, ("ivo",), Span(start, end))


def mention(start, end):
    return Named("x", Span(start, end), f"mention-x-{start}", None)


@st.composite
def covers(draw):
    """Passages that overlap at will, and mentions that do not."""
    pairs = draw(st.lists(st.tuples(OFFSETS, OFFSETS).filter(lambda p: p[0] < p[1]), max_size=6))
    cuts = sorted(draw(st.sets(OFFSETS, max_size=8)))
    marked = [passage(number, *pair) for number, pair in enumerate(pairs, 1)]
    return marked, [mention(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False)]


@given(covers())
def test_stretches_follow_one_another_and_are_never_empty(case):
    found = stretches(*case)
    assert all(stretch.start < stretch.end for stretch in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(covers())
def test_every_character_is_in_the_stretch_of_all_that_covers_it(case):
    marked, named = case
    found = stretches(marked, named)
    for offset in range(LENGTH):
        on = [item for item in (*marked, *named) if item.span.start <= offset < item.span.end]
        here = [it for it in found if it.start <= offset < it.end]
        assert on == [item for it in here for item in (*it.passages, it.mention) if item]


@pytest.mark.parametrize(
    ("marked", "named", "expected"),
    [
        ([], [], []),
        ([], [(2, 5)], [(2, 5, "")]),
        ([(0, 9)], [], [(0, 9, "1")]),
        ([(0, 9), (4, 12)], [], [(0, 4, "1"), (4, 9, "12"), (9, 12, "2")]),
        ([(4, 12), (0, 9)], [], [(0, 4, "2"), (4, 9, "12"), (9, 12, "1")]),
        ([(0, 4), (4, 9)], [], [(0, 4, "1"), (4, 9, "2")]),
        ([(0, 4)], [(2, 9)], [(0, 2, "1"), (2, 4, "1"), (4, 9, "")]),
        ([(0, 9)], [(2, 4), (4, 6)], [(0, 2, "1"), (2, 4, "1"), (4, 6, "1"), (6, 9, "1")]),
    ],
)
def test_a_cut_falls_where_a_passage_or_a_mention_begins_or_ends(marked, named, expected):
    passages = [passage(number, *span) for number, span in enumerate(marked, 1)]
    found = stretches(passages, [mention(*span) for span in named])
    assert [(it.start, it.end, "".join(str(p.number) for p in it.passages)) for it in found] == (
        expected
    )

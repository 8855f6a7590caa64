"""Words that no quote may cut, on whatever line they stand."""

from hypothesis import given
from hypothesis import strategies as st

from postil.text.words import word_around, words_in

PIECES = ["can't", "non-nuclear", "30 000", "-5", "1.5", "3/4", "30%", "a", "'", " ", "\n", "\n\n"]


@given(st.lists(st.sampled_from([*PIECES, "é", "e\u0301", "\u00ad"]), max_size=20).map("".join))
def test_a_cut_lies_in_a_word_where_the_word_is_one_of_the_text(text):
    words = list(words_in(text))
    for at in range(len(text) + 1):
        around = [word for word in words if word.start < at < word.end]
        assert [word_around(text, at)] == (around or [None])

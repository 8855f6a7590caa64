"""Contributed words in a comment on a forge: they stay words, and do not take the room."""

import re

from hypothesis import given
from hypothesis import strategies as st

from postil.cli.pull_request.safe_markdown import MOST_CHARACTERS, bounded, code

hostile = st.text(
    st.one_of(
        st.sampled_from("`\\\n\r\t |<>[]()!@#$:*_~/&\u202e\u2066\u2069\u200b\u05d0\u0661\udcff"),
        st.characters(),
    ),
    max_size=400,
)


@given(hostile)
def test_whatever_was_contributed_is_one_stretch_of_code(words):
    written = code(words)
    assert re.fullmatch("|`[^`\n\r]+`|\u2068`[^`\n\r]+`\u2069", written)
    assert written.strip("\u2068\u2069").isprintable()
    assert len(written) <= 170


def test_words_that_show_are_shown_as_they_are():
    assert code("@x closes #1 <b> |  a") == "`@x closes #1 <b> | a`"


def test_what_is_read_from_right_to_left_is_kept_apart():
    assert code("אב") == "\u2068`אב`\u2069"
    assert code("ab\u202ecd") == "`ab\\u202ecd`"


def test_a_backtick_ends_no_code_however_many_there_are():
    assert code("a```b") == "`a'''b`"
    assert code("`" * 90) == "`" + "'" * 90 + "`"


def test_nothing_is_nothing():
    assert code(" \n ") == ""


@given(st.lists(st.text(max_size=50)))
def test_what_is_short_enough_is_whole(lines):
    assert bounded(lines) == "\n".join(lines)


def test_of_what_is_too_long_the_end_is_left_out_and_counted():
    text = bounded(["x" * 999] * 100)
    assert len(text) <= MOST_CHARACTERS + 50
    assert text.endswith("\n\n40 more lines are left out here.")

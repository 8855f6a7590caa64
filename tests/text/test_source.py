"""From the plain text back to the Markdown, for the places of diagnostics."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import LINEAR, growth
from postil.text.document import read_document
from postil.text.source import (
    line_and_column,
    lines_and_columns,
    source_offsets,
)


def marked(text):
    """The text without its `@`, and where that stood: the place that is expected."""
    offset = text.index("@")
    return text.replace("@", ""), offset


@pytest.mark.parametrize(
    ("text", "word", "nth"),
    [
        ("@Minsk and Minsk", "Minsk", 1),
        ("Minsk and @Minsk", "Minsk", 2),
        ("# Minsk\n\nThen *@Minsk* again", "Minsk", 2),
        ("[Minsk](https://minsk.example/Minsk) and @Minsk", "Minsk", 2),
        ('[see](x.md "Minsk") @Minsk', "Minsk", 1),
        ("<https://minsk.example/> @Minsk", "Minsk", 1),
        ("one &amp; two\n\n- @three", "three", 1),
        ("a | b\n--|--\n1 | @Minsk", "Minsk", 1),
        ("[ref]: https://example.org/Minsk\n\n@Minsk [here][ref]", "Minsk", 1),
    ],
)
def test_a_word_is_found_where_it_stands_in_the_source(text, word, nth):
    markdown, expected = marked(text)
    plain = read_document(markdown).plain
    at = -1
    for _ in range(nth):
        at = plain.index(word, at + 1)
    assert list(source_offsets(markdown, plain, [at])) == [expected]


def test_a_place_within_a_word_is_kept():
    assert list(source_offsets("*before* after", "before after", [9])) == [11]


@pytest.mark.parametrize(
    ("text", "offset", "first_line", "expected"),
    [
        ("abc", 0, 1, (1, 1)),
        ("abc", 2, 1, (1, 3)),
        ("a\nbc", 2, 1, (2, 1)),
        ("a\nbc", 3, 7, (8, 2)),
        ("a\n\n\nd", 4, 1, (4, 1)),
    ],
)
def test_an_offset_has_a_line_and_a_column(text, offset, first_line, expected):
    assert line_and_column(text, offset, first_line) == expected


MARKED = st.lists(st.sampled_from(["Minsk", "*an*na", "&amp;", "&eacute;", "[x](Minsk)", "\n\n"]))


@given(MARKED, st.lists(st.integers(0, 60)))
def test_many_offsets_are_found_where_each_would_be(pieces, offsets):
    markdown = " ".join(pieces)
    plain = read_document(markdown).plain
    offsets.sort()
    alone = [next(source_offsets(markdown, plain, [offset])) for offset in offsets]
    assert list(source_offsets(markdown, plain, offsets)) == alone


@given(st.text(alphabet="a\n"), st.data())
def test_many_lines_and_columns_are_those_of_each(text, data):
    offsets = data.draw(st.lists(st.integers(0, len(text))))
    alone = [line_and_column(text, offset, 3) for offset in offsets]
    assert list(lines_and_columns(text, offsets, 3)) == alone


def test_many_words_that_markup_hides_take_no_time_in_the_square():
    markdown, plain = "&eacute;t&eacute; " * 60_000, "été " * 60_000
    assert list(source_offsets(markdown, plain, range(0, len(plain), 7)))[-1] == 0


def test_words_that_markup_hides_take_time_in_proportion_and_hide_no_others():
    def hidden(count):
        markdown = " ".join(f"X\\_{number:06}" for number in range(count)) + " end"
        plain = markdown.replace("\\", "")
        last = [len(plain) - 1]
        assert list(source_offsets(markdown, plain, last)) == [len(markdown) - 1]

    assert growth(hidden, 2_000) < LINEAR


def test_a_word_is_not_found_within_a_longer_one():
    assert list(source_offsets("&auml; about a", "ä about a", [8])) == [13]

"""Sentences of a plain text, by the language's own abbreviations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.text.sentences import Span, sentences

LANGUAGES = ["en", "uk", "ru", "de", "fr", "ar", "zh-Hant", "xx"]


def cut(text, language="en"):
    return [text[span.start : span.end] for span in sentences(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("One is said. Two is said.", "en", ["One is said.", "Two is said."]),
        ("He met Mr. Smith. They left.", "en", ["He met Mr. Smith.", "They left."]),
        ("It cost 1.5 million. So be it!", "en", ["It cost 1.5 million.", "So be it!"]),
        ("One line\nand another", "en", ["One line", "and another"]),
        ("End.\n\nNext.", "en", ["End.", "Next."]),
        ("Перше речення. Друге.", "uk", ["Перше речення.", "Друге."]),
        ("一句。另一句。", "zh", ["一句。", "另一句。"]),
        (
            "Est-ce\u00a0vrai\u00a0? Oui\u202f! Bien\u3000.",
            "fr",
            ["Est-ce\u00a0vrai\u00a0?", "Oui\u202f!", "Bien\u3000."],
        ),
        ("The end\u00a0. Begin.", "en", ["The end\u00a0.", "Begin."]),
        ("", "en", []),
        (" \n ", "en", []),
    ],
)
def test_a_text_is_cut_into_its_sentences(text, language, expected):
    assert cut(text, language) == expected


@given(
    st.text(st.one_of(st.sampled_from(" .!?\n\t\u00a0\"'“”()ABab1"), st.characters(codec="utf-8"))),
    st.sampled_from(LANGUAGES),
)
def test_sentences_follow_one_another_and_leave_out_white_space_only(text, language):
    position = 0
    for span in sentences(text, language):
        assert text[position : span.start].strip() == ""
        assert text[span.start : span.end].strip() == text[span.start : span.end] != ""
        position = span.end
    assert text[position:].strip() == ""


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((0, 5), (5, 9), False),
        ((0, 5), (4, 9), True),
        ((4, 9), (0, 5), True),
        ((0, 9), (3, 4), True),
        ((3, 4), (0, 9), True),
        ((5, 9), (0, 5), False),
    ],
)
def test_spans_overlap_where_they_share_a_character(one, other, expected):
    assert Span(*one).overlaps(Span(*other)) is expected


@pytest.mark.parametrize("count", [1, 300, 1_000, 3_000])
def test_a_long_line_is_cut_where_a_short_one_is(count):
    line = "Dr. Berg spoke of “talks”. Nobody listened! " * count
    assert cut(line) == ["Dr. Berg spoke of “talks”.", "Nobody listened!"] * count


def test_a_sentence_without_end_is_cut_into_long_pieces():
    pieces = cut("word " * 30_000)
    assert " ".join(pieces).split() == ["word"] * 30_000
    assert len(pieces) < 20

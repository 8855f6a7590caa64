"""Words and numbers, each with all that a quote must not cut from it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category

from postil.text.sentences import Span
from postil.text.source import places

_WORD = re.compile(
    r"(?:(?<!\w)[-−+](?=\d))?"
    r"(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)|\w+)"
    r"(?:['’ʼ‘‛′`´＇\-‐‑\u00ad\u200b-\u200d\u2060\ufeff]+\w+|(?<=\d)[.,:/]\d+)*"
    r"(?:(?<=\d)%)?"
)
"""A word or number that a quote must not cut: "can't", "non-nuclear", "1.5", "30,000", "30 000",
"-5", "3/4", "30%"."""


def cuts_a_word(text: str, at: int) -> bool:
    """Whether a cut at this offset goes through a word or a number.

    "can|'t", "non|-nuclear", "1|.5" and "in|to" are cut through; "said|." and "(|NATO" are not.
    """
    return word_around(text, at) is not None


def word_around(text: str, at: int) -> Span | None:
    """The word or number that a cut at this offset goes through, if any."""
    lines = _lines(text)
    line = bisect_right(lines, at) - 1
    starts, ends = _edges(text, lines[line], lines[line + 1])
    number = bisect_left(starts, at) - 1
    return Span(starts[number], ends[number]) if number >= 0 and at < ends[number] else None


@lru_cache(maxsize=4)
def _lines(text: str) -> list[int]:
    """Where the lines of a text begin, which no word goes across, and where one more would."""
    return [0, *(at + 1 for at in places(text, "\n")), len(text) + 1]


@lru_cache(maxsize=8)
def _edges(text: str, start: int, end: int) -> tuple[list[int], list[int]]:
    """Where the words of a line begin and end. Kept, because one is asked about many times."""
    words = [word.span() for word in _WORD.finditer(_with_marks_as_letters(text[start:end]))]
    return [start + first for first, _ in words], [start + last for _, last in words]


def words_in(text: str) -> Iterator[Span]:
    """The words and numbers of a text, each with all that a quote must not cut from it."""
    for word in _WORD.finditer(_with_marks_as_letters(text)):
        yield Span(word.start(), word.end())


def _with_marks_as_letters(text: str) -> str:
    """Accents and vowel signs belong to their words, and regular expressions do not know it."""
    if text.isascii():
        return text
    marks = {ord(char): "x" for char in set(text) if category(char).startswith("M")}
    return text.translate(marks) if marks else text

"""Words and numbers, each with all that a quote must not cut from it."""

import re
from collections.abc import Iterator
from unicodedata import category

from postil.text.sentences import Span

_WORD = re.compile(
    r"(?:(?<!\w)[-−+](?=\d))?"
    r"(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)|\w+)"
    r"(?:['’ʼ‘‛′`´＇\-‐‑\u00ad\u200b-\u200d\u2060\ufeff]+\w+|(?<=\d)[.,:/]\d+)*"
    r"(?:(?<=\d)%)?"
)
"""A word or number that a quote must not cut: "can't", "non-nuclear", "1.5", "30,000", "30 000",
"-5", "3/4", "30%"."""

_REACH = 60
"""Characters to either side within which a word is looked at: longer ones do not occur."""


def cuts_a_word(text: str, at: int) -> bool:
    """Whether a cut at this offset goes through a word or a number.

    "can|'t", "non|-nuclear", "1|.5" and "in|to" are cut through; "said|." and "(|NATO" are not.
    """
    if not 0 < at < len(text):
        return False
    start = max(0, at - _REACH)
    around = text[start : at + _REACH]
    return any(word.start < at - start < word.end for word in words_in(around))


def words_in(text: str) -> Iterator[Span]:
    """The words and numbers of a text, each with all that a quote must not cut from it."""
    for word in _WORD.finditer(_with_marks_as_letters(text)):
        yield Span(word.start(), word.end())


def _with_marks_as_letters(text: str) -> str:
    """Accents and vowel signs belong to their words, and regular expressions do not know it."""
    if text.isascii():
        return text
    return "".join("x" if category(char).startswith("M") else char for char in text)

"""The words of an index in small files, so that a reader who asks for one word loads little else.

Pagefind 1.5 ends a file after 20,000 places of words, some 25 kB, and a reader loads the file that
a word is in from each piece of the index.
"""

import re
from collections.abc import Iterator
from itertools import chain, groupby
from typing import NamedTuple

from postil.engines.cbor import ARRAY, array, head_at, head_of

LARGEST = 10_000
"""Bytes of a file, before it is packed to less than half. What has more has a file of its own."""

_KIN = 3
"""Letters that words begin with alike which stay in one file: `farm` also finds `farmer` there."""

_NO_TEXT = re.compile(
    rb"(?>(?:[\x00-\x17\x20-\x37\x80-\x97]++|[\x18\x38\x98].|[\x19\x39\x99].{2}|[\x1a\x3a\x9a].{4})*)",
    re.DOTALL,
)
"""Numbers and heads of arrays: all that stands between two texts in a file of words."""

_WORD = 0x83
"""The head of what is known of a word: an array of three, of which the word is the first."""


class _Word(NamedTuple):
    start: int
    text: str


class WordFile(NamedTuple):
    """A file of words: the first and the last in it, and what it holds."""

    first: str
    last: str
    content: bytes


NO_WORDS = WordFile("", "", array([array([])]))
"""A file that has nothing but the place of the empty word."""


def in_small_files(content: bytes, largest: int = LARGEST) -> Iterator[WordFile]:
    """The words of one file in as many as it takes. Raises `ValueError` if it has another form."""
    head, count, at = _heads(content)
    words = list(_words(content, at))
    if len(words) != count:
        raise ValueError(f"a file of {count} words in which {len(words)} were found")
    kin = [list(alike) for _, alike in groupby(words, lambda word: word.text[:_KIN])]
    ends = [*(alike[0].start for alike in kin[1:]), len(content)]
    begin = 0
    for place in range(1, len(kin) + 1):
        start = kin[begin][0].start
        if place == len(kin) or ends[place] - start > largest:
            held = list(chain.from_iterable(kin[begin:place]))
            told = head + head_of(ARRAY, len(held)) + content[start : ends[place - 1]]
            yield WordFile(held[0].text, held[-1].text, told)
            begin = place


def _heads(content: bytes) -> tuple[bytes, int, int]:
    """The head of all, how many words follow, and where they begin."""
    _, _, at = head_at(content, 0)
    _, count, start = head_at(content, at)
    return content[:at], count, start


def _words(content: bytes, at: int) -> Iterator[_Word]:
    """Each word with where what is known of it begins; not its forms with marks on letters."""
    while (match := _NO_TEXT.match(content, at)) and match.end() < len(content):
        _, length, start = head_at(content, match.end())
        at = start + length
        if content[match.end() - 1] == _WORD:
            yield _Word(match.end() - 1, content[start:at].decode())

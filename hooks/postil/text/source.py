"""Where words stand: in a text, in the Markdown it came from, and by line and column."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

_DESTINATION = re.compile(
    r"\]\([^()\s]*(?:\s+\"[^\"]*\")?\)|<https?://[^>\s]*>|^\[[^\]\n]+\]:.*$", re.MULTILINE
)
_WORD = re.compile(r"\w+")


def source_offsets(markdown: str, plain: str, offsets: Iterable[int]) -> Iterator[int]:
    """The offset in `markdown` of the word at each offset in `plain`; the offsets ascend.

    Words are followed from the start in both texts, link addresses passed over, so that the
    second "Minsk" of a text is found at the second "Minsk" of its source. Where markup hides a
    word, the nearest word before it is given.
    """
    visible = _DESTINATION.sub(lambda match: "]" + " " * (len(match[0]) - 1), markdown)
    standing: dict[str, list[int]] = defaultdict(list)
    for match in _WORD.finditer(visible):
        standing[match[0]].append(match.start())
    words = _WORD.finditer(plain)
    word = next(words, None)
    begin = end = found = position = 0
    for offset in offsets:
        while word and word.start() <= offset:
            starts = standing.get(word[0], ())
            number = bisect_left(starts, position)
            if number < len(starts):
                (begin, end), found = word.span(), starts[number]
                position = found + len(word[0])
            word = next(words, None)
        yield found + offset - begin if begin <= offset < end else found


def line_and_column(text: str, offset: int, first_line: int) -> tuple[int, int]:
    """The line and column of `offset`, both from 1, where `text` begins on `first_line`."""
    before = text[:offset]
    return first_line + before.count("\n"), offset - (before.rfind("\n") + 1) + 1


def lines_and_columns(
    text: str, offsets: Iterable[int], first_line: int
) -> Iterator[tuple[int, int]]:
    """The same for many offsets, in any order."""
    starts = [0, *(at + 1 for at in places(text, "\n"))]
    for offset in offsets:
        line = bisect_right(starts, offset)
        yield first_line + line - 1, offset - starts[line - 1] + 1


def places(text: str, words: str) -> Iterator[int]:
    """Every offset at which `words` begin in `text`, also where they overlap themselves."""
    position = text.find(words)
    while position >= 0:
        yield position
        position = text.find(words, position + 1)

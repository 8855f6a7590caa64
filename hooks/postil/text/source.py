"""Where words stand: in a text, in the Markdown it came from, and by line and column."""

import re
from collections.abc import Iterator

_DESTINATION = re.compile(
    r"\]\([^()\s]*(?:\s+\"[^\"]*\")?\)|<https?://[^>]*>|^\[[^\]]+\]:.*$", re.MULTILINE
)
_WORD = re.compile(r"\w+")


def source_offset(markdown: str, plain: str, offset: int) -> int:
    """The offset in `markdown` of the word that stands at `offset` in `plain`.

    Words are followed from the start in both texts, link addresses passed over, so that the
    second "Minsk" of a text is found at the second "Minsk" of its source. Where markup hides a
    word, the nearest word before it is given.
    """
    visible = _DESTINATION.sub(lambda match: "]" + " " * (len(match[0]) - 1), markdown)
    position = 0
    found = 0
    for word in _WORD.finditer(plain):
        if word.start() > offset:
            break
        at = visible.find(word[0], position)
        if at >= 0:
            found, position = at, at + len(word[0])
            if word.start() <= offset < word.end():
                return at + offset - word.start()
    return found


def line_and_column(text: str, offset: int, first_line: int) -> tuple[int, int]:
    """The line and column of `offset`, both from 1, where `text` begins on `first_line`."""
    before = text[:offset]
    return first_line + before.count("\n"), offset - (before.rfind("\n") + 1) + 1


def places(text: str, words: str) -> Iterator[int]:
    """Every offset at which `words` begin in `text`, also where they overlap themselves."""
    position = text.find(words)
    while position >= 0:
        yield position
        position = text.find(words, position + 1)

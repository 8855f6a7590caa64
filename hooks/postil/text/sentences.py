"""Where sentences begin and end."""

from collections.abc import Iterator
from typing import NamedTuple

from sentencex import get_sentence_boundaries

_AT_ONCE = 10_000
"""Characters of a line that are split at a time: sentencex takes time in the square of the
quotation marks that are opened and never closed. Only of longer sentences does it make two."""

_SPACES = {ord(char): " " for char in map(chr, range(0x3001)) if char.isspace()}
"""sentencex 1.0 fails where another space than the plain one stands before a full stop."""


class Span(NamedTuple):
    """A stretch of a plain text, in code points; `end` is one past its last."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether they share a character."""
        return self.start < other.end and other.start < self.end


def sentences(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of a plain text, in order, without the white space around them.

    A line break always ends a sentence: in plain text it stands between blocks.
    """
    spans = []
    start = 0
    for line in text.split("\n"):
        spans += _in_line(line, start, language)
        start += len(line) + 1
    return tuple(spans)


def _in_line(line: str, offset: int, language: str) -> list[Span]:
    spans: list[Span] = []
    start = 0
    while start < len(line):
        piece = line[start : start + _AT_ONCE]
        found = list(_in_piece(piece, start, language))
        start += len(piece)
        if start < len(line) and len(found) > 1:  # the last one may go on
            start = found.pop().start
        spans += found
    return [Span(offset + span.start, offset + span.end) for span in spans]


def _in_piece(piece: str, offset: int, language: str) -> Iterator[Span]:
    spaced = piece if piece.isprintable() else piece.translate(_SPACES)
    position = 0
    for boundary in get_sentence_boundaries(language, spaced):
        sentence = boundary["text"].strip()
        if sentence:
            start = spaced.index(sentence, position)
            position = start + len(sentence)
            yield Span(offset + start, offset + position)

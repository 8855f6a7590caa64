"""Where sentences begin and end."""

from dataclasses import dataclass

from sentencex import get_sentence_boundaries


@dataclass(frozen=True, order=True)
class Span:
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
    spans = []
    position = 0
    for boundary in get_sentence_boundaries(language, line):
        sentence = boundary["text"].strip()
        if sentence:
            start = line.index(sentence, position)
            position = start + len(sentence)
            spans.append(Span(offset + start, offset + position))
    return spans

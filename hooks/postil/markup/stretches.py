"""What covers a text, passages and mentions, cut into stretches that do not overlap."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from postil.text.sentences import Span


@dataclass(frozen=True)
class Marked:
    """A passage that carries a note, with the note's number, kind and authors.

    `status` says why the note is not current, if so: `retracted` or `superseded`.
    """

    note_id: str
    number: int
    kind: str
    status: str | None
    by: tuple[str, ...]
    span: Span

    @property
    def classes(self) -> str:
        """What a style sheet can tell it by."""
        return f"{self.kind} {self.status}" if self.status else self.kind


class Named(NamedTuple):
    """A mention: who is named, where, its id in the page, and the address it links to, if any."""

    actor: str
    span: Span
    element_id: str
    href: str | None


class Stretch(NamedTuple):
    """Text between two cuts that the same passages, in the order of numbers, and mention cover."""

    start: int
    end: int
    passages: tuple[Marked, ...]
    mention: Named | None


def stretches(marked: Sequence[Marked], named: Sequence[Named]) -> deque[Stretch]:
    """All that is covered by a passage or a mention, cut where one begins or ends, in order."""
    mentions = {item.span.start: item for item in named}
    coming = deque(sorted(marked, key=lambda item: item.span.start))
    standing: list[Marked] = []
    mention: Named | None = None
    found: deque[Stretch] = deque()
    for start, end in pairwise(_cuts(marked, named)):
        while coming and coming[0].span.start <= start:
            standing.append(coming.popleft())
        standing = [item for item in standing if item.span.end > start]
        if mention and mention.span.end <= start:
            mention = None
        mention = mentions.get(start, mention)
        if standing or mention:
            passages = tuple(sorted(standing, key=lambda item: item.number))
            found.append(Stretch(start, end, passages, mention))
    return found


def _cuts(marked: Sequence[Marked], named: Sequence[Named]) -> list[int]:
    """The offsets at which text must be cut, in order."""
    spans = [item.span for item in marked] + [item.span for item in named]
    return sorted({offset for span in spans for offset in span})

"""What each article tells of names without a record: its capitals, its small words, its actors."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from postil.linking.link import LinkedText
from postil.surveying.capitals import PARTICLES, Capitals, capitals
from postil.text.folding import folded

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Survey:
    """One article: the capitals that are nobody's, the words that stand small, and who is named."""

    article: str
    capitals: tuple[Capitals, ...]
    small: frozenset[str]
    named: frozenset[str]


def survey(text: LinkedText) -> Survey:
    """What an article tells."""
    words = set(_WORD.findall(text.document.plain))
    return Survey(
        text.record.id,
        tuple(_nobodys(text)),
        frozenset(word for word in words if word.islower()),
        frozenset(folded(mention.words) for mention in text.naming.mentions),
    )


def _nobodys(text: LinkedText) -> Iterator[Capitals]:
    """The sequences that are no known name, nor end in one with a title before it.

    "President Donald Trump" is Donald Trump; "Trump Organization" and "Bank of Russia" are others.
    "Mark Rutte for NATO" is somebody for a known name. A known name that is part of a longer one is
    no name there.
    """
    names = [mention.span for mention in text.naming.mentions]
    names += [name.span for name in text.naming.unlinked if name.reason != "longer"]
    names.sort()
    position = 0
    for found in capitals(text):
        span = found.span
        while position < len(names) and names[position].end < span.end:
            position += 1
        if position == len(names) or names[position].start >= span.end:
            yield found
            continue
        before = text.document.plain[span.start : names[position].start].split()
        joined_by = list(takewhile(PARTICLES.__contains__, reversed(before)))
        if "for" in joined_by:
            yield found.part(0, len(before) - len(joined_by))
        elif joined_by:
            yield found

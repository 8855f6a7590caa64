"""What stands on which sentence."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TypeVar

from postil.text.sentences import Span

Thing = TypeVar("Thing")


def by_sentence(
    sentences: Sequence[Span], placed: Iterable[tuple[Span, Thing]]
) -> dict[Span, list[Thing]]:
    """By sentence, the things whose spans share words with it, in the order they are given."""
    ends = [sentence.end for sentence in sentences]
    found: dict[Span, list[Thing]] = defaultdict(list)
    for span, thing in placed:
        for sentence in islice(sentences, bisect_right(ends, span.start), None):
            if sentence.start >= span.end:
                break
            found[sentence].append(thing)
    return found

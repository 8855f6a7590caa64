"""How much of a text stands in another, word for word.

The measure is containment of shingles: of all runs of four words in the shorter text, the share
that the longer one has as well. Jaccard's measure would sink with every paragraph that an outlet
adds to what an agency sent; containment does not.
"""

import re
from collections.abc import Iterable
from itertools import islice

from postil.text.folding import folded

SHINGLE = 4
"""Words of a run. Runs of three are shared by all who report on one event ("the council of", "said
on Monday"), and a word changed in a sentence breaks all runs of more."""

NEARLY_THE_SAME = 0.25
"""Share from which two texts have one source. An agency's report that was cut, reworded here and
there and given a new end kept 0.46 of its runs; another report on the same event with the same
quote had 0.08 in common with it, and one without a quote 0.01."""

FEWEST = 20
"""Runs below which a text is too short to tell."""

_MOST_WORDS = 5_000
"""Words of a text that are looked at."""

_WORD = re.compile(r"\w+")

Shingles = frozenset[tuple[str, ...]]


def shingles(text: str) -> Shingles:
    """The runs of words in a text, whatever their case and whatever stands between them."""
    words = [found[0] for found in islice(_WORD.finditer(folded(text).casefold()), _MOST_WORDS)]
    return frozenset(zip(*(words[start:] for start in range(SHINGLE)), strict=False))


def likeness(one: Shingles, other: Shingles) -> float:
    """The share of the shorter text's runs that the other has; 0 where it is too short to tell."""
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer >= FEWEST else 0.0


def most_alike(text: str, others: Iterable[tuple[str, str]]) -> tuple[str, float] | None:
    """Of texts by id the one that is nearly the same as another, with its likeness, if one is."""
    own = shingles(text)
    alike = ((id_, likeness(own, shingles(other))) for id_, other in others)
    near = [(id_, share) for id_, share in alike if share >= NEARLY_THE_SAME]
    return max(near, key=lambda item: item[1], default=None)

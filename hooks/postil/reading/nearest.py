"""What a misspelt word was meant to be."""

from collections.abc import Iterable

from rapidfuzz import process

_CLOSE_ENOUGH = 60
"""Of 100, rapidfuzz's scale: "tittle" and "title" are at 91, "ulr" and "url" at 67."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a misspelt one was meant to be, if any is near."""
    return next(iter(nearest_few(word, known, 1)), None)


def nearest_few(word: str, known: Iterable[str], most: int) -> list[str]:
    """The known words that are near, at most so many, nearest first."""
    close = process.extract(word, list(known), score_cutoff=_CLOSE_ENOUGH, limit=most)
    return [str(found[0]) for found in close]

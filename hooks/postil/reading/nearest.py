"""What a misspelt word was meant to be."""

from collections.abc import Iterable

from rapidfuzz import process

_CLOSE_ENOUGH = 60
"""Of 100, rapidfuzz's scale: "tittle" and "title" are at 91, "ulr" and "url" at 67."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a misspelt one was meant to be, if any is near."""
    close = process.extractOne(word, list(known), score_cutoff=_CLOSE_ENOUGH)
    return str(close[0]) if close else None

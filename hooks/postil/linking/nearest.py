"""The words of a text that look most like others that do not stand in it: suggested, not used."""

from rapidfuzz import fuzz

from postil.text.folding import Folded, folded
from postil.text.sentences import Span
from postil.text.words import cuts_a_word, words_in

_LEEWAY = 24
"""Characters by which a stretch may begin and end elsewhere than where its likeness was seen."""

_A_WORD = 4.0
"""Of 100. "will meet again" is nearer to "will meet soon" than "will meet" is."""

_NEAR = 60.0
"""Of 100 (rapidfuzz's partial ratio): below this, what is found shares little but common words."""


def nearest_stretch(text: Folded, parts: list[str]) -> Span | None:
    """The stretch of the original text that is most like a quote of these parts, if any is near."""
    found = _from_first_to_last(text, parts) or _nearest(text, folded(" ".join(parts)))
    return found and Span(*text.span(found.start, found.end))


def _from_first_to_last(text: Folded, parts: list[str]) -> Span | None:
    """From what is most like the first part to what is most like the last, if in this order."""
    first, last = (_nearest(text, folded(part)) for part in (parts[0], parts[-1]))
    if first and last and first.start <= last.start and first.end <= last.end:
        return Span(first.start, last.end)
    return None


def _nearest(text: Folded, words: str) -> Span | None:
    """The stretch of the folded text, in whole words, with the signs at its edges as in `words`."""
    found = fuzz.partial_ratio_alignment(words, text.text, score_cutoff=_NEAR)
    if not found or found.dest_end <= found.dest_start:
        return None
    rough = _with_edges_of(words, text.text, found.dest_start, found.dest_end)
    return rough and _fitted(words, text.text, rough)


def _fitted(words: str, text: str, rough: Span) -> Span:
    """The stretch some words longer or shorter at either end that is most like the words.

    The rough one is as long as the words looked for, whatever the words that stand there are.
    """
    begin, finish = max(0, rough.start - _LEEWAY), min(len(text), rough.end + _LEEWAY)
    around = [Span(begin + it.start, begin + it.end) for it in words_in(text[begin:finish])]
    starts = [it.start for it in around if abs(it.start - rough.start) <= _LEEWAY]
    ends = [it.end for it in around if abs(it.end - rough.end) <= _LEEWAY]
    fitted = [
        span
        for start in starts
        for end in ends
        if start < end and (span := _with_edges_of(words, text, start, end))
    ]
    return max(
        fitted, key=lambda span: _likeness(words, text[span.start : span.end]), default=rough
    )


def _likeness(words: str, found: str) -> float:
    """Of 100, less for each word more or fewer: a word in the place of another counts as found."""
    return fuzz.ratio(words, found) - _A_WORD * abs(words.count(" ") - found.count(" "))


def _with_edges_of(words: str, text: str, start: int, end: int) -> Span | None:
    """The stretch, in whole words, with the signs at its edges that stand at those of `words`.

    The end of the sentence before is not part of what was quoted, and the full stop of its own is.
    """
    while cuts_a_word(text, start):
        start -= 1
    while cuts_a_word(text, end):
        end += 1
    opening, closing = _signs(words), _signs(words[::-1])[::-1]
    start += len(_signs(text[start:end]))
    end -= len(_signs(text[start:end][::-1]))
    if start == end:
        return None
    if opening and text.startswith(opening, start - len(opening)):
        start -= len(opening)
    if closing and text.startswith(closing, end):
        end += len(closing)
    return Span(start, end)


def _signs(words: str) -> str:
    """What stands before the first letter or digit."""
    return words[: next((at for at, char in enumerate(words) if char.isalnum()), len(words))]

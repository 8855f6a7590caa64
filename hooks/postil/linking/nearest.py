"""The words of a text that look most like others that do not stand in it: suggested, not used."""

from rapidfuzz import fuzz

from postil.text.folding import Folded, folded
from postil.text.sentences import Span
from postil.text.words import word_around, words_in

_LEEWAY = 24
"""Characters by which a stretch may begin and end elsewhere than where its likeness was seen."""

_A_WORD = 4.0
"""Of 100. "will meet again" is nearer to "will meet soon" than "will meet" is."""

_LONGEST = 500
"""Characters that are looked for at a time: 0.02 s in a text of a megabyte, and 4,000 take over a
second. Of longer words, the beginning and the end are looked for."""

_NEAR = 60.0
"""Of 100 (rapidfuzz's partial ratio): below this, what is found shares little but common words."""


def nearest_stretch(text: Folded, parts: list[str]) -> Span | None:
    """The stretch of the original text that is most like a quote of these parts, if any is near."""
    words = folded(" ".join(parts))
    is_short = len(parts) == 1 and len(words) <= _LONGEST
    ends = None if is_short else _from_first_to_last(text, parts)
    found = ends or _nearest(text, words[:_LONGEST])
    return found and Span(*text.span(found.start, found.end))


def _from_first_to_last(text: Folded, parts: list[str]) -> Span | None:
    """From what is most like the first part to what is most like the last, if in this order."""
    first, last = _ends(folded(parts[0]))[0], _ends(folded(parts[-1]))[-1]
    begin, finish = _nearest(text, first), _nearest(text, last)
    if begin and finish and begin.start <= finish.start and begin.end <= finish.end:
        return Span(begin.start, finish.end)
    return None


def _ends(words: str) -> tuple[str, str]:
    """The beginning and the end of long words; short ones twice."""
    if len(words) <= _LONGEST:
        return words, words
    half = _LONGEST // 2
    return words[:half].rpartition(" ")[0] or words[:half], words[-half:].partition(" ")[
        2
    ] or words[-half:]


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
    if word := word_around(text, start):
        start = word.start
    if word := word_around(text, end):
        end = word.end
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

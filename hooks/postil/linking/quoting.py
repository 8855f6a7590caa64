"""The quotation that leads back to a stretch of a text: the other way round from `anchors`.

What is given has been tried: it anchors `exact` at that stretch and nowhere else.
"""

from collections.abc import Iterator
from itertools import pairwise

from postil.linking.anchors import (
    MOST_HITS,
    Searched,
    candidates,
    fits,
    parts_of,
    resolve,
)
from postil.model.records import Quotation
from postil.model.values import HIDDEN, MAX_WORDS_LENGTH
from postil.text.sentences import Span
from postil.text.words import words_in

ELLIPSIS = " […] "

_CONTEXTS = (1, 2, 3, 5, 8, 13, 21, 34)
"""Words before or after that are tried, the fewest first. What 34 on both sides cannot tell apart
is boilerplate, and a reader could not tell it apart either."""

_WINDOW = 600
"""Characters to either side in which those words are looked for."""

_LONGEST = 1_000
"""Characters that are quoted word for word. Of more, only the ends are: the middle could then
change unseen, so this is for stretches that nobody would read in a front matter."""

_END_WORDS = (12, 24, 48)
"""Words of each end of a longer stretch that are tried."""


def quotation_at(text: Searched, span: Span) -> Quotation | None:
    """The shortest quotation that leads to a stretch and nowhere else.

    `None` where there is none: the stretch begins or ends inside a word or at white space, holds
    characters that front matter may not, or stands elsewhere with the same words around it, or so
    often that no few words tell the places apart.
    """
    if span.end - span.start <= _LONGEST:
        return told_apart(text.plain[span.start : span.end], text, span)
    exacts = (ELLIPSIS.join(ends) for ends in _ends(text.plain[span.start : span.end]))
    return next((found for exact in exacts if (found := told_apart(exact, text, span))), None)


def told_apart(exact: str, text: Searched, span: Span) -> Quotation | None:
    """A quotation of these words that leads to the stretch, with as few around it as it takes."""
    if len(exact) > MAX_WORDS_LENGTH or HIDDEN.search(exact) or not exact.strip():
        return None
    others = [hit for hit in candidates(Quotation(exact=exact), text) if hit != span]
    if len(others) >= MOST_HITS:
        return None
    for prefix, suffix in _contexts(text.plain, span):
        quote = Quotation(exact=exact, prefix=prefix, suffix=suffix)
        if not any(fits(quote, text, other) for other in others):
            found = resolve(quote, text)
            return quote if found.state == "exact" and found.span == span else None
    return None


def nearest_parts(quote: Quotation, text: Searched) -> tuple[Span, ...]:
    """Where the words of a quote stand now, or what looks most like them: a span for each part.

    None where a part is lost, stands more than once, or would stand before the one it follows.
    """
    found = [resolve(Quotation(exact=part), text) for part in parts_of(quote.exact)]
    spans = [anchor.span or anchor.nearest for anchor in found]
    here = tuple(trimmed(text.plain, span) for span in spans if span is not None)
    in_order = all(one.end <= next_.start for one, next_ in pairwise(here))
    return here if in_order and len(here) == len(spans) else ()


def trimmed(plain: str, span: Span) -> Span:
    """A stretch without the white space at its edges."""
    words = plain[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _ends(words: str) -> Iterator[tuple[str, str]]:
    """The beginning and the end of a long stretch, from short ones to longer."""
    first = list(words_in(words[: len(words) // 2]))
    middle = len(words) // 2
    last = list(words_in(words[middle:]))
    for count in _END_WORDS:
        # The word at the middle may be cut: it is used on neither side.
        if count < min(len(first), len(last)):
            yield words[: first[count - 1].end], words[middle + last[-count].start :]


def _contexts(plain: str, span: Span) -> Iterator[tuple[str, str]]:
    """Prefixes and suffixes to try: none, then more and more words on one side and on both."""
    yield "", ""
    before, after = _before(plain, span), _after(plain, span)
    for count in _CONTEXTS:
        prefix, suffix = before[-count:], after[:count]
        if suffix:
            yield "", _settled(plain[span.end : suffix[-1]])
        if prefix:
            yield _settled(plain[prefix[0] : span.start]), ""
        if prefix and suffix:
            yield _settled(plain[prefix[0] : span.start]), _settled(plain[span.end : suffix[-1]])


def _before(plain: str, span: Span) -> list[int]:
    """Where a prefix may begin: at the words before the stretch, and where the text does."""
    start = max(0, span.start - _WINDOW)
    starts = [start + word.start for word in words_in(plain[start : span.start])]
    return starts[1:] if start else sorted({0, *starts} - {span.start})


def _after(plain: str, span: Span) -> list[int]:
    """Where a suffix may end: at the words after the stretch, and where the text does."""
    end = min(len(plain), span.end + _WINDOW)
    ends = [span.end + word.end for word in words_in(plain[span.end : end])]
    return ends[:-1] if end < len(plain) else sorted({*ends, end} - {span.end})


def _settled(context: str) -> str:
    """Words on one line: typography does not count in a prefix or suffix."""
    return " ".join(context.split())

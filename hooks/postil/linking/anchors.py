"""Notes on their words: the verdict on every note's quote, made anew in every build.

A note stands where its words stand, once, unchanged but for typography; or it does not stand.
Similarity suggests where the words may have gone and never moves a note there (DESIGN §4).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from rapidfuzz import fuzz

from postil.model.records import Note, Quotation
from postil.text.folding import Folded, fold, folded
from postil.text.sentences import Span

State = Literal["exact", "normalised", "ambiguous", "changed", "lost", "whole"]

STANDING = frozenset({"exact", "normalised", "whole"})
"""The states in which a note stands on its words."""

_ELLIPSIS = re.compile(r"\s*\[(?:…|\.\.\.)\]\s*")
_WORD = re.compile(r"\w+(?:['’ʼ\-\u2010\u2011\u00ad]\w+|(?<=\d)[.,]\d+)*")
"""A word or number that a quote must not cut: "can't", "non-nuclear", "1.5", "30,000"."""

_SPACE = re.compile(r"\s")
_NEAR = 60.0
"""Of 100 (rapidfuzz's partial ratio): below this, what is found shares little but common words."""


@dataclass(frozen=True)
class Anchor:
    """Where a note stands: its state and, if it stands on words, their span.

    `nearest` is the stretch that looks most like the quote where the words are `changed`;
    `hits` counts the places where they are `ambiguous`.
    """

    state: State
    span: Span | None = None
    nearest: Span | None = None
    hits: int = 0


@dataclass(frozen=True)
class Searched:
    """A plain text, made ready for many quotes."""

    plain: str

    @cached_property
    def folded(self) -> Folded:
        """Its folded form."""
        return fold(self.plain)


def quotation(note: Note) -> Quotation | None:
    """A note's quote in its long form."""
    return Quotation(exact=note.quote) if isinstance(note.quote, str) else note.quote


def anchor(note: Note, text: Searched) -> Anchor:
    """The verdict on a note over a text."""
    quote = quotation(note)
    if quote is None:
        return Anchor("whole")
    parts = [part for part in _ELLIPSIS.split(quote.exact) if part]
    if not parts:
        return Anchor("lost")
    verbatim = _choose(_hits(text.plain, parts), quote, text)
    if verbatim.state != "lost":
        return verbatim
    alike = _choose(_folded_hits(text.folded, parts), quote, text)
    if alike.span:
        return Anchor("normalised", alike.span)
    return alike if alike.state != "lost" else _nearest(text, parts)


def _choose(hits: list[Span], quote: Quotation, text: Searched) -> Anchor:
    """The one hit that prefix and suffix leave, or how many they leave.

    A single hit needs one of the two to fit, where they are given: of two equal passages the other
    one may have been cut, and a note must not slide over to what is left.
    """
    if not hits:
        return Anchor("lost")
    before = {hit for hit in hits if _ends_with(text.plain[: hit.start], quote.prefix)}
    after = {hit for hit in hits if _begins_with(text.plain[hit.end :], quote.suffix)}
    if len(hits) == 1:
        fits = (quote.prefix and before) or (quote.suffix and after)
        is_free = not quote.prefix and not quote.suffix
        return Anchor("exact", hits[0]) if fits or is_free else Anchor("changed", nearest=hits[0])
    fitting = [hit for hit in hits if hit in before and hit in after]
    if len(fitting) == 1:
        return Anchor("exact", fitting[0])
    return Anchor("ambiguous", hits=len(fitting) or len(hits))


def _ends_with(before: str, prefix: str) -> bool:
    """Whether a text ends with the prefix, typography aside."""
    reach = 2 * len(prefix) + 20
    return folded(before[-reach:]).rstrip().endswith(folded(prefix).strip())


def _begins_with(after: str, suffix: str) -> bool:
    """Whether a text begins with the suffix, typography aside."""
    reach = 2 * len(suffix) + 20
    return folded(after[:reach]).lstrip().startswith(folded(suffix).strip())


def _hits(text: str, parts: list[str]) -> list[Span]:
    """Every stretch of `text` that reads as the parts, in order, with anything between them."""
    spans = [Span(start, start + len(parts[0])) for start in _whole_words(text, parts[0])]
    for part in parts[1:]:
        ends = list(_whole_words(text, part))
        spans = [
            Span(span.start, end + len(part)) for span in spans for end in ends if end >= span.end
        ]
    return spans


def _folded_hits(text: Folded, parts: list[str]) -> list[Span]:
    folded_parts = [form for part in parts if (form := folded(part))]
    if not folded_parts:
        return []
    return [Span(*text.span(span.start, span.end)) for span in _hits(text.text, folded_parts)]


def _whole_words(text: str, words: str) -> Iterator[int]:
    """Where `words` stand in `text` without being a part of longer words."""
    position = text.find(words)
    while position >= 0:
        if not _cuts(text, position) and not _cuts(text, position + len(words)):
            yield position
        position = text.find(words, position + 1)


def _cuts(text: str, at: int) -> bool:
    """Whether a cut at this offset goes through a word or a number.

    "can|'t", "non|-nuclear", "1|.5" and "in|to" are cut through; "said|." and "(|NATO" are not.
    """
    if not 0 < at < len(text):
        return False
    start = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
    space = _SPACE.search(text, at)
    end = space.start() if space else len(text)
    return any(word.start() < at < word.end() for word in _WORD.finditer(text, start, end))


def _nearest(text: Searched, parts: list[str]) -> Anchor:
    """`changed` with the stretch that looks most like the quote, or `lost`."""
    wanted = folded(" ".join(parts))
    found = fuzz.partial_ratio_alignment(wanted, text.folded.text, score_cutoff=_NEAR)
    if not found or found.dest_end <= found.dest_start:
        return Anchor("lost")
    start, end = _to_words(text.folded.text, found.dest_start, found.dest_end)
    return Anchor("changed", nearest=Span(*text.folded.span(start, end)))


def _to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch widened to whole words."""
    while _cuts(text, start):
        start -= 1
    while _cuts(text, end):
        end += 1
    return start, end

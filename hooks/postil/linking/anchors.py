"""Notes on their words: the verdict on every note's quote, made anew in every build.

A note stands where its words stand, once, unchanged but for typography; or it does not stand.
Similarity suggests where the words may have gone and never moves a note there (DESIGN §4).
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Literal
from unicodedata import category

from rapidfuzz import fuzz

from postil.model.records import Note, Quotation
from postil.text.folding import Folded, fold, folded
from postil.text.sentences import Span
from postil.text.source import places

State = Literal["exact", "normalised", "ambiguous", "changed", "lost", "whole"]

STANDING = frozenset({"exact", "normalised", "whole"})
"""The states in which a note stands on its words."""

_ELLIPSIS = re.compile(r"\s*\[(?:…|\.\.\.)\]\s*")
_WORD = re.compile(
    r"(?:(?<!\w)[-−+](?=\d))?"
    r"(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)|\w+)"
    r"(?:['’ʼ‘‛′`´＇\-‐‑\u00ad\u200b-\u200d\u2060\ufeff]+\w+|(?<=\d)[.,:/]\d+)*"
    r"(?:(?<=\d)%)?"
)
"""A word or number that a quote must not cut: "can't", "non-nuclear", "1.5", "30,000", "30 000",
"-5", "3/4", "30%"."""

_REACH = 60
"""Characters to either side within which a word is looked at: longer ones do not occur."""

_MOST = 1_000
"""Stretches that are told apart: a quote that fits so many fits no one of them."""

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


def parts_of(quoted: str) -> list[str]:
    """What a quote gives verbatim: all of it, or the ends of a long span (`A […] B`)."""
    return [part for part in _ELLIPSIS.split(quoted.strip()) if folded(part)]


def anchor(note: Note, text: Searched) -> Anchor:
    """The verdict on a note over a text."""
    quote = quotation(note)
    if quote is None:
        return Anchor("whole")
    parts = parts_of(quote.exact)
    if not parts:
        return Anchor("lost")
    verbatim = _choose(_stretches(text, _verbatim, parts), quote, text)
    if verbatim.state != "lost":
        return verbatim
    alike = _choose(_stretches(text, _alike, parts), quote, text)
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


Finder = Callable[[Searched, str], Iterator[Span]]
"""From words to the places where they stand in a text."""


def _stretches(text: Searched, find: Finder, parts: list[str]) -> list[Span]:
    """Every stretch of the text that reads as the parts, in order, with anything between them."""
    stretches = _whole_words(text.plain, find(text, parts[0]))
    for part in parts[1:]:
        ends = _whole_words(text.plain, find(text, part))
        starts = [end.start for end in ends]
        joined = (
            Span(stretch.start, end.end)
            for stretch in stretches
            for end in ends[bisect_left(starts, stretch.end) :]
        )
        stretches = list(dict.fromkeys(islice(joined, _MOST)))
    return stretches


def _verbatim(text: Searched, words: str) -> Iterator[Span]:
    for start in places(text.plain, words):
        yield Span(start, start + len(words))


def _alike(text: Searched, words: str) -> Iterator[Span]:
    form = folded(words)
    for start in places(text.folded.text, form):
        yield Span(*text.folded.span(start, start + len(form)))


def _whole_words(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans that are no part of longer words."""
    return [span for span in spans if not _cuts(text, span.start) and not _cuts(text, span.end)]


def _cuts(text: str, at: int) -> bool:
    """Whether a cut at this offset goes through a word or a number.

    "can|'t", "non|-nuclear", "1|.5" and "in|to" are cut through; "said|." and "(|NATO" are not.
    """
    if not 0 < at < len(text):
        return False
    start = max(0, at - _REACH)
    around = _with_marks_as_letters(text[start : at + _REACH])
    return any(word.start() < at - start < word.end() for word in _WORD.finditer(around))


def _with_marks_as_letters(text: str) -> str:
    """Accents and vowel signs belong to their words, and regular expressions do not know it."""
    if text.isascii():
        return text
    return "".join("x" if category(char).startswith("M") else char for char in text)


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

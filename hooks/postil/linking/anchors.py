"""Notes on their words: the verdict on every note's quote, made anew in every build.

A note stands where its words stand, once, unchanged but for typography; or it does not stand.
Similarity suggests where the words may have gone and never moves a note there.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import count, islice
from typing import Literal

from postil.linking.nearest import nearest_stretch
from postil.model.records import Note, Quotation
from postil.text.folding import Folded, fold, folded
from postil.text.sentences import Span
from postil.text.words import cuts_a_word, word_around

State = Literal["exact", "normalised", "ambiguous", "changed", "lost", "whole"]

STANDING = frozenset({"exact", "normalised", "whole"})
"""The states in which a note stands on its words."""

_LETTER = re.compile(r"\w")
_ELLIPSIS = re.compile(r"\s*\[(?:…|\.\.\.)\]\s*")
MOST_HITS = 1_000
"""Stretches that are told apart: a quote that fits so many fits no one of them."""

_MOST_PARTS = 16
"""Parts of a quote that are looked for."""

_MOST_PLACES, _FEWEST_PLACES = 400_000, 100
"""Places that are looked at for all quotes of a text together, a second's work, and for each."""

_MOST_SOUGHT = 20_000_000
"""Characters of a text, times its quotes, in which likeness is looked for: two seconds' work."""


@dataclass(frozen=True)
class Anchor:
    """Where a note stands: its state and, if it stands on words, their span.

    `nearest` is the stretch that looks most like the quote where the words are `changed`, or the
    one that reads like it and stands beside other words: then there is one hit. Where words are
    `ambiguous`, `hits` counts their places; there are none where they are too many to count.
    """

    state: State
    span: Span | None = None
    nearest: Span | None = None
    hits: int = 0


@dataclass(frozen=True)
class Searched:
    """A plain text, made ready for that many quotes: the more, the less is done for each."""

    plain: str
    quotes: int = 1

    @cached_property
    def folded(self) -> Folded:
        """Its folded form."""
        return fold(self.plain)

    @property
    def most_places(self) -> int:
        """Places that are looked at for each quote."""
        return max(_FEWEST_PLACES, _MOST_PLACES // max(1, self.quotes))

    @property
    def is_sought_in(self) -> bool:
        """Whether there is time to look for what is like words that are lost."""
        return self.quotes == 1 or len(self.plain) * self.quotes <= _MOST_SOUGHT


def quotation(note: Note) -> Quotation | None:
    """A note's quote in its long form."""
    return Quotation(exact=note.quote) if isinstance(note.quote, str) else note.quote


def parts_of(quoted: str) -> list[str]:
    """What a quote gives verbatim: all of it, or the ends of a long span (`A […] B`)."""
    parts = _ELLIPSIS.split(quoted.strip(), maxsplit=_MOST_PARTS - 1)
    return [part for part in parts if folded(part)]


def anchor(note: Note, text: Searched) -> Anchor:
    """The verdict on a note over a text."""
    quote = quotation(note)
    return Anchor("whole") if quote is None else resolve(quote, text)


def resolve(quote: Quotation, text: Searched) -> Anchor:
    """The verdict on a quote over a text."""
    parts = parts_of(quote.exact)
    if not parts:
        return Anchor("lost")
    verbatim = _choose(_stretches(text, _verbatim, parts), quote, text)
    if verbatim.span:
        return verbatim
    alike = _choose(_stretches(text, _alike, parts), quote, text)
    if alike.span:
        return Anchor("normalised", alike.span)
    for found in (verbatim, alike):
        if found.state != "lost":
            return found
    nearest = nearest_stretch(text.folded, parts) if text.is_sought_in else None
    return Anchor("changed", nearest=nearest) if nearest else Anchor("lost")


def candidates(quote: Quotation, text: Searched) -> tuple[Span, ...]:
    """The stretches between which an `ambiguous` quote does not decide, in order.

    Those that its prefix and suffix fit; all that read as its words, where they fit none. There are
    none where they would be too many.
    """
    parts = parts_of(quote.exact)
    if not parts:
        return ()
    hits = _stretches(text, _verbatim, parts) or _stretches(text, _alike, parts)
    return tuple(_fitting(hits, quote, text) or hits) if hits else ()


def fits(quote: Quotation, text: Searched, hit: Span) -> bool:
    """Whether a stretch stands between the prefix and the suffix of a quote, typography aside."""
    return (not quote.prefix or _follows(text, hit, quote.prefix)) and (
        not quote.suffix or _precedes(text, hit, quote.suffix)
    )


def _choose(hits: list[Span] | None, quote: Quotation, text: Searched) -> Anchor:
    """The one hit that prefix and suffix leave, or how many they leave; `None` are too many.

    A single hit needs one of the two to fit, where they are given: of two equal passages the other
    one may have been cut, and a note must not slide over to what is left.
    """
    if hits is None:
        return Anchor("ambiguous")
    if not hits:
        return Anchor("lost")
    if len(hits) == 1:
        hit = hits[0]
        is_free = not quote.prefix and not quote.suffix
        fits = (quote.prefix and _follows(text, hit, quote.prefix)) or (
            quote.suffix and _precedes(text, hit, quote.suffix)
        )
        return Anchor("exact", hit) if fits or is_free else Anchor("changed", nearest=hit, hits=1)
    fitting = _fitting(hits, quote, text) if len(hits) <= MOST_HITS else hits
    if len(fitting) == 1:
        return Anchor("exact", fitting[0])
    return Anchor("ambiguous", hits=len(fitting) or len(hits))


def _fitting(hits: list[Span], quote: Quotation, text: Searched) -> list[Span]:
    """The hits that stand between prefix and suffix; all of them where neither is given."""
    return [hit for hit in hits if fits(quote, text, hit)]


def _follows(text: Searched, hit: Span, prefix: str) -> bool:
    """Whether the text before a hit ends with the prefix, typography aside."""
    form = _context(prefix)
    at = bisect_left(text.folded.starts, hit.start)
    return text.folded.text[max(0, at - len(form) - 1) : at].rstrip().endswith(form)


def _precedes(text: Searched, hit: Span, suffix: str) -> bool:
    """Whether the text after a hit begins with the suffix, typography aside."""
    form = _context(suffix)
    at = bisect_left(text.folded.starts, hit.end)
    return text.folded.text[at : at + len(form) + 1].lstrip().startswith(form)


@lru_cache(maxsize=16)
def _context(words: str) -> str:
    """What is compared of a prefix or a suffix. Kept, because it is held against many hits."""
    return folded(words).strip()


Finder = Callable[[Searched, str], Iterator[Span]]
"""From words to the places where they stand in a text."""


def _stretches(text: Searched, find: Finder, parts: list[str]) -> list[Span] | None:
    """Every stretch of the text that reads as the parts, in order, with anything between them.

    `None` where a part stands in more places than are looked at, or they are too many.
    """
    stretches = _hits(text, find, parts[0])
    for part in parts[1:]:
        ends = _hits(text, find, part)
        if stretches is None or ends is None:
            return None
        starts = [end.start for end in ends]
        joined = (
            Span(stretch.start, end.end)
            for stretch in stretches
            for end in ends[bisect_left(starts, stretch.end) :]
        )
        stretches = list(dict.fromkeys(islice(joined, MOST_HITS + 1)))
        if len(stretches) > MOST_HITS:
            return None
    return stretches


@lru_cache(maxsize=16)
def _hits(text: Searched, find: Finder, words: str) -> list[Span] | None:
    """Where words stand as whole words. Kept, because one quote is tried with many contexts."""
    places = list(islice(find(text, words), text.most_places + 1))
    return _whole_words(text.plain, places) if len(places) <= text.most_places else None


def _verbatim(text: Searched, words: str) -> Iterator[Span]:
    position = 0
    for number in count():
        start = _next(text.plain, words, position, number)
        if start < 0:
            return
        yield Span(start, start + len(words))
        inside = word_around(text.plain, start)
        position = inside.end if inside else start + 1


def _alike(text: Searched, words: str) -> Iterator[Span]:
    form = folded(words)
    position = 0
    for number in count():
        start = _next(text.folded.text, form, position, number)
        if start < 0:
            return
        span = Span(*text.folded.span(start, start + len(form)))
        yield span
        inside = word_around(text.plain, span.start)
        position = start + 1
        if inside:  # nothing that begins before its end is a whole word
            position = max(position, bisect_left(text.folded.starts, inside.end))


def _next(text: str, words: str, position: int, number: int) -> int:
    """Where words stand next, also inside longer ones, unless they do so all the time."""
    if number < _FEWEST_PLACES:
        return text.find(words, position)
    found = _by_themselves(words).search(text, position)
    return found.start() if found else -1


@lru_cache(maxsize=16)
def _by_themselves(words: str) -> re.Pattern[str]:
    """Words where no letter goes before or after one of theirs."""
    exact = re.escape(words)
    before = rf"(?<!\w{exact})" if _LETTER.match(words[0]) else ""
    after = r"(?!\w)" if _LETTER.match(words[-1]) else ""
    return re.compile(f"{exact}{before}{after}")


def _whole_words(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans that are no part of longer words."""
    return [
        span
        for span in spans
        if not cuts_a_word(text, span.start) and not cuts_a_word(text, span.end)
    ]

"""Sequences of capitalised words: what a name looks like before anyone has said whose it is.

"Rafael Grossi", "Office of the High Representative", "Ludwig van Beethoven", "Bashar al-Assad".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postil.linking.link import LinkedText
from postil.text.folding import folded
from postil.text.sentences import Span

PARTICLES = frozenset(
    """
    of the for von van zu der de del della di da do dos du la le el et y
    bin ibn abu ben
    """.split()  # noqa: SIM905 -- reads as words
)
"""Small words that stand inside names and never at their ends."""

Words = tuple[str, ...]
"""Folded words."""

_GAP = r"[ \u00a0\u202f]"
_SPACE = re.compile(_GAP)
_UPPER = "".join(char for char in map(chr, range(0x10000)) if char.isupper())
_APOSTROPHE = "['’ʼ‘‛′`´＇]"
_HYPHEN = "[-‐‑]"

_SUFFIX = rf"{_APOSTROPHE}(?:s|d|m|t|ll|re|ve)\b"
"""What hangs on a word and is no part of a name: "Kyiv's", "We'd"."""

_PREFIX = rf"(?:[ae]l|a[dnrstz]|ash|d)(?:{_HYPHEN}|{_APOSTROPHE})"
"""Small letters that belong to the capital after them: "al-Assad", "Côte d'Ivoire"."""

_REST = (
    rf"(?:\.(?:[{_UPPER}]\.)*"
    rf"|\w{{1,3}}\.(?={_GAP}[{_UPPER}])"
    rf"|(?>(?:\w|[\u0300-\u036f\u00ad]|{_HYPHEN}(?=\w)|(?!{_SUFFIX}){_APOSTROPHE}(?=\w))+))"
)
"""A word after its capital: "U.S.", "J.", "St." before another, "O'Brien"; a lone "I" has none."""

_PARTICLES = rf"(?:(?:{'|'.join(sorted(PARTICLES))}){_GAP}){{0,2}}"
_SEQUENCE = re.compile(
    rf"[{_UPPER}](?<!\w.){_REST}(?>(?:{_GAP}{_PARTICLES}(?:{_PREFIX})?[{_UPPER}]{_REST})*)"
    rf"(?!{_GAP}\d)"
)
"""Atomic, so that a sequence before a number is passed over whole: "Article 5" is no name.
It begins with the capital, for which `re` looks fastest."""

_BEFORE = re.compile(rf"(?<!\w){_PREFIX}$")

LONGEST = 8
"""Words of the longest sequence that is taken for a name; longer ones are headlines and lists."""

_SMALL_WORD = re.compile(rf"(?<!\w)(?![{_UPPER}])[^\W\d_]{{4}}")
"""A word that a headline would write with a capital."""


@dataclass(frozen=True)
class Capitals:
    """Capitalised words that stand together: folded, as written, and from where.

    `leads` tells that they begin a sentence or a quotation, where any word has a capital.
    """

    words: Words
    written: str
    start: int
    leads: bool

    @property
    def span(self) -> Span:
        """Where they stand in the plain text."""
        return Span(self.start, self.start + len(self.written))

    def part(self, first: int, end: int) -> "Capitals":
        """Some of the words."""
        written = _SPACE.split(self.written)
        start = self.start + sum(len(word) + 1 for word in written[:first])
        length = len(" ".join(written[first:end]))
        return Capitals(
            words=self.words[first:end],
            written=self.written[start - self.start :][:length],
            start=start,
            leads=self.leads and first == 0,
        )


def capitals(text: LinkedText) -> Iterator[Capitals]:
    """The sequences in the sentences of an article, in order.

    Not in headings, links and code, nor in lines without a small word: there, capitals tell
    nothing.
    """
    plain = text.document.plain
    closed = iter(text.document.closed)
    stretch = next(closed, None)
    for sentence in text.sentences:
        if not _SMALL_WORD.search(plain, sentence.start, sentence.end):
            continue
        for found in _SEQUENCE.finditer(plain, sentence.start, sentence.end):
            start = found.start() - _length_of_prefix(plain, found.start())
            while stretch and stretch.end <= start:
                stretch = next(closed, None)
            written = plain[start : found.end()]
            words = tuple(folded(written).split(" "))
            if len(words) <= LONGEST and not (stretch and stretch.start < found.end()):
                yield Capitals(words, written, start, _leads(plain, sentence.start, start))


def _length_of_prefix(plain: str, start: int) -> int:
    """How many small letters belong to the capital: three of "al-Shabaab"."""
    if start == 0 or plain[start - 1].isspace():
        return 0
    found = _BEFORE.search(plain[max(0, start - 5) : start])
    return len(found[0]) if found else 0


def _leads(plain: str, sentence: int, start: int) -> bool:
    before = plain[max(sentence, start - 3) : start].rstrip()
    return not before or not (before[-1].isalnum() or before[-1] == ",")

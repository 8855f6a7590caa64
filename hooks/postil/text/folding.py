"""Folding: what may differ between two texts that say the same words.

Typography only: composed and decomposed letters, the shapes of quotation marks,
apostrophes and dashes, kinds and runs of white space, characters that do not show. Case is kept:
"US" is not "us".
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

_SINGLE = dict.fromkeys("‘’‚‛′ʼ`´＇", "'")
_DOUBLE = dict.fromkeys("“”„‟″«»＂", '"')
_DASHES = dict.fromkeys("‐‑‒–—―−﹣－", "-")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u180e\u200e\u200f\u061c\u034f")
_ALIKE = _SINGLE | _DOUBLE | _DASHES | {"…": "..."}

_LONGEST_CLUSTER = 32
"""Characters of a letter with its marks. More (Unicode's stream-safe texts have 30 marks) belong to
no letter, and to put them into their order takes time in the square of their number."""

_EVEN = (
    "\0!-~\u00a1-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u201f\u2032\u2033\u20ac\u2212"
)
"""Latin and Cyrillic letters, digits and signs. Each folds to one, and combines with none."""

_EVEN_RUN = re.compile(rf"[{_EVEN}]+(?: [{_EVEN}]+)*(?![^\x00-\x7f{_EVEN}])")
"""Such characters with single spaces, not before one that might combine with the last of them: most
of most texts, and what comes from each has its place."""

_EVEN_TEXT = re.compile(rf"[\s{_EVEN}]*")
"""Such characters with any white space."""

_ONE_BY_ONE = _SINGLE | _DOUBLE | _DASHES


@dataclass(frozen=True)
class Folded:
    """A folded text; its character `i` came from `starts[i]:ends[i]` of the original."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that the folded stretch `start:end` came from."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """The folded form of `text`, with the way back."""
    if _EVEN_RUN.fullmatch(text):
        return Folded(_evened(text), range(len(text)), range(1, len(text) + 1))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    while position < len(text):
        if run := _EVEN_RUN.match(text, position):
            following = run.end()
            pieces.append(_evened(run[0]))
            starts.extend(range(position, following))
            ends.extend(range(position + 1, following + 1))
        else:
            following = _cluster_end(text, position)
            piece = _fold_cluster(text[position:following])
            if piece == " " and (not pieces or pieces[-1] == " "):
                piece = ""
            if piece:
                pieces.append(piece)
                starts.extend([position] * len(piece))
                ends.extend([following] * len(piece))
        position = following
    if pieces and pieces[-1] == " ":
        del pieces[-1], starts[-1], ends[-1]
    return Folded("".join(pieces), starts, ends)


def folded(text: str) -> str:
    """Only the folded form of `text`."""
    if _EVEN_TEXT.fullmatch(text):
        return _evened(" ".join(text.split()))
    return fold(text).text


def _evened(run: str) -> str:
    """Such a run in its folded form, which is as long."""
    if run.isascii():
        return run.replace("`", "'")
    for char, even in _ONE_BY_ONE.items():
        run = run.replace(char, even)
    return run


def _cluster_end(text: str, position: int) -> int:
    """One past a run of white space, or past a character and the marks that combine with it.

    Characters that do not show neither keep a mark from its letter nor end a run of their own kind.
    """
    end = position + 1
    if text[position].isspace():
        while end < len(text) and text[end].isspace():
            end += 1
        return end
    is_hidden = text[position] in _INVISIBLE
    for ahead in range(end, len(text)):
        joins = _joins_before(text[ahead])
        if not joins and text[ahead] not in _INVISIBLE:
            break
        if joins or is_hidden:
            end = ahead + 1
    return end


@cache
def _joins_before(char: str) -> bool:
    """Whether it combines with the letter before it: a mark, or a later part of a Hangul letter."""
    is_mark = unicodedata.category(char).startswith("M") and char not in _INVISIBLE
    return is_mark or "\u1161" <= char <= "\u1175" or "\u11a8" <= char <= "\u11c2"


def _fold_cluster(cluster: str) -> str:
    if cluster.isspace():
        return " "
    shown = "".join(char for char in cluster if char not in _INVISIBLE)
    composed = unicodedata.normalize("NFC", shown) if len(shown) <= _LONGEST_CLUSTER else shown
    return "".join(_ALIKE.get(char, char) for char in composed)

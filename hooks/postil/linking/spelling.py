"""Texts and names cut into units, and names found as words over these.

Each unit becomes a letter, and Aho-Corasick finds the leftmost and longest names in one pass, in
time that grows with the text however the names overlap.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate, pairwise, repeat
from unicodedata import category

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

_WORD = (
    r"\w++(?>(?:(?:\.(?<=[A-Z]\.)(?=[A-Z])|'(?<=[^\W\d_a-zL]')(?=[^\W\d_a-z]))\w++)*)"
    r"(?>(?:'(?=[^\W\d_a-z]))?)"
)
_UNIT = re.compile(rf" |{_WORD}|'(?<=[^\W\d_a-zL]')(?=[\d_a-z]){_WORD}|.", re.DOTALL)
"""What lies between two places at which a name may end or begin: a word, an initialism, a sign."""

_JOINED = re.compile(
    r"[A-Z]\.\|[A-Z]"  # U.S.|A.
    r"|[A-Z]\|\.[A-Z]"  # U|.S.
    r"|\w\|'[^\W\d_a-z]"  # D|'Arcy, Лук|'янов
    r"|[^\W\d_a-zL]'\|\w"  # O'|Brien, Лук'|янов
)
"""A place `|` at which no name ends or begins. An ending or an article makes no word with its name:
"Kyiv|'s", "Ankara|'da", "l'|Ukraine"."""


_SURROGATES = range(0xD800, 0xE000)

Spelling = tuple[str, tuple[str, ...]]
"""A folded name with its units."""


@dataclass(frozen=True)
class Search:
    """Names as words over letters that stand for their units, and what finds them in one pass."""

    letters: Mapping[str, str]
    patterns: tuple[str, ...]
    automaton: AhoCorasick = field(repr=False, compare=False)

    def spelt(self, standing: Iterable[str]) -> str:
        """The units of a text as letters. Those that no name has share one."""
        return "".join(map(self.letters.get, standing, repeat("\0")))

    def __reduce__(self) -> tuple[Callable[..., "Search"], tuple[object, ...]]:
        return _search_for_names, (self.patterns,)


def spelling_of(name: str) -> Spelling:
    """A folded name with its units."""
    return name, tuple(units(name))


def search_for(names: Iterable[Spelling]) -> Search:
    """What finds these names, the leftmost first and the longest at each place."""
    letters: dict[str, str] = {}
    spelt = {}
    for name, own in names:
        word = [letters.setdefault(unit, _letter(len(letters) + 1)) for unit in own]
        if word:
            spelt["".join(word)] = name
    automaton = AhoCorasick(
        spelt, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
    )
    return Search(letters, tuple(spelt.values()), automaton)


def _search_for_names(names: tuple[str, ...]) -> Search:
    """The same search in another process: an automaton does not travel."""
    return search_for(map(spelling_of, names))


def units(text: str) -> list[str]:
    """A folded text in pieces, cut wherever a name may end or begin. Marks belong to their letters.

    Names are looked for as words whose letters are these: in one pass, however they overlap.
    """
    marks = {} if text.isascii() else {ord(c): "x" for c in set(text) if _is_mark(c)}
    found = _UNIT.findall(text.translate(marks) if marks else text)
    if not marks:
        return found
    return [text[start:end] for start, end in pairwise((0, *accumulate(map(len, found))))]


def _letter(number: int) -> str:
    """A character for each number; half a surrogate pair is none."""
    return chr(number if number < _SURROGATES.start else number + len(_SURROGATES))


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the stretch of a folded text is no part of a longer word or initialism."""
    return not _joins(text, start) and not _joins(text, end)


def _joins(text: str, at: int) -> bool:
    """Whether what stands on both sides of an offset is one word or one initialism."""
    if not 0 < at < len(text):
        return False
    if _is_word(text[at - 1]) and _is_word(text[at]):
        return True
    return bool(_JOINED.search(f"{text[max(0, at - 2) : at]}|{text[at : at + 2]}"))


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_" or _is_mark(char)


def _is_mark(char: str) -> bool:
    return category(char).startswith("M")

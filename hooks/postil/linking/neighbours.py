"""What stands beside a name, and what that makes of it.

A known name in a text is not always what it looks like. "Canada" in "Winston Canada Ltd" is part of
a company's name, "Reagan" in "Nancy Reagan" is somebody else, "US" in "US textile makers" says no
more than "American" would, "May" may be a month. The rules look at letters, capitals and two closed
lists, never at what is likely; a name in doubt is left alone and the doubt is told.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from babel import Locale, UnknownLocaleError

from postil.linking.english import FUNCTION_WORDS, OFFICES
from postil.linking.inflection import is_no_name
from postil.text.source import places

EDGE = "\0"
"""Put where blocks and cells meet. No name has it, so none goes across."""

Doubt = Literal["longer", "adjective", "calendar", "capitals", "common"]
"""Why a known name may mean nobody on record, or less than its bearer."""

_NOUNS_HAVE_CAPITALS = frozenset({"de", "lb"})
"""Languages in which a capital says nothing about names."""

_AFTER = re.compile(r"[ -](\w[\w.&'-]*)")
_BEFORE = re.compile(r"(\w[\w.&'-]*)[ -]$")
_CAPITALISED = re.compile(r"(?:[ -][^\W\d_a-z][\w.&'-]*)+")
_OFFICE_OF = re.compile(
    rf"\b(?:{'|'.join(sorted(OFFICES))})\b[\w ,-]{{0,60}} (?:of|for) (?:the )?$"
)
_PLACE_OF = re.compile(r"[^\W\d_a-z][\w.'-]*, $")
"""As in "Newark, N.J.": what stands after the comma ends there."""
_DOTTED = re.compile(r"(?:[A-Z]\.){2,3}|[A-Z]\.[A-Z]")
_SENTENCE_START = re.compile(r"(?:^|[.!?…][\"')\]]* )[\"'(\[]*$")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORD = re.compile(r"[ -]([a-z]+)")

_NEAR = 80
"""Characters to either side that are looked at."""

_LONG = 20_000
"""Characters of a text in which one word is looked for by gathering all: in a shorter one, to look
from place to place takes less."""

_LONGEST_ACRONYM = 5
"""Letters of the longest acronym that is also a word or could be one."""


@dataclass(frozen=True)
class Name:
    """A known name in a folded text, at one space or hyphen from another or not."""

    start: int
    end: int
    is_weak: bool
    is_state: bool
    follows_name: bool = False
    precedes_name: bool = False


@dataclass(frozen=True)
class Surroundings:
    """A folded text in its language, its blocks parted by `EDGE`."""

    text: str
    language: str

    def doubt(self, name: Name) -> Doubt | None:
        """What speaks against taking the name for itself, or nothing."""
        words = self.text[name.start : name.end]
        before = self.text[max(0, name.start - _NEAR) : name.start].rpartition(EDGE)[2]
        after = self.text[name.end : name.end + _NEAR].partition(EDGE)[0]
        if after[:1] == "." and _DOTTED.fullmatch(words + "."):
            words, after = words + after[:1], after[1:]
        if words.casefold() in calendar(self.language):
            return "calendar"
        if _is_among_capitals(words, before, after):
            return "capitals"
        if words.istitle() and _ends_sentence(before) and stands(words.lower(), self.text):
            return "common"
        if self._is_longer(name, words, before, after):
            return "longer"
        if self.language == "en" and _is_adjective(name, words, before, after):
            return "adjective"
        return None

    def _is_longer(self, name: Name, words: str, before: str, after: str) -> bool:
        """Whether a capitalised word that is no known name makes it part of a longer one."""
        if (" " in words and not name.is_state) or self.language in _NOUNS_HAVE_CAPITALS:
            return False
        if name.is_weak and not name.follows_name and self._is_given_name_before(before):
            return True
        if self.language != "en":
            return False
        if name.is_state and self._is_qualified(before):
            return True
        return not name.precedes_name and self._goes_on(words, before, after)

    def _is_given_name_before(self, before: str) -> bool:
        """Whether the word before may be a given name: "Nancy", "J.", but not "Gen." or "Mr"."""
        found = self._name_before(before)
        if not found:
            return False
        return not (_ends_sentence(before[: found.start(1)]) and self._is_small(found[1]))

    def _is_qualified(self, before: str) -> bool:
        """Whether the word before makes another name of it: "West Germany", "Team Canada"."""
        found = self._name_before(before)
        if found is None or not before.endswith(" ") or found[1].endswith("s"):
            return False  # "Irans": a possessive that lost its apostrophe
        return not _ends_sentence(before[: found.start(1)])

    def _name_before(self, before: str) -> re.Match[str] | None:
        """The capitalised word right before, if nothing shows that it is no name's."""
        found = _BEFORE.search(before, before.rfind(" ", 0, -1) + 1)
        if not found or not found[1][0].isupper():
            return None
        word = found[1]
        is_abbreviation = word.endswith(".") and len(word) > len("J.")
        is_acronym = word.isalpha() and word.isupper()
        if is_abbreviation or is_acronym or word.endswith(("'s", "'")) or self._is_title(word):
            return None
        return found

    def _goes_on(self, words: str, before: str, after: str) -> bool:
        """Whether an English name goes on: "Kyiv Independent", but not "NATO Secretary General".

        Neither does "Prime Minister of Denmark Mette Frederiksen" make a name of Denmark's.
        """
        found = _AFTER.match(after)
        if not found or not found[1][0].isupper() or found[1] == "I" or self._is_title(found[1]):
            return False
        if words.endswith(".") and self._is_small(found[1]):  # its full stop may end the sentence
            return False
        if _PLACE_OF.search(before):
            return False
        following = _CAPITALISED.match(after)
        holds_office = following and not OFFICES.isdisjoint(_WORD.findall(following[0]))
        return not holds_office and not _OFFICE_OF.search(before)

    def _is_title(self, word: str) -> bool:
        """Whether a capitalised word is an office or a date beside a name, and no part of it."""
        return word in OFFICES or word.casefold() in calendar(self.language)

    def _is_small(self, word: str) -> bool:
        """Whether a word has its capital from the beginning of a sentence."""
        small = word.lower()
        return (
            stands(small, self.text)
            or (self.language == "en" and small in FUNCTION_WORDS)
            or is_no_name(word, self.language)
        )


def stands(word: str, text: str) -> bool:
    """Whether a word, or several, stand in a text by themselves."""
    if len(text) < _LONG:
        return _stand_together(word, text)
    parts = _WORD.findall(word)
    if not _words_of(text).issuperset(parts):
        return False
    return parts == [word] or _stand_together(word, text)


@lru_cache(maxsize=4)
def _words_of(text: str) -> frozenset[str]:
    """The words of a text. Kept, because many names are looked for in it."""
    return frozenset(_WORD.findall(text))


@lru_cache(maxsize=64)
def _stand_together(words: str, text: str) -> bool:
    """Whether words stand in a text as they are. Kept, because names come again."""
    return any(
        not _WORD.match(text, max(0, at - 1), at) and not _WORD.match(text, at + len(words))
        for at in places(text, words)
    )


def _ends_sentence(before: str) -> bool:
    """Whether what stands before a word lets it begin a sentence."""
    return bool(_SENTENCE_START.search(before))


def _is_among_capitals(words: str, before: str, after: str) -> bool:
    """Whether an acronym stands in a line of capitals, as in "WHO IS TO BLAME"."""
    return (
        words.isupper()
        and len(words) <= _LONGEST_ACRONYM
        and (before + after).isupper()
        and bool(_WORD.search(before + after))
    )


def _is_adjective(name: Name, words: str, before: str, after: str) -> bool:
    """Whether an initialism stands for a state as an adjective does: "US troops", "U.S.-led".

    As a noun it has its article, and what follows it is no noun of its own.
    """
    if not (_DOTTED.fullmatch(words) or (name.is_state and words.isupper())):
        return False
    following = _SMALL_WORD.match(after)
    if not following:
        return False
    is_noun = before.lower().endswith("the ") and (
        following[1] in FUNCTION_WORDS or following[1].endswith("ed")
    )
    return not is_noun


@cache
def calendar(language: str) -> frozenset[str]:
    """The names of months and weekdays in a language, without regard to capitals."""
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    widths = [
        names for of in (locale.months, locale.days) for names in of["format"]["wide"].values()
    ]
    return frozenset(name.casefold() for name in widths)

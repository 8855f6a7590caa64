"""What is a name in capitalised words and what is not, judged by how the texts write words."""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import takewhile

from ahocorasick_rs import AhoCorasick

from postil.linking.english import OFFICES
from postil.linking.neighbours import calendar
from postil.linking.spelling import stands_alone
from postil.surveying.capitals import PARTICLES, Words
from postil.surveying.lemmas import is_adjective
from postil.surveying.peoples import is_of_a_people
from postil.surveying.surveys import Survey

_NOUNS_HAVE_CAPITALS = frozenset({"de", "lb"})
"""Languages in which a single capital tells nothing."""

_INITIAL = re.compile(r"\w\.")


Shape = tuple[Words, bool]
"""The words of a sequence, and whether it leads."""

Stretch = tuple[int, int]
"""From which word of a sequence to before which."""

_NOTHING = (0, 0)


@dataclass(frozen=True)
class Usage:
    """How the texts of a language write words.

    `small` are the words that stand with a small letter somewhere, `inside` the sequences that
    stand capitalised inside a sentence, `phrases` those of several words that stand small.
    """

    language: str
    small: AbstractSet[str]
    inside: AbstractSet[Words]
    phrases: AbstractSet[str]


def names_in(
    surveys: Iterable[Survey], texts: Iterable[str], language: str
) -> dict[Shape, Stretch]:
    """Where in each sequence its name is, by the usage of the plain texts of its language.

    Sequences without a name are left out.
    """
    surveys = list(surveys)
    small = frozenset[str]().union(*(one.small for one in surveys))
    shapes = {(found.words, found.leads) for one in surveys for found in one.capitals}
    inside = {words for words, leads in shapes if not leads}
    usage = Usage(language, small, inside, frozenset())
    begun = {shape: _begun(shape, usage) for shape in shapes}
    several = {words[first:end] for (words, _), (first, end) in begun.items() if end - first > 1}
    phrases = {_written_small(words, small) for words in several}
    usage = replace(
        usage, phrases=_standing(phrases - {" ".join(words) for words in several}, texts)
    )
    found = {}
    for shape, stretch in begun.items():
        name = _without_office(shape[0], _untitled(shape[0], stretch, usage), usage)
        if not _says_nothing(shape[0][slice(*name)], usage):
            found[shape] = name
    return found


def _says_nothing(words: Words, usage: Usage) -> bool:
    """Whether they are initials, or a single word that is no name."""
    if all(_INITIAL.fullmatch(word) for word in words):
        return True
    return len(words) == 1 and (
        usage.language in _NOUNS_HAVE_CAPITALS
        or is_of_a_people(words[0], usage.language)
        or is_adjective(words[0], usage.language)
    )


def _begun(shape: Shape, usage: Usage) -> Stretch:
    """Without the months and days before it, and the word with which a sentence begins."""
    words, leads = shape
    if not leads or words in usage.inside:
        return _undated(words, 0, usage)
    if all(word.isupper() for word in words):
        return _NOTHING
    begins_small = len(words) == 1 or words[0].lower() in usage.small
    return _undated(words, 1 if begins_small else 0, usage)


def _undated(words: Words, start: int, usage: Usage) -> Stretch:
    days = calendar(usage.language)
    dated = takewhile(lambda word: word in PARTICLES or word.casefold() in days, words[start:])
    return start + len(list(dated)), len(words)


def _untitled(words: Words, stretch: Stretch, usage: Usage) -> Stretch:
    """From the first to the last word that is never small, where the whole stands so elsewhere."""
    start, end = stretch
    if end - start > 1 and _written_small(words[start:end], usage.small) not in usage.phrases:
        return stretch
    never_small = [n for n in range(start, end) if _is_never_small(words[n], usage)]
    return (never_small[0], never_small[-1] + 1) if never_small else _NOTHING


def _without_office(words: Words, stretch: Stretch, usage: Usage) -> Stretch:
    """Without English offices before it, where nothing but a name is left: "Minister Novak"."""
    if usage.language != "en":
        return stretch
    start, end = stretch
    offices = takewhile(lambda word: word.removesuffix(".") in OFFICES, words[start:end])
    first = start + len(list(offices))
    is_name = all(_is_never_small(word, usage) for word in words[first:end])
    return (first, end) if is_name else stretch


def _is_never_small(word: str, usage: Usage) -> bool:
    return word not in PARTICLES and _small(word, usage.small) == word


def _written_small(words: Iterable[str], small: AbstractSet[str]) -> str:
    return " ".join(_small(word, small) for word in words)


def _small(word: str, small: AbstractSet[str]) -> str:
    """A word with small letters, where texts have it so. "WHO" is not "who"."""
    is_small = not word.isupper() and word.lower() in small
    return word.lower() if is_small else word


def _standing(phrases: AbstractSet[str], texts: Iterable[str]) -> frozenset[str]:
    """Those of the phrases that stand in a text."""
    patterns = sorted(phrases)
    automaton = AhoCorasick(patterns)
    found = set()
    for text in texts:
        for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
            if index not in found and stands_alone(text, start, end):
                found.add(index)
    return frozenset(patterns[index] for index in found)

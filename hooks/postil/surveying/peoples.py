"""Languages ("Arabic") and peoples ("Chadians"), from what Babel knows of languages and countries.

They are written with a capital, and name no actor.
"""

import re
from collections import Counter
from functools import cache

from babel import Locale, UnknownLocaleError

from postil.text.folding import folded

_AFTER_NAME = "(?:n|an|ian|ese|i|ish)"
_AFTER_STEM = "(?:n|an|ian|ean|ese|ish|ic|ch)?"
"""What English hangs on the name of a country, or on its stem. Other languages write such words
with a small letter."""

_LOST = ("a", "e", "o", "y", "us", "s", "as", "ey", "land", "istan", "stan", "ia")
"""What the stem is without: "Turk(ey)", "Po(land)" has too little left, "Afghan(istan)"."""

_NOTHING = re.compile(r"(?!)")

_STEM = 3
"""A stem has more letters than this."""


@cache
def is_of_a_people(word: str, language: str) -> bool:
    """Whether a word is a language's name or says of something whose it is: "Ukrainian"."""
    if word in _languages(language):
        return True
    return word not in _territories(language) and _of_peoples(language).fullmatch(word) is not None


@cache
def _languages(language: str) -> frozenset[str]:
    """The words in the names of languages: "Arabic", and "British" of "British English"."""
    locale = _locale(language)
    names = locale.languages.values() if locale else ()
    return frozenset(word for name in names for word in folded(name).split())


@cache
def _territories(language: str) -> frozenset[str]:
    locale = _locale(language)
    return frozenset(map(folded, locale.territories.values())) if locale else frozenset()


@cache
def _of_peoples(language: str) -> re.Pattern[str]:
    """What fits the people of any territory whose name has one word or shares it with others."""
    if language != "en":
        return _NOTHING
    territories = _territories(language)
    counts = Counter(word for name in territories for word in set(name.split()))
    names = [word for word, count in counts.items() if word in territories or count > 1]
    stems = {word.removesuffix(end) for word in names for end in _LOST if word.endswith(end)}
    of_names = "|".join(sorted(map(re.escape, names)))
    of_stems = "|".join(sorted(re.escape(stem) for stem in stems if len(stem) > _STEM))
    return re.compile(f"(?:(?:{of_names}){_AFTER_NAME}|(?:{of_stems}){_AFTER_STEM})s?")


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None

"""Which way a language, or a stretch of text, is written."""

import re
from functools import cache
from typing import Literal

from babel import Locale
from babel.core import UnknownLocaleError, get_global

Direction = Literal["ltr", "rtl"]
"""The values of HTML's `dir`."""

_FROM_THE_RIGHT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Where Unicode keeps the scripts that are written from the right (DerivedBidiClass.txt)."""

_SCRIPT = 4
"""Letters of a script in a language tag, which no other part of it has behind the language."""


@cache
def direction_of(language: str) -> Direction:
    """The direction of a language (BCP 47): that of its script, as CLDR has it.

    A script that is named (`ku-Arab`) counts for more than the language. From the left, where
    nothing is known.
    """
    locale = _locale(language)
    return "rtl" if locale and locale.character_order == "right-to-left" else "ltr"


def direction_in(text: str) -> Direction | None:
    """The direction of most letters of a text; `None` if it has no letter."""
    letters = sum(map(str.isalpha, text))
    if not letters:
        return None
    from_the_right = sum(map(str.isalpha, _FROM_THE_RIGHT.findall(text)))
    return "rtl" if 2 * from_the_right > letters else "ltr"


def is_against(text: str, direction: Direction) -> bool:
    """Whether most letters of a text run against the direction of what it stands in."""
    if direction == "ltr" and not _FROM_THE_RIGHT.search(text):
        return False
    return direction_in(text) not in {direction, None}


def _locale(language: str) -> Locale | None:
    """A locale in a language's script: its own, or that of another language in the script."""
    script = next((part for part in language.split("-")[1:] if len(part) == _SCRIPT), None)
    likely = get_global("likely_subtags")
    shown = likely.get(f"und_{script.title()}", likely["und"]) if script else None
    try:
        return Locale.parse(shown or language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None

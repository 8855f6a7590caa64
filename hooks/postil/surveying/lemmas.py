"""The form under which a dictionary would list a name, so that its case forms count as one.

Through pymorphy3, for Russian and Ukrainian; without it, and in every other language, a name is its
own lemma.
"""

from functools import cache
from typing import Any

from postil.linking.inflection import analyzer_of

_PROPER = ("Surn", "Name", "Patr", "Geox", "Orgn")


def lemma(word: str, language: str) -> str:
    """A word's nominative in small letters, read as a name where it can be one."""
    parse = _parse(word, language)
    return str(parse.normal_form) if parse else word


def is_nominative(word: str, language: str) -> bool:
    """Whether it may be the form under which a name is put on record."""
    analyzer = analyzer_of(language)
    return analyzer is None or any("nomn" in parse.tag for parse in analyzer.parse(word))


def is_adjective(word: str, language: str) -> bool:
    """Whether it is one and no name: "Верховный" of "Верховный суд"."""
    parse = _parse(word, language)
    return parse is not None and parse.tag.POS == "ADJF" and not _is_proper(parse)


@cache
def _parse(word: str, language: str) -> Any:  # noqa: ANN401 -- pymorphy3 has no types
    """The likeliest reading as a name, else the likeliest; `None` without an analyser."""
    analyzer = analyzer_of(language)
    if analyzer is None:
        return None
    parses = analyzer.parse(word)
    return next(filter(_is_proper, parses), parses[0])


def _is_proper(parse: Any) -> bool:  # noqa: ANN401
    return any(kind in parse.tag for kind in _PROPER)

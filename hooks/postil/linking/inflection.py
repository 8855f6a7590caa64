"""The case forms of Russian and Ukrainian names, from their nominatives.

Through pymorphy3 with its dictionaries (the extra `postil[slavic]`); without it, and in every other
language, a name has only the form it is given in. A person's first name, patronymic and family name
change case together; of other names the head does, with the adjectives that agree with it:
"Организация Объединённых Наций" becomes "Организации Объединённых Наций".
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice, product
from typing import Any

try:
    from pymorphy3 import MorphAnalyzer
except ImportError:  # the extra is not installed
    MorphAnalyzer = None

LANGUAGES = frozenset({"ru", "uk"})

_CASES = ("gent", "datv", "accs", "ablt", "loct", "voct")
_PERSONAL = ("Name", "Patr", "Surn")
_GENDERS = ("masc", "femn")
_SUPERLATIVE = "Supr"
_ENDING = 2
"""Letters that an adjective ends with in the nominative: "высш|ая"."""

_MOST_FORMS = 64
"""Forms of one name in one case. The words of a name have up to three each: of five and more words
that may be as many as a text has letters, and no text mixes them so."""


def forms(name: str, language: str, *, of_person: bool) -> frozenset[str]:
    """Every form of a name other than the one it is given in.

    `ё` may be written `е`; what begins small begins with a capital where a sentence does.
    """
    analyzer = analyzer_of(language)
    if analyzer is None:
        return frozenset()
    words = name.split()
    inflected = _person(analyzer, words) if of_person else _phrase(analyzer, words)
    found = {name, *inflected}
    found |= {form[:1].upper() + form[1:] for form in found}
    return frozenset(found | {form.replace("ё", "е").replace("Ё", "Е") for form in found}) - {name}


def orders(name: str, language: str) -> tuple[str, ...]:
    """A person's name in the orders in which texts write it, the given one first.

    "Небензя, Василий" is "Василий Небензя"; of "Василий Алексеевич Небензя" the patronymic may be
    left out, and the family name may come first.
    """
    analyzer = analyzer_of(language)
    family, comma, given = name.partition(", ")
    words = [*given.split(), *family.split()] if comma else name.split()
    has_patronymic = (
        analyzer is not None
        and len(words) == len(_PERSONAL)
        and any("Patr" in parse.tag for parse in analyzer.parse(words[1]))
    )
    short = [words[0], words[-1]] if has_patronymic else words
    turned = [short[-1], *short[:-1]] if len(short) == 2 else short  # noqa: PLR2004 -- first and family name
    fully_turned = [words[-1], *words[:-1]] if has_patronymic else words
    found = (" ".join(order) for order in (words, short, turned, fully_turned))
    return tuple(dict.fromkeys(found))


def is_cyrillic(name: str) -> bool:
    """Whether a name is written in the script of these languages."""
    return any("\u0400" <= char <= "\u04ff" for char in name)


def is_no_name(word: str, language: str) -> bool:
    """Whether the language's dictionary has the word, and not as part of anyone's name.

    Never so without a dictionary.
    """
    analyzer = analyzer_of(language)
    return (
        analyzer is not None
        and analyzer.word_is_known(word.lower())
        and not any(kind in parse.tag for parse in analyzer.parse(word) for kind in _PERSONAL)
    )


@cache
def analyzer_of(language: str) -> Any:  # noqa: ANN401 -- pymorphy3 has no types
    """The analyser of Russian or Ukrainian, `None` for other languages and without the extra.

    It takes a quarter of a second to build, once.
    """
    if MorphAnalyzer is None or language not in LANGUAGES:
        return None
    return MorphAnalyzer(lang=language)


def _person(analyzer: Any, words: list[str]) -> Iterator[str]:  # noqa: ANN401
    gender = _gender(analyzer, words)
    parses = [_personal_parse(analyzer, word, gender) for word in words]
    for case in _CASES:
        variants = [
            _variants(parse, word, case, "anim") for parse, word in zip(parses, words, strict=True)
        ]
        yield from _joined(variants)


def _gender(analyzer: Any, words: Iterable[str]) -> str:  # noqa: ANN401
    """What the first name, the patronymic or the family name says, the first that says anything."""
    for word in words:
        for parse in analyzer.parse(word):
            if any(kind in parse.tag for kind in _PERSONAL) and "nomn" in parse.tag:
                for gender in _GENDERS:
                    if gender in parse.tag:
                        return gender
    return "masc"


def _personal_parse(analyzer: Any, word: str, gender: str) -> Any:  # noqa: ANN401
    """The word as part of a person's name: a personal noun, else an adjective, of the gender.

    A name that the dictionary knows for the other gender alone changes as it does there.
    """
    nominative = [
        parse for parse in analyzer.parse(word) if "nomn" in parse.tag and "plur" not in parse.tag
    ]
    fitting = [parse for parse in nominative if gender in parse.tag]
    for wanted in (*_PERSONAL, "ADJF", "anim", "NOUN"):
        for parse in fitting:
            if wanted in parse.tag:
                return parse
    return next((p for p in nominative if any(kind in p.tag for kind in _PERSONAL)), None)


def _phrase(analyzer: Any, words: list[str]) -> Iterator[str]:  # noqa: ANN401
    head = _head(analyzer, words)
    if not head:
        return
    rest = [[word] for word in words[len(head) :]]
    for case in _CASES:
        variants = [
            _variants(parse, word, case, "inan") for parse, word in zip(head, words, strict=False)
        ]
        yield from _joined([*variants, *rest])


def _joined(variants: Iterable[list[str]]) -> Iterator[str]:
    return map(" ".join, islice(product(*variants), _MOST_FORMS))


def _head(analyzer: Any, words: list[str]) -> list[Any]:  # noqa: ANN401
    """The readings of the leading adjectives and of the noun they belong to; empty if none."""
    readings: list[Any] = []
    for word in words:
        nominative = [parse for parse in analyzer.parse(word) if "nomn" in parse.tag]
        noun = next((parse for parse in nominative if parse.tag.POS == "NOUN"), None)
        adjective = next((p for p in nominative if p.tag.POS in {"ADJF", "PRTF"}), None)
        if (
            adjective
            and (noun is None or len(words) > len(readings) + 1)
            and noun is not nominative[0]
        ):
            readings.append(adjective)
        elif noun:
            return [*readings, noun]
        else:
            return []
    return []


def _variants(parse: Any, word: str, case: str, animacy: str) -> list[str]:  # noqa: ANN401
    """A word's forms in another case, in the capitals it was given in; itself where it has none.

    Ukrainian has two datives. Adjectives in the accusative ask for the animacy of their noun.
    """
    if parse is None or word.isupper():
        return [word]
    own = parse.tag
    forms_ = [
        form.word
        for form in parse.lexeme
        if (form.tag.POS, form.tag.case, form.tag.voice) == (own.POS, case, own.voice)
        and ("plur" in form.tag) == ("plur" in own)
        and form.tag.gender == own.gender
        and _is_of_degree(form, own, word)
        and (own.POS == "NOUN" or form.tag.animacy in {None, animacy})
    ]
    return list(dict.fromkeys(_capitals_of(word, form) for form in forms_)) or [word]


def _is_of_degree(form: Any, own: Any, word: str) -> bool:  # noqa: ANN401
    """Whether a form is of the degree of a word: "величайшая Россия" is not "Великая Россия".

    A lexeme may have several superlatives, "высший" and "высочайший".
    """
    if _SUPERLATIVE in own.grammemes:
        return _SUPERLATIVE in form.tag.grammemes and form.word.startswith(word[:-_ENDING].lower())
    return _SUPERLATIVE not in form.tag.grammemes


def _capitals_of(pattern: str, word: str) -> str:
    """The word with a capital at each hyphened part where the pattern has one."""
    parts = zip(pattern.split("-"), word.split("-"), strict=False)
    return "-".join(
        part[:1].upper() + part[1:] if like[:1].isupper() else part for like, part in parts
    )

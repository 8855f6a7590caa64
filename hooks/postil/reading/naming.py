"""Names that are not what they look like: scripts mixed in a word, and letters that have twins."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from postil.diagnostics.bounds import shortened
from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic
from postil.model.archive import Record
from postil.model.records import Actor, Analyst, Article, Topic
from postil.reading.marks import KeyPath
from postil.reading.yaml_core import Yaml
from postil.text.folding import folded

Name = tuple[KeyPath, str]
"""Where a name stands in front matter, and the name."""

_ALIKE = frozenset(
    {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "FULLWIDTH", "MATHEMATICAL"}
)
"""The first words of Unicode's names of letters that look like letters of another script."""

_WORD = re.compile(r"[^\W\d_]+")

_SHOWN = 4
"""Letters of each script that a message names."""

_TWINS = str.maketrans(
    "АВЕЅІЈКМНОРСТУХӀаеѕіјорсухһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧανιορ",
    "ABESIJKMHOPCTYXIaesijopcyxhdqwABEZHIKMNOPTYXaviop",
)
"""Cyrillic and Greek letters that look like Latin ones in most typefaces: of Unicode's list of
confusable characters (UTS #39), those that news is written in."""


def mixed_scripts(record: object, yaml: Yaml) -> Iterator[Diagnostic]:
    """Titles and names with a word in it whose letters come from two scripts that look alike."""
    for keys, name in names_of(record):
        for word in () if name.isascii() else _WORD.findall(name):
            by_script = _by_script(word)
            if len(by_script) > 1:
                letters = " and ".join(
                    f"{script.capitalize()} ({', '.join(list(found)[:_SHOWN])})"
                    for script, found in by_script.items()
                )
                yield Diagnostic(
                    yaml.value_place(keys),
                    Code.MIXED_SCRIPT,
                    f"“{shortened(word)}” has letters of different scripts: {letters}",
                    "Write the word in one script: it reads like another and is not found as it.",
                )
                break


def lookalike_names(actors: Mapping[str, Record[Actor]]) -> Iterator[Diagnostic]:
    """Names of two actors that look the same, though their letters differ."""
    seen: dict[str, tuple[str, str]] = {}
    for id_, record in sorted(actors.items()):
        for keys, name in names_of(record.data):
            form = folded(name)
            other, other_form = seen.setdefault(_skeleton(form), (id_, form))
            if keys[0] != "never" and other != id_ and form != other_form:
                yield Diagnostic(
                    record.positions.of(*keys),
                    Code.LOOKALIKE_NAME,
                    f"“{shortened(name)}” looks like a name of {other} and has other letters",
                    "Write it in the script of its language, if this is the same name; give one "
                    "actor one record.",
                )


def names_of(record: object) -> Iterator[Name]:
    """Every name that a record gives to what it is about, whatever it does with it."""
    match record:
        case Article():
            yield ("title",), record.title
        case Analyst():
            yield ("name",), record.name
        case Topic() | Actor():
            yield ("name",), record.name
            for language, names in record.names.items():
                if isinstance(names, str):
                    yield ("names", language), names
                else:
                    yield from _each(("names", language), names)
            yield from _each(("aliases",), record.aliases)
    if isinstance(record, Actor):
        yield from _each(("previous_names",), record.previous_names)
        yield from _each(("weak_aliases",), record.weak_aliases)
        yield from _each(("never",), record.never)


def _each(keys: KeyPath, names: tuple[str, ...]) -> Iterator[Name]:
    for index, name in enumerate(names):
        yield (*keys, index), name


def _by_script(word: str) -> dict[str, dict[str, None]]:
    """The letters of a word that have look-alikes, as messages show them, by their script."""
    found: dict[str, dict[str, None]] = {}
    for letter in () if word.isascii() else word:
        script = unicodedata.name(letter, "").partition(" ")[0]
        if script in _ALIKE:
            found.setdefault(script, {})[f"{letter} U+{ord(letter):04X}"] = None
    return found


def _skeleton(form: str) -> str:
    """What two names have in common that look the same."""
    return unicodedata.normalize("NFKC", form).translate(_TWINS)

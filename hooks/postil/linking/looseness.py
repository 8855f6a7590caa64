"""Names that would be found all over the archive, whoever they are meant for."""

from collections.abc import Iterator

from postil.diagnostics.bounds import shortened
from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic
from postil.linking.english import COMMON_WORDS
from postil.model.archive import Record
from postil.model.records import Actor
from postil.reading.naming import names_of
from postil.text.folding import folded

_SHORT = 2
"""Letters of a small word that is no name: "of", "et", "\u0432"."""


def loose_names(record: Record[Actor]) -> Iterator[Diagnostic]:
    """Names of an actor that are one letter, digits alone, or a small word of every text."""
    for keys, name in names_of(record.data):
        if keys[0] != "never" and _is_loose(folded(name)):
            yield Diagnostic(
                record.positions.of(*keys),
                Code.LOOSE_NAME,
                f"“{shortened(name)}” would be found everywhere",
                "Write a name with two letters at least that is no common word in small letters; "
                "in one article, `mentions` takes any words.",
            )


def _is_loose(name: str) -> bool:
    letters = [char for char in name if char.isalpha()]
    if not letters or sum(map(str.isalnum, name)) == 1:
        return True
    return name in COMMON_WORDS or (name.islower() and len(name) <= _SHORT)

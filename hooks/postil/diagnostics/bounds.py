"""How much is told: of a file's words in one message, and of faults in one file."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from postil.diagnostics.codes import SHOWABLE, Code
from postil.diagnostics.diagnostic import Diagnostic, Place

MOST_FAULTS = 100
"""Faults of one file that are told. Nobody mends more at a time, and a forge shows fewer."""

_LONGEST_SHOWN = 60
"""Characters of a file's own that a message repeats."""


def shortened(words: str) -> str:
    """Words of a file as a message repeats them: long ones without their end."""
    return words if len(words) <= _LONGEST_SHOWN else words[: _LONGEST_SHOWN - 1] + "…"


def bounded(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The same, with no more than `MOST_FAULTS` of a file and, of more, how many they are.

    What keeps a file from being read or published comes first, so that leaving faults out never
    makes a file better than it is.
    """
    by_path: dict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in diagnostics:
        by_path[diagnostic.place.path].append(diagnostic)
    for path, found in by_path.items():
        if len(found) > MOST_FAULTS:
            found.sort(key=lambda fault: (fault.code in SHOWABLE, not fault.is_error, fault))
            yield _more(path, len(found) - MOST_FAULTS)
        yield from found[:MOST_FAULTS]


def _more(path: str, count: int) -> Diagnostic:
    return Diagnostic(
        Place(path),
        Code.MORE_FAULTS,
        f"{count:,} more faults of this file are not told",
        "Mend those that are, and check again.",
    )

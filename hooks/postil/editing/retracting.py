"""A note taken back: it stays, marked as what it is, with the reason."""

from typing import Literal

from postil.diagnostics.diagnostic import Diagnostic
from postil.editing.front_matter import set_value
from postil.editing.source import Source

Ending = Literal["retracted", "superseded"]


def taken_back(source: Source, path: str, status: Ending, reason: str) -> Source | Diagnostic:
    """The note's file with that status and reason.

    A diagnostic where the file is written in a way that would lose something by it.
    """
    edited = set_value(source, path, "status", status)
    if isinstance(edited, Diagnostic):
        return edited
    return set_value(edited, path, "reason", reason)

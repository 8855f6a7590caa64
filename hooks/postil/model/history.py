"""What was done to a note since it was written, and by whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from postil.model.dates import Edtf

Deed = Literal[
    "created",
    "changed",
    "published",
    "re-anchored",
    "retracted",
    "superseded",
    "moved",
    "removed",
    "restored",
]


@dataclass(frozen=True)
class Event:
    """A deed, the names of those who did it or signed it off, and its day if that can be read."""

    at: Edtf | None
    by: tuple[str, ...]
    what: Deed


Histories = Mapping[str, tuple[Event, ...]]
"""The events of each note, oldest first, by the path of its file."""

NO_HISTORIES: Histories = {}

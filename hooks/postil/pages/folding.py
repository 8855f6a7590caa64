"""Which notes show only their first lines at first: long ones, where a text is too short for all.

Beside a text there is room for about as many lines as it has. Where its notes need more, the last
would stand screens below their passages, and on a telephone the text would be torn apart. Then the
long ones are folded; nothing of them is left out of the page, and all is on paper.
"""

from collections.abc import Iterable
from math import ceil

from postil.linking.link import LinkedText, PlacedNote

LONG = 180
"""Characters of a note that are never folded: the four lines that a folded note shows."""

_TEXT_LINE, _NOTE_LINE = 66, 42
"""Characters of a line of the text, and of a note beside it."""
_TALLER = 1.5
"""How much taller a line of the text is."""
_AROUND = 4
"""Lines of a note beside its own: its head, how sure it is, who wrote it, and the gap."""


def folded_notes(text: LinkedText) -> frozenset[str]:
    """The ids of the notes on words of a text that are folded."""
    beside = [note for note in text.threads if note.passage]
    notes = [note for first in beside for note in (first, *first.replies)]
    if sum(map(_lines, notes)) <= _TALLER * _text_lines(text):
        return frozenset()
    return frozenset(note.record.id for note in notes if len(note.document.plain) > LONG)


def _lines(note: PlacedNote) -> int:
    written = _needed(note.document.plain.splitlines(), _NOTE_LINE)
    return written + len(note.record.data.sources) + _AROUND


def _text_lines(text: LinkedText) -> int:
    blocks = [block for block in text.document.plain.splitlines() if block]
    return _needed(blocks, _TEXT_LINE) + len(blocks)


def _needed(blocks: Iterable[str], characters: int) -> int:
    """The lines that blocks of a text take, without the gaps between them."""
    return sum(ceil(len(block) / characters) for block in blocks)

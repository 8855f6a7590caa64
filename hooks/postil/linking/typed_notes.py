"""Notes that were typed into a text instead of a file of their own."""

from collections.abc import Iterator
from typing import Any

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place
from postil.model.archive import Record
from postil.text.critic import marks, typed_notes
from postil.text.source import lines_and_columns


def typed_note_faults(record: Record[Any]) -> Iterator[Diagnostic]:
    """One for each `{==words==}{>>note<<}` in a record's text, and for each comment without words.

    Other marks of CriticMarkup are text here.
    """
    if "{>>" not in record.body:
        return
    found = [note for note in typed_notes(marks(record.body)) if note.comments]
    starts = [note.start for note in found]
    places = lines_and_columns(record.body, starts, record.positions.body_line)
    extract = f"`postil notes extract {record.path}`"
    for note, (line, column) in zip(found, places, strict=True):
        yield Diagnostic(
            Place(record.path, line, column),
            Code.UNEXTRACTED_NOTE,
            "A note is typed into the text",
            f"Run {extract}, which gives it a file of its own."
            if note.words
            else f"Put {{==…==}} around the words it is about, right before it, and run {extract}.",
        )

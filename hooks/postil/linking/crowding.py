"""Texts whose notes, together, stand on more words than a page can show."""

from collections.abc import Iterable, Iterator

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic
from postil.model.archive import NoteRecord
from postil.text.sentences import Span

MOST_QUOTED = 2_000_000
"""Characters of the passages of all notes on one text: 10,000 notes on a sentence each. A page
names every note at every piece of its passage, so that long passages which overlap would make a
page in the square of their number."""


def crowded_notes(notes: Iterable[tuple[NoteRecord, Span | None]]) -> Iterator[Diagnostic]:
    """One for each note beyond what one text can bear, those on the longest passages."""
    placed = ((span.end - span.start, record.key, record) for record, span in notes if span)
    quoted = 0
    for length, _, record in sorted(placed, key=lambda item: item[:2]):
        quoted += length
        if quoted > MOST_QUOTED:
            where = f"{record.target.kind}/{record.target.id}"
            yield Diagnostic(
                record.positions.of("quote"),
                Code.CROWDED_TEXT,
                f"The notes on {where} quote more than {MOST_QUOTED:,} characters in all",
                "Quote fewer words, or write `whole: true` instead of `quote`.",
            )

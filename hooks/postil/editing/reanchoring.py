"""A note's quote brought to the words as they stand, when a person says it is true of them."""

from postil.diagnostics.diagnostic import Diagnostic
from postil.editing.front_matter import append_entry, set_value
from postil.editing.note_file import Signature, quote_value
from postil.editing.source import Source
from postil.linking.anchors import Searched, candidates, parts_of, quotation, resolve
from postil.linking.quoting import ELLIPSIS, nearest_parts, quotation_at, told_apart
from postil.model.archive import NoteRecord
from postil.model.records import Quotation
from postil.text.sentences import Span


def places_for(quote: Quotation, text: Searched) -> tuple[Span, ...]:
    """Where a quote stands or may stand: one place, or all those that it fits, or none."""
    found = resolve(quote, text)
    if found.state == "ambiguous":
        return candidates(quote, text)
    if found.span:
        return (found.span,)
    parts = nearest_parts(quote, text)
    return (Span(parts[0].start, parts[-1].end),) if parts else ()


def quotation_for(quote: Quotation, text: Searched, place: Span) -> Quotation | None:
    """The quotation that leads to a place. One of two ends (`A […] B`) keeps that form if it can.

    `None` where there is none: see `quotation_at`.
    """
    if len(parts_of(quote.exact)) == 1:
        return quotation_at(text, place)
    parts = nearest_parts(quote, text)
    is_there = parts and place.start <= parts[0].start and parts[-1].end <= place.end
    now = ELLIPSIS.join(text.plain[part.start : part.end] for part in parts)
    words = now if is_there else quote.exact.strip()
    return told_apart(words, text, place) or quotation_at(text, place)


def reanchored(
    source: Source, note: NoteRecord, quote: Quotation, signature: Signature
) -> Source | Diagnostic:
    """The note's file with another quote, and an entry that says who accepted it and what it was.

    A diagnostic where the file is written in a way that would lose something by it.
    """
    before = quotation(note.data)
    words = before.exact if before else ""
    entry = {"at": signature.at, "by": signature.by, "from": words}
    edited = set_value(source, note.path, "quote", quote_value(quote))
    if isinstance(edited, Diagnostic):
        return edited
    return append_entry(edited, note.path, "reanchored", entry)

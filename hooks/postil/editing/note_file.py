"""A new note's file."""

from collections.abc import Iterator
from dataclasses import dataclass

from postil.diagnostics.diagnostic import Diagnostic
from postil.editing.yaml_text import Value, forms, one_line
from postil.linking.anchors import quotation
from postil.model.archive import NoteRecord
from postil.model.records import Quotation
from postil.reading.discover import RecordFile
from postil.reading.records import parse


@dataclass(frozen=True)
class Signature:
    """Who writes, by id, and on which day (`2025-12-17`)."""

    by: str
    at: str


@dataclass(frozen=True)
class Remark:
    """What a note says, of which kind it is, and of which words."""

    quote: Quotation
    kind: str
    body: str


def said_in(note: NoteRecord) -> Remark | None:
    """What a note says of which words; `None` for one on a whole text."""
    quote = quotation(note.data)
    return None if quote is None else Remark(quote, note.data.kind, note.body.strip())


def note_text(remark: Remark, signature: Signature, file: RecordFile) -> str | Diagnostic:
    """The text of a note's file, which has been read back, or why no such note can be."""
    wrong: Diagnostic | None = None
    for text in _texts(remark, signature):
        record, faults = parse(text, file)
        if isinstance(record, NoteRecord) and said_in(record) == remark:
            return text
        wrong = next(iter(faults), wrong)
    assert wrong is not None  # noqa: S101 -- the surest form reads back unless it breaks a rule
    return wrong


def quote_value(quote: Quotation) -> Value:
    """A quotation as front matter has it: the words alone, if they are enough."""
    parts = {"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix}
    given = {key: words for key, words in parts.items() if words}
    return given if len(given) > 1 else quote.exact


def _texts(remark: Remark, signature: Signature) -> Iterator[str]:
    """The file with the quote written in one way after the other."""
    kind = [] if remark.kind == "context" else [f"kind: {remark.kind}"]
    for form in forms(quote_value(remark.quote), 0):
        head = [f"by: {one_line(signature.by)}", f"date: {signature.at}", f"quote:{form}", *kind]
        yield "\n".join(["---", *head, "---", "", remark.body, ""])

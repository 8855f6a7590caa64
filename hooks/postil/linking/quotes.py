"""What is told of notes that do not stand on their words."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic
from postil.linking.anchors import Anchor, quotation
from postil.model.archive import NoteRecord
from postil.text.document import Document

_SHOWN = 160
"""Characters of the nearest words that a diagnostic repeats."""


def quote_faults(note: NoteRecord, anchor: Anchor, document: Document) -> Iterator[Diagnostic]:
    """The one fault of a note whose anchor is `ambiguous`, `changed` or `lost`.

    A retracted or superseded note has none: its words may go, and it stays readable without them.
    """
    quote = quotation(note.data)
    if quote is None or note.data.status in {"retracted", "superseded"}:
        return
    place = note.positions.of("quote", "exact")
    where = f"{note.target.kind}/{note.target.id}"
    match anchor.state:
        case "ambiguous":
            yield Diagnostic(
                place,
                Code.AMBIGUOUS_QUOTE,
                f"The quoted words stand {anchor.hits} times in {where}",
                "Quote more of the passage, or write `exact:` with a `prefix:` or `suffix:` under "
                "`quote:`.",
            )
        case "changed" if anchor.nearest:
            nearest = document.plain[anchor.nearest.start : anchor.nearest.end]
            yield Diagnostic(
                place,
                Code.CHANGED_QUOTE,
                f"The quoted words do not stand in {where}; nearest: "
                f"“{word_diff(quote.exact, nearest)}”",
                "Quote the words as they stand, if the note is still true of them.",
            )
        case "lost" | "changed":
            yield Diagnostic(
                place,
                Code.LOST_QUOTE,
                f"The quoted words do not stand in {where}, nor anything like them",
                "Quote words of the text, verbatim; or retract the note with `status: retracted` "
                "and a `reason:`.",
            )


def word_diff(before: str, after: str) -> str:
    """Two texts as one: words that went in `[-…-]`, words that came in `{+…+}`."""
    old, new = before.split(), after.split()
    pieces = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(" ".join(old[i1:i2]))
            continue
        if i2 > i1:
            pieces.append(f"[-{' '.join(old[i1:i2])}-]")
        if j2 > j1:
            pieces.append(f"{{+{' '.join(new[j1:j2])}+}}")
    text = " ".join(pieces)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"

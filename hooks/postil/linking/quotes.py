"""What is told of notes that do not stand on their words."""

from collections.abc import Iterator, Sequence

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic
from postil.linking.anchors import Anchor, Searched, parts_of, quotation
from postil.linking.quoting import ELLIPSIS, nearest_parts
from postil.model.archive import NoteRecord
from postil.model.records import Quotation
from postil.text.alignment import blocks
from postil.text.folding import folded
from postil.text.sentences import Span

_SHOWN = 240
"""Characters of a word diff."""

_FEW_PARTS = 3
"""Parts of a quote of which each is looked for by itself."""

_BESIDE = 5
"""Words at each end of a long stretch that a word diff gives."""


def quote_faults(note: NoteRecord, anchor: Anchor, text: Searched) -> Iterator[Diagnostic]:
    """The one fault of a note whose anchor is `ambiguous`, `changed` or `lost`.

    A retracted or superseded note has none: its words may go, and it stays readable without them.
    """
    quote = quotation(note.data)
    if quote is None or not note.data.is_current:
        return
    place = note.positions.of("quote", "exact")
    where = f"{note.target.kind}/{note.target.id}"
    accept = f"`postil notes accept {note.key}`"
    match anchor.state:
        case "ambiguous":
            times = f"{anchor.hits:,} times" if anchor.hits else "too often to count"
            yield Diagnostic(
                place,
                Code.AMBIGUOUS_QUOTE,
                f"The quoted words stand {times} in {where}",
                f"Quote more of the passage, or run {accept}, which lists the places.",
            )
        case "changed" if anchor.hits:
            yield Diagnostic(
                place,
                Code.CHANGED_QUOTE,
                f"The quoted words stand in {where}, but beside other words than those given",
                f"If this passage is meant, run {accept}, or write `prefix` or `suffix` as they "
                "stand.",
            )
        case "changed" if anchor.nearest:
            near = _nearest(quote, text, anchor.nearest)
            yield Diagnostic(
                place,
                Code.CHANGED_QUOTE,
                f"The quoted words do not stand in {where}; nearest: "
                f"“{word_diff(quote.exact, near)}”",
                f"If the note is still true of them, run {accept}, or quote the words as they "
                "stand.",
            )
        case "lost" if not text.is_sought_in:
            yield Diagnostic(
                place,
                Code.LOST_QUOTE,
                f"The quoted words do not stand in {where}, which is too long to look for what is "
                "like them, for each of so many notes",
                f"Quote words of the text, verbatim, or run {accept}, which looks for this note.",
            )
        case "lost" | "changed":
            yield Diagnostic(
                place,
                Code.LOST_QUOTE,
                f"The quoted words do not stand in {where}, nor anything like them",
                "Quote words of the text, verbatim; or, if the note has nothing to stand on, run "
                f"`postil notes retract {note.key}`.",
            )


def _nearest(quote: Quotation, text: Searched, span: Span) -> str:
    """The words that are most like a quote: of one that gives the ends of a stretch, their ends."""
    parts = len(parts_of(quote.exact))
    if 1 < parts <= _FEW_PARTS and (ends := nearest_parts(quote, text)):
        return ELLIPSIS.join(text.plain[end.start : end.end] for end in ends)
    return text.plain[span.start : span.end]


def word_diff(before: str, after: str) -> str:
    """Two texts as one: words that went in `[-…-]`, words that came in `{+…+}`.

    Of long stretches only the ends are given, and of what is alike only the words beside a change.
    """
    old, new = before.split(), after.split()
    found = list(blocks([folded(word) for word in old], [folded(word) for word in new]))
    pieces = []
    for block in found:
        went = _ends(old[block.before.start : block.before.stop], _BESIDE, _BESIDE)
        came = _ends(new[block.after.start : block.after.stop], _BESIDE, _BESIDE)
        if not block.is_alike:
            pieces += [f"[-{went}-]"] if went else []
            pieces += [f"{{+{came}+}}"] if came else []
        elif block is found[0] is not found[-1]:
            pieces.append(_ends(new[: block.after.stop], 0, _BESIDE))
        elif block is found[-1] is not found[0]:
            pieces.append(_ends(new[block.after.start :], _BESIDE, 0))
        else:
            pieces.append(came)
    text = " ".join(pieces)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _ends(words: Sequence[str], first: int, last: int) -> str:
    """The first and last words of a stretch."""
    if len(words) <= first + last:
        return " ".join(words)
    return " ".join([*words[:first], "…", *words[len(words) - last :]])

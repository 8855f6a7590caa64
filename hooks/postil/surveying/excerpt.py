"""Where a stretch of an article stands in its file, and the words around it."""

from collections.abc import Iterable, Iterator

from postil.diagnostics.diagnostic import Place
from postil.linking.link import LinkedText
from postil.text.sentences import Span
from postil.text.source import lines_and_columns, source_offsets

_AROUND = 40
"""Characters to either side."""


def places_of(text: LinkedText, spans: Iterable[Span]) -> Iterator[Place]:
    """The place in the article's file of each span of its plain text, in the order of the text."""
    record = text.record
    starts = (span.start for span in spans)
    offsets = source_offsets(record.body, text.document.plain, starts)
    for line, column in lines_and_columns(record.body, offsets, record.positions.body_line):
        yield Place(record.path, line, column)


def excerpt(plain: str, span: Span) -> str:
    """A stretch with the whole words around it, on one line; `…` where the text goes on."""
    before = plain[max(0, span.start - _AROUND) : span.start]
    after = plain[span.end : span.end + _AROUND]
    if span.start > _AROUND:
        before = "…" + before[before.find(" ") + 1 :]
    if span.end + _AROUND < len(plain):
        after = after[: after.rfind(" ") + 1].rstrip() + "…"
    return " ".join((before + plain[span.start : span.end] + after).split())

"""Links and raw HTML in contributed texts: where links lead, and what is wrong with them."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Any

from postil.diagnostics.bounds import shortened
from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place
from postil.model.archive import Record
from postil.text.document import Document, Open, Text
from postil.text.links import is_web, links, record_path
from postil.text.source import line_and_column, lines_and_columns, source_offsets

_HTML = re.compile(r"</?[A-Za-z][^<>]*>|<!--|<[!?][A-Za-z]")

_NEAR = 200
"""Characters behind the nearest word of the text within which a tag is looked for in its source."""


@dataclass(frozen=True)
class _Fault:
    """What is wrong at an offset of the plain text, and the signs that stand there in Markdown."""

    offset: int
    signs: str
    code: Code
    message: str
    remedy: str


def text_faults(
    record: Record[Any],
    document: Document,
    known_paths: Container[str | None],
) -> Iterator[Diagnostic]:
    """Links that lead nowhere, raw HTML and images in a record's text."""
    body = record.body  # decoded once, however many faults there are
    found = sorted(
        [*_broken_links(record, document, known_paths), *_raw_html(document)],
        key=lambda fault: fault.offset,
    )
    nearby = source_offsets(body, document.plain, [fault.offset for fault in found])
    offsets = [
        max(near, body.find(fault.signs, near, near + len(fault.signs) + _NEAR))
        for fault, near in zip(found, nearby, strict=True)
    ]
    places = lines_and_columns(body, offsets, record.positions.body_line)
    for fault, place in zip(found, places, strict=True):
        yield Diagnostic(Place(record.path, *place), fault.code, fault.message, fault.remedy)
    if document.images:
        offset = max(0, body.find("!["))
        place = line_and_column(body, offset, record.positions.body_line)
        yield Diagnostic(
            Place(record.path, *place),
            Code.IMAGE,
            "The text holds an image, and images are not shown in it",
            "Take it out, or link to where it can be seen.",
        )


def _broken_links(
    record: Record[Any], document: Document, known_paths: Container[str | None]
) -> Iterator[_Fault]:
    for link in links(document):
        if is_web(link.destination) or record_path(link.destination, record.path) in known_paths:
            continue
        yield _Fault(
            link.start,
            "",
            Code.BROKEN_LINK,
            f"This link leads nowhere: {shortened(link.destination)}"
            if link.destination
            else "This link has no destination that may be used",
            "Link to https://…, or to a record's file, such as ../2025/an-article.md.",
        )


def _raw_html(document: Document) -> Iterator[_Fault]:
    """Tags that stand in the text outside code."""
    code_depth = 0
    for node in document.nodes:
        if isinstance(node, Text):
            for tag in () if code_depth else _HTML.finditer(node.text):
                yield _Fault(
                    node.start + tag.start(),
                    tag[0],
                    Code.RAW_HTML,
                    f"HTML is not read here and will show as it is: {shortened(tag[0])}",
                    "Write Markdown; put it in `backticks` if it is meant to show.",
                )
        elif node.name == "code":
            code_depth += 1 if isinstance(node, Open) else -1

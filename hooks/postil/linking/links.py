"""Links and raw HTML in contributed texts: where links lead, and what is wrong with them."""

import re
from collections.abc import Container, Iterator
from typing import Any

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place
from postil.model.archive import Record
from postil.text.document import Document, Open, Text
from postil.text.links import is_web, links, record_path
from postil.text.source import line_and_column, source_offset

_HTML = re.compile(r"</?[A-Za-z][^<>]*>|<!--|<[!?][A-Za-z]")


def text_faults(
    record: Record[Any],
    document: Document,
    known_paths: Container[str | None],
) -> Iterator[Diagnostic]:
    """Links that lead nowhere, raw HTML and images in a record's text."""
    for link in links(document):
        if is_web(link.destination) or record_path(link.destination, record.path) in known_paths:
            continue
        yield Diagnostic(
            _place(record, source_offset(record.body, document.plain, link.start)),
            Code.BROKEN_LINK,
            f"This link leads nowhere: {link.destination}"
            if link.destination
            else "This link has no destination that may be used",
            "Link to https://…, or to a record's file, such as ../2025/an-article.md.",
        )
    for offset, tag in _raw_html(document):
        near = source_offset(record.body, document.plain, offset)
        yield Diagnostic(
            _place(record, max(near, record.body.find(tag, near))),
            Code.RAW_HTML,
            f"HTML is not read here and will show as it is: {tag}",
            "Write Markdown; put it in `backticks` if it is meant to show.",
        )
    if document.images:
        yield Diagnostic(
            _place(record, max(0, record.body.find("!["))),
            Code.IMAGE,
            "The text holds an image, and images are not shown in it",
            "Take it out, or link to where it can be seen.",
        )


def _raw_html(document: Document) -> Iterator[tuple[int, str]]:
    """Tags that stand in the text outside code, with their offsets."""
    code_depth = 0
    for node in document.nodes:
        if isinstance(node, Text):
            for tag in () if code_depth else _HTML.finditer(node.text):
                yield node.start + tag.start(), tag[0]
        elif node.name == "code":
            code_depth += 1 if isinstance(node, Open) else -1


def _place(record: Record[Any], offset: int) -> Place:
    """The place in the file of an offset in its text."""
    return Place(record.path, *line_and_column(record.body, offset, record.positions.body_line))

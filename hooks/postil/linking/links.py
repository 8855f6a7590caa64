"""Links and raw HTML in contributed texts: where links lead, and what is wrong with them."""

import re
import sys
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from postil.diagnostics.bounds import shortened
from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place
from postil.model.archive import Record
from postil.text.document import Document, Open, Text
from postil.text.links import is_web, links, record_path
from postil.text.source import line_and_column, lines_and_columns, source_offsets

_REFERENCE = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|\w+);?", re.ASCII)

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
    """Links that lead nowhere, raw HTML, images and what does not show in a record's text."""
    found = sorted(
        [*_broken_links(record, document, known_paths), *_raw_html(document)],
        key=lambda fault: fault.offset,
    )
    for fault, place in zip(found, _places(record, document, found), strict=True):
        yield Diagnostic(Place(record.path, *place), fault.code, fault.message, fault.remedy)
    yield from _hidden_characters(record, document)
    if document.images:
        body = record.body
        place = line_and_column(body, max(0, body.find("![")), record.positions.body_line)
        yield Diagnostic(
            Place(record.path, *place),
            Code.IMAGE,
            "The text holds an image, and images are not shown in it",
            "Take it out, or link to where it can be seen.",
        )


def _places(
    record: Record[Any], document: Document, found: Sequence[_Fault]
) -> Iterable[tuple[int, int]]:
    """Line and column of each fault. Of most texts none is asked for, and nothing is done."""
    if not found:
        return ()
    body = record.body
    nearby = source_offsets(body, document.plain, [fault.offset for fault in found])
    offsets = [
        max(near, body.find(fault.signs, near, near + len(fault.signs) + _NEAR))
        for fault, near in zip(found, nearby, strict=True)
    ]
    return lines_and_columns(body, offsets, record.positions.body_line)


def _hidden_characters(record: Record[Any], document: Document) -> Iterator[Diagnostic]:
    """What does not show and is written as a reference: no file holds such characters themselves.

    Each is told once.
    """
    if not document.hidden:
        return
    body = record.body
    first: dict[str, int] = {}
    for reference in _REFERENCE.finditer(body):
        first.setdefault(_referred(reference), reference.start())
    for character in sorted(document.hidden):
        place = line_and_column(body, first.get(character, 0), record.positions.body_line)
        yield Diagnostic(
            Place(record.path, *place),
            Code.HIDDEN_CHARACTER,
            f"A character that does not show is written here: U+{ord(character):04X}",
            "Take it out: it makes the text read otherwise than it is.",
        )


def _referred(reference: re.Match[str]) -> str:
    """The character that a reference stands for; Python takes that of a control for nothing."""
    decimal, hexadecimal = reference.groups()
    number = int(decimal) if decimal else int(hexadecimal or "0", 16)
    return chr(number) if 0 < number <= sys.maxunicode else unescape(reference[0])


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

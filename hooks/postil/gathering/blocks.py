"""A page's text as blocks of words: paragraphs, headings, items, quotations, rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from postil.model.values import DIRECTION_MARKS, HIDDEN, WIDTHLESS

if TYPE_CHECKING:
    from lxml.etree import _Element

BlockKind = Literal["paragraph", "heading", "item", "numbered", "quote"]

_SOFT_HYPHEN = "\u00ad"
_BROKEN = re.compile(r"\n\s*\n")
_LEVEL = re.compile(r"h([1-6])")
_HIGHEST = 2
"""Level of the highest heading in a text: the title's is 1."""


@dataclass(frozen=True)
class Block:
    """Words that stand together, on one line. `level` is that of a heading."""

    kind: BlockKind
    words: str
    level: int = 0


def blocks_of(body: "_Element") -> Iterator[Block]:
    """The blocks in what trafilatura takes for a page's text, in order; none without words."""
    for element in body:
        for block in _blocks(element):
            if block.words:
                yield block


def clean(words: str) -> str:
    """Words on one line, without characters that nobody sees."""
    shown = HIDDEN.sub(
        lambda found: found[0] if found[0] in DIRECTION_MARKS else "",
        WIDTHLESS.sub("", words.replace("\u2028", " ").replace(_SOFT_HYPHEN, "")),
    )
    return re.sub(r"[ \t\n\r\f\v]+", " ", shown).strip()


def _blocks(element: "_Element") -> Iterator[Block]:
    match element.tag:
        case "head":
            level = _LEVEL.fullmatch(element.get("rend", ""))
            yield Block("heading", _words(element), max(_HIGHEST, int(level[1]) if level else 0))
        case "list":
            kind: BlockKind = "numbered" if element.get("rend") == "ol" else "item"
            for item in element.iter("item"):
                yield Block(kind, _own_words(item))
        case "quote":
            inner = [child for child in element if child.tag == "p"]
            for part in inner or [element]:
                yield from (Block("quote", words) for words in _lines(part))
        case "table":
            for row in element.iter("row"):
                yield Block("item", clean(" · ".join(filter(None, map(_words, row.iter("cell"))))))
        case "graphic" | "figure":
            return
        case _:
            yield from (Block("paragraph", words) for words in _lines(element))


def _lines(element: "_Element") -> Iterator[str]:
    """The words of a paragraph, which two line breaks part in two."""
    for line in _BROKEN.split(_text(element)):
        yield clean(line)


def _words(element: "_Element") -> str:
    return clean(_text(element))


def _own_words(item: "_Element") -> str:
    """The words of an item without those of the list in it, whose items come by themselves."""
    return clean(_text(item, left_out="list"))


def _text(element: "_Element", left_out: str = "") -> str:
    """The characters of an element, with a line break where one is shown."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag == "lb":
            pieces.append("\n")
        elif child.tag != left_out:
            pieces.append(_text(child, left_out))
        pieces.append(child.tail or "")
    return "".join(pieces)

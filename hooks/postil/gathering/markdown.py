"""Blocks of words as Markdown that shows exactly these words.

Only what would mean something is escaped, so that the text stays readable where it is kept.
"""

import re
from collections.abc import Iterable
from itertools import groupby

from postil.gathering.blocks import Block

_SIGNS = re.compile(r"[\\`*_\[|]")
"""What means something anywhere."""

_MARK = re.compile(r"\{(?=[=>+~-])")
"""What begins a note typed into a text."""

_ENTITY = re.compile(r"&(?=#?\w+;)")
_FIRST = re.compile(r"(?P<sign>[#>]|[+-](?=[\s+-]|$))|(?P<number>\d+)(?P<point>\.)(?=\s|$)")
"""What makes a line another thing than a paragraph."""

_MARGIN = {"quote": "> ", "item": "- ", "numbered": "1. ", "paragraph": ""}


def markdown(blocks: Iterable[Block]) -> str:
    """The text with blank lines between blocks, items of a list excepted; no line end behind it."""
    groups = (list(group) for _, group in groupby(blocks, key=_together))
    return "\n\n".join("\n".join(map(_line, group)) for group in groups)


def escaped(words: str) -> str:
    """Words of a line as Markdown that shows them, wherever in a line they stand."""
    signs = _SIGNS.sub(r"\\\g<0>", words)
    marks = _MARK.sub(r"\{", signs)
    entities = _ENTITY.sub("&amp;", marks).replace("<", "&lt;")
    return _FIRST.sub(_first, entities, count=1) if _FIRST.match(entities) else entities


def _first(found: re.Match[str]) -> str:
    return rf"\{found[0]}" if found["sign"] else rf"{found['number']}\{found['point']}"


def _together(block: Block) -> object:
    """What neighbours have in common that stand on lines one after the other: items of a list."""
    return block.kind if block.kind in {"item", "numbered"} else block


def _line(block: Block) -> str:
    if block.kind == "heading":
        words = block.words.rstrip("#")  # those that close a heading do not show
        closing = r"\#" * (len(block.words) - len(words))
        return f"{'#' * block.level} {escaped(words)}{closing}"
    return _MARGIN[block.kind] + escaped(block.words)

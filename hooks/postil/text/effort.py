"""Texts that would keep the Markdown parser busy for too long, told without parsing them.

The parser takes time in the square of what stands in one paragraph: 20 kB of `[` take 40 seconds,
and lists nested a few hundred deep exhaust its stack. What a text would cost is counted here from
its characters alone, the same on every machine.
"""

import re

MOST = 1.0
"""Seconds that a text may cost, on a machine of 2025 with Markdown 3.10. A press briefing of 60 kB
costs 0.02, plain paragraphs of a megabyte 0.3."""

DEEPEST = 50
"""Levels to which lists and quotations may be nested."""

_BLOCK = re.compile(r"(?:.*\S.*\n?)+")
_SIGN = re.compile(r"[*_`<&\\!\[\]]")
_LEVELS = re.compile(r"(?:[ \t]*(?:[-+*>]|\d{1,9}[.)]|[ \t]{4}))*")
_LEVEL = re.compile(r"[-+*>]|\d{1,9}[.)]|[ \t]{4}")
_LIST_ITEM = re.compile(r"[ ]{0,3}(?:[-+*]|\d{1,9}\.)[ \t]")

# Seconds, fitted to texts of 5 to 100 kB that hold nothing else.
_LINE_COSTS = 6e-5
_CELL_COSTS = 3e-5
# For each character of the block as well:
_HEADING_COSTS = 1.2e-8  # what follows it is put together again
_BRACKET_COSTS = 1e-7  # the end of the link is looked for to the end of the paragraph
_SIGN_COSTS = 5e-10  # the paragraph is copied


def tangle(markdown: str) -> int | None:
    """The line, from 0, on which the text gets too much for the parser; `None` if nowhere."""
    total = heaviest = 0.0
    heaviest_line = line = position = 0
    for block in _BLOCK.finditer(markdown):
        line += markdown.count("\n", position, block.start())
        position = block.start()
        lines = block[0].splitlines()
        for below, text in enumerate(lines):
            if _depth(text) > DEEPEST:
                return line + below
        cost = _cost(block[0], lines)
        if cost > heaviest:
            heaviest, heaviest_line = cost, line
        total += cost
        if total > MOST:
            return heaviest_line
    return None


def _cost(block: str, lines: list[str]) -> float:
    """Seconds for what stands between two blank lines. The items of a list are paragraphs."""
    headings = sum(line.startswith("#") for line in lines)
    paragraphs = lines if _LIST_ITEM.match(block) else [block]
    return (
        len(lines) * _LINE_COSTS
        + block.count("|") * _CELL_COSTS
        + headings * len(block) * _HEADING_COSTS
        + sum(part.count("[") * len(part) for part in paragraphs) * _BRACKET_COSTS
        + sum(len(_SIGN.findall(part)) * len(part) for part in paragraphs) * _SIGN_COSTS
    )


def _depth(line: str) -> int:
    """How many marks of lists and quotations, or indents of four, begin a line."""
    begins = _LEVELS.match(line)
    return len(_LEVEL.findall(begins[0])) if begins else 0

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

_BLOCK = re.compile(r"(?:^[ \t]*[^ \t\n].*\n?)+", re.MULTILINE)
_SIGN = re.compile(r"[*_`<&\\!\[\]]")
_LATIN_SIGN = re.compile(r"[\u00a0-\u00bf]")
"""Among them the no-break space and «»; in UTF-8 all begin with one byte, which nh3 stops at."""
_TICKS = re.compile(r"`+")
_LEVELS = re.compile(r"(?:[ \t]*(?:[-+*>]|\d{1,9}[.)]|[ \t]{4}))*")
_MAYBE_DEEP = re.compile(rf"^[-+*>.) \t\d]{{{DEEPEST + 1}}}", re.MULTILINE)
_LEVEL = re.compile(r"[-+*>]|\d{1,9}[.)]|[ \t]{4}")
_BREAK = re.compile(
    r"[ ]{0,3}(?:#|>|\[[^\]\n]*\]:|=+[ ]*$|-+[ ]*$|(?P<rule>[-*_])(?:[ ]*(?P=rule)){2,}[ ]*$)"
)
"""A line that ends a paragraph without a blank line."""
_LIST_ITEM = re.compile(r"[ ]{0,3}(?:[-+*]|\d{1,9}\.)[ \t]")
_ITEM = re.compile(r"^(?=[ \t]*(?:[-+*]|\d{1,9}\.)[ \t])", re.MULTILINE)

# Seconds, fitted to texts of 5 to 100 kB that hold nothing else.
_LINE_COSTS = 6e-5
_CELL_COSTS = 3e-5
_MARK_COSTS = 1e-5  # a sign of CriticMarkup
# For each character of the block as well:
_BREAK_COSTS = 1.2e-8  # what follows a heading, a rule or the like is put together again
_BRACKET_COSTS = 1e-7  # the end of the link is looked for to the end of the paragraph
_TICKS_COSTS = 2.5e-8  # the end of the code is looked for to the end of the paragraph
_SIGN_COSTS = 5e-10  # the paragraph is copied
_LATIN_SIGN_COSTS = 1.6e-11  # the paragraph is copied, when nh3 writes it out

_SHORT = 500
"""Characters of a paragraph in which signs cost nothing worth counting."""


def tangle(markdown: str) -> int | None:
    """The line, from 0, on which the text gets too much for the parser; `None` if nowhere."""
    if _is_light(markdown):
        return None
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


def _is_light(markdown: str) -> bool:
    """Whether the text would be light even if all its signs stood in its longest paragraph."""
    if _MAYBE_DEEP.search(markdown):
        return False
    longest = max(map(len, markdown.split("\n\n")))
    lines = markdown.count("\n") + 1
    for_each = (
        markdown.count("[") * _BRACKET_COSTS
        + markdown.count("`") * _TICKS_COSTS
        + lines * _BREAK_COSTS
        + len(markdown) * (_SIGN_COSTS + _LATIN_SIGN_COSTS)
    )
    signs = markdown.count("|") * _CELL_COSTS + markdown.count("{") * _MARK_COSTS
    return lines * _LINE_COSTS + signs + longest * for_each < MOST


def _cost(block: str, lines: list[str]) -> float:
    """Seconds for what stands between two blank lines. The items of a list are paragraphs."""
    breaks = sum(map(bool, map(_BREAK.match, lines)))
    paragraphs = _ITEM.split(block) if _LIST_ITEM.match(block) else [block]
    return (
        len(lines) * _LINE_COSTS
        + block.count("|") * _CELL_COSTS
        + block.count("{") * _MARK_COSTS
        + breaks * len(block) * _BREAK_COSTS
        + sum(part.count("[") * len(part) for part in paragraphs) * _BRACKET_COSTS
        + sum(len(_TICKS.findall(part)) * len(part) for part in paragraphs) * _TICKS_COSTS
        + sum(len(_SIGN.findall(part)) * len(part) for part in paragraphs if len(part) > _SHORT)
        * _SIGN_COSTS
        + sum(len(_LATIN_SIGN.findall(part)) * len(part) for part in paragraphs) * _LATIN_SIGN_COSTS
    )


def _depth(line: str) -> int:
    """How many marks of lists and quotations, or indents of four, begin a line."""
    if line[:1].isalpha():  # as most lines do
        return 0
    begins = _LEVELS.match(line)
    return len(_LEVEL.findall(begins[0])) if begins else 0

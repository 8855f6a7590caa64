"""Contributed words in Markdown that a forge shows, where they stay words.

A forge makes links of `@name`, `#1`, hashes and addresses, pictures of `:x:`, and commands of lines
that begin with `/`. It does none of that in code, and no HTML or Markdown is read there either. So
whatever was contributed stands in code, on one line.
"""

import unicodedata

from postil.diagnostics.diagnostic import one_line

MOST_CHARACTERS = 60_000
"""Of a text for a forge: a comment on GitHub holds 65,536, and somebody may write above it."""

_LONGEST = 160
"""Characters of contributed words that are shown at a time, where nobody needs all of them."""

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_ISOLATE, _END = "\u2068", "\u2069"

_NO_BACKTICK = "'"
"""Shown for a backtick, which might end the code: forges count only so many in a row."""


def code(words: str, longest: int = _LONGEST) -> str:
    """Contributed words as code; an empty text where there are none.

    What does not show is written as its escape. Words that are read from right to left are kept
    apart, so that they move nothing beside them.
    """
    line = one_line(" ".join(words.split())).replace("`", _NO_BACKTICK)
    if not line:
        return ""
    shown = f"`{line if len(line) <= longest else line[: longest - 1] + '…'}`"
    if any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in line):
        return f"{_ISOLATE}{shown}{_END}"
    return shown


def bounded(lines: list[str]) -> str:
    """The lines as one text, without the last ones if it would be too long for a forge."""
    size = 0
    for number, line in enumerate(lines):
        size += len(line) + 1
        if size > MOST_CHARACTERS:
            left = len(lines) - number
            return "\n".join([*lines[:number], "", f"{left:,} more lines are left out here."])
    return "\n".join(lines)

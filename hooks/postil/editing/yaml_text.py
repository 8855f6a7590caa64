"""How texts are written as YAML, so that the reader of front matter reads exactly them.

Each function gives one form. Which of them fits a place is tried out there: see `front_matter`.
"""

import re
from collections.abc import Iterator, Mapping
from textwrap import wrap

Value = str | Mapping[str, str]
"""What can be written: a text, or texts by key."""

_WIDTH = 92
"""Characters of a line, its indentation left out, beyond which a text is folded."""

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_CORE = re.compile(
    r"|~|null|true|false|[-+]?\d+|0o[0-7]+|0x[0-9a-f]+"
    r"|[-+]?(\.\d+|\d+(\.\d*)?)(e[-+]?\d+)?|[-+]?\.inf|\.nan",
    re.ASCII | re.IGNORECASE,
)
"""What without quotes is no text in YAML's core schema: nothing, truth values and numbers."""

_FIRST = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]|[-?:]\S")
"""How a text may begin that stands without quotes."""

_UNSEEN = "\u00a0\u202f\u200c\u200d"
"""Spaces that do not break, and joiners: parts of words in French, Persian and Hindi. They are
written as they are, or nobody could read the words around them."""
_LONGEST_OF_PLANE_0 = 0xFFFF


def forms(value: Value, indent: int) -> Iterator[str]:
    """The ways to write a value behind `key:`, the most readable first, the surest last.

    `indent` is the column of the key. Each way begins with the space or line break that parts it
    from the colon.
    """
    if isinstance(value, str):
        if block := _block(value, indent + 2):
            yield f" {block}"
        yield f" {one_line(value)}"
        yield f" {quoted(value)}"
    else:
        yield f"\n{' ' * (indent + 2)}{entry(value, indent + 2)}"
        yield f" {flow(value)}"


def entry(value: Mapping[str, str], indent: int) -> str:
    """Keys with their values, a line for each; the first line is where `indent` already is."""
    lines = (f"{key}:{next(forms(text, indent))}" for key, text in value.items())
    return f"\n{' ' * indent}".join(lines)


def flow(value: Value) -> str:
    """A value on one line, right in any place."""
    if isinstance(value, str):
        return quoted(value)
    return "{" + ", ".join(f"{key}: {quoted(text)}" for key, text in value.items()) + "}"


def one_line(text: str) -> str:
    """A text on one line: without quotes where it needs none."""
    if _is_plain(text):
        return text
    if _shows(text):
        return "'" + text.replace("'", "''") + "'"
    return quoted(text)


def quoted(text: str) -> str:
    """A text in double quotes, with escapes for all that does not show."""
    return '"' + "".join(map(_escaped, text)) + '"'


def is_core(text: str) -> bool:
    """Whether YAML's core schema reads a text without quotes as something else than a text."""
    return _CORE.fullmatch(text) is not None


def _block(text: str, indent: int) -> str | None:
    """A long text, folded, or one of several lines, as it is; `None` for any other.

    Lines that begin or end with a space would be read otherwise than they are written.
    """
    inner = text.removesuffix("\n")
    chomping = "-" if inner == text else ""
    lines = inner.split("\n")
    if not all(line == line.strip() and _shows(line) for line in lines):
        return None
    if not lines[0] or not lines[-1]:
        return None
    margin = " " * indent
    if len(lines) == 1 and len(inner) > _WIDTH and "  " not in inner:
        lines = wrap(inner, _WIDTH, break_long_words=False, break_on_hyphens=False)
        if len(lines) > 1:
            return f">{chomping}\n" + "\n".join(f"{margin}{line}" for line in lines)
    if text == lines[0]:
        return None
    return f"|{chomping}\n" + "\n".join(f"{margin}{line}".rstrip() for line in lines)


def _is_plain(text: str) -> bool:
    """Whether a text is itself in YAML: no sign in it means anything."""
    return (
        _FIRST.match(text) is not None
        and text == text.strip()
        and _shows(text)
        and not text.endswith(":")
        and ": " not in text
        and " #" not in text
        and not is_core(text)
    )


def _shows(text: str) -> bool:
    """Whether a text can stand as it is: all of it can be seen, or belongs to words."""
    return all(char.isprintable() or char in _UNSEEN for char in text)


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable():
        return char
    return f"\\u{ord(char):04X}" if ord(char) <= _LONGEST_OF_PLANE_0 else f"\\U{ord(char):08X}"

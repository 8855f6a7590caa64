"""Plain paragraphs and headings: those in which Markdown sees nothing but words.

Most of most texts are such, and of each a parser makes one element that shows what is written. So
it is spared them, and given what stands between them. What counts as plain is told by a list of
what may stand in it, far stricter than Markdown: whatever is not sure goes to the parser.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = (
    r"(?:[^\W\d_]|[\"'“‘„«(])"  # no list, heading, quotation, rule, table or definition begins so
    r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\\`*_\[\]<>&|{}#~]*+(?<!\s)"
)
_PLAIN = re.compile(
    rf"\n?(?:(?P<level>#{{1,6}}) +)?(?P<words>{_LINE}(?(level)|(?:\n{_LINE})*+))\n?"
)
_FAR_REACHING = ("]:", "\r", "\x02", "\x03")
"""What counts beyond its paragraph: part of every definition of a link's destination, a line end of
another kind, and two characters that the parser drops before it looks."""

_BLANK = re.compile(r"\n[^\S\n]+\n")
"""A line of white space: an empty one to the parser, or code, by what stands before it."""


@dataclass(frozen=True)
class Plain:
    """The words of a plain paragraph or heading, as they are written, and the name of its element.

    No white space stands around them.
    """

    name: str
    words: str


@dataclass(frozen=True)
class Marked:
    """A stretch of a Markdown text that a parser has to read."""

    markdown: str


def paragraphs(markdown: str) -> Iterator[Plain | Marked]:
    """A Markdown text cut at what is plain in it: what each part shows is all that it shows."""
    if any(sign in markdown for sign in _FAR_REACHING) or _BLANK.search(f"\n{markdown}\n"):
        yield Marked(markdown)
        return
    between: list[str] = []
    for block in markdown.split("\n\n"):
        plain = _plain(block)
        if plain is None:
            between.append(block)
            continue
        if between:
            yield Marked("\n\n".join(between))
            between = []
        yield plain
    if between:
        yield Marked("\n\n".join(between))


def _plain(block: str) -> Plain | None:
    found = _PLAIN.fullmatch(block)
    if found is None:
        return None
    level = found["level"]
    return Plain(f"h{len(level)}" if level else "p", found["words"])

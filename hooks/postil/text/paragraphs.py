"""Plain and simple blocks of a Markdown text, which no parser has to read.

Most of most texts are paragraphs and headings of nothing but words, and of each a parser makes one
element that shows what is written. Much of the rest is words with emphasis and links, by themselves
or in short lists. So a parser is spared all these, and given what stands between them. What counts
as one is told by a list of what may stand in it, far stricter than Markdown: whatever is not sure
goes to the parser.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CHAR = r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\\`*_\[\]<>&|{}#~]"
_FIRST = r"(?:[^\W\d_]|[\"'“‘„«(])"
"""No list, heading, quotation, rule, table or definition begins so."""

_LINE = rf"{_FIRST}{_CHAR}*+(?<!\s)"
_PLAIN = re.compile(
    rf"\n?(?:(?P<level>#{{1,6}}) +)?(?P<words>{_LINE}(?(level)|(?>(?:\n{_LINE})*)))\n?"
)

_WITHIN = rf"(?!\s){_CHAR}++(?<!\s)"
_SIGN = (
    rf"(?<!\*)\*{_WITHIN}\*(?!\*)"
    rf"|(?<!\*)\*\*{_WITHIN}\*\*(?!\*)"
    rf"|(?<!!)\[{_WITHIN}\]\([\w./:?=%+,#~-]++\)"
)
_RICH = rf"(?:{_FIRST}|{_SIGN})(?>(?:{_CHAR}++|{_SIGN})*)(?<!\s)"
_PARAGRAPH = re.compile(rf"\n?({_RICH}(?>(?:\n{_RICH})*))\n?")
_LIST = re.compile(rf"\n?(- {_RICH}(?>(?:\n- {_RICH})*))\n?")

_ELEMENTS = (
    (re.compile(r"\[([^\]]+)\]\(([^)]+)\)"), r'<a href="\2">\1</a>'),
    (re.compile(r"\*\*([^*]+)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"\*([^*]+)\*"), r"<em>\1</em>"),
)
"""Signs, and what they make of what stands between them, where nothing else can stand."""

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
class Simple:
    """A paragraph or a list with emphasis or links, as the HTML that a parser would make of it."""

    html: str
    is_list: bool


@dataclass(frozen=True)
class Marked:
    """A stretch of a Markdown text that a parser has to read."""

    markdown: str


def paragraphs(markdown: str) -> Iterator[Plain | Simple | Marked]:
    """A Markdown text cut at what is plain or simple in it: what each shows is all it shows."""
    if any(sign in markdown for sign in _FAR_REACHING) or _BLANK.search(f"\n{markdown}\n"):
        yield Marked(markdown)
        return
    blocks = markdown.split("\n\n")
    parts = [_plain(block) or _paragraph(block) or _list(block) for block in blocks]
    between: list[str] = []
    neighbours = zip([_EDGE, *parts[:-1]], blocks, parts, [*parts[1:], _EDGE], strict=True)
    for before, block, part, after in neighbours:
        if part is None or (_may_go_on(part) and (_may_go_on(before) or _may_go_on(after))):
            between.append(block)
            continue
        if between:
            yield Marked("\n\n".join(between))
            between = []
        yield part
    if between:
        yield Marked("\n\n".join(between))


_EDGE = Plain("p", "")


def _may_go_on(part: Plain | Simple | None) -> bool:
    """Whether it may be one with what stands beside it: lists are, and what is not known."""
    return part is None or (isinstance(part, Simple) and part.is_list)


def _plain(block: str) -> Plain | None:
    found = _PLAIN.fullmatch(block)
    if found is None:
        return None
    level = found["level"]
    return Plain(f"h{len(level)}" if level else "p", found["words"])


def _paragraph(block: str) -> Simple | None:
    found = _PARAGRAPH.fullmatch(block)
    return Simple(f"<p>{_html(found[1])}</p>", is_list=False) if found else None


def _list(block: str) -> Simple | None:
    found = _LIST.fullmatch(block)
    if found is None:
        return None
    items = (f"<li>{_html(line.removeprefix('- '))}</li>" for line in found[1].split("\n"))
    return Simple(f"<ul>{''.join(items)}</ul>", is_list=True)


def _html(words: str) -> str:
    for sign, element in _ELEMENTS:
        words = sign.sub(element, words)
    return words

"""A contributed Markdown text as a document: safe HTML nodes over a plain text with offsets.

    Markdown → HTML → allow-list → nodes

Raw HTML is switched off in Markdown, and the result passes an allow-list (nh3) all the same:
neither alone is enough. Paragraphs of nothing but words become nodes as they are, and those with a
few signs besides are spared the parser, but not the allow-list. Everything the
site adds (passages, mentions, notes) is added to the nodes afterwards and never touches the
author's markup as a string.

The plain text is what the nodes show: every `Text` node is the stretch of `Document.plain` that
begins at its `start`. Between blocks stand two line breaks, between items and table rows one,
between cells a tab.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import nh3
from markdown import Markdown
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from postil.model.values import DIRECTION_MARKS, HIDDEN, UNUSUAL
from postil.text.paragraphs import Plain, Simple, paragraphs
from postil.text.sentences import Span

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BREAKS = {
    **dict.fromkeys(("p", "blockquote", "pre", "table", "ul", "ol", "hr", *_HEADINGS), "\n\n"),
    **dict.fromkeys(("li", "tr", "thead", "tbody", "br"), "\n"),
    **dict.fromkeys(("td", "th"), "\t"),
}
"""What stands in the plain text where such an element begins or ends; the widest one wins, which is
also the last in the order of strings."""

_INLINE = frozenset({"a", "code", "em", "strong"})
VOID = frozenset({"br", "hr"})
_CLOSED = frozenset({"a", "code", "pre", *_HEADINGS})
"""Elements in which no name is looked for."""

_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "td": {"align"}, "th": {"align"}}
_SCHEMES = {"http", "https", "mailto"}


@dataclass(frozen=True)
class Open:
    """The start of an element. A void element (`br`, `hr`) has no `Close`."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Close:
    """The end of an element."""

    name: str


@dataclass(frozen=True)
class Text:
    """Characters that are shown, and their offset in the plain text."""

    text: str
    start: int


Node = Open | Close | Text


@dataclass(frozen=True)
class Document:
    """A text as nodes and as plain text.

    `closed` are the stretches in which no name may become a link; `sections` the offsets at which
    a heading begins; `images` the number of images that were left out; `hidden` the characters in
    whose places U+FFFD stands, since nobody would see them.
    """

    nodes: tuple[Node, ...]
    plain: str
    closed: tuple[Span, ...]
    sections: tuple[int, ...]
    images: int
    hidden: frozenset[str]


def read_document(markdown: str) -> Document:
    """The document that a contributed Markdown text makes."""
    tokens: list[Token] = []
    images = 0
    hidden: set[str] = set()
    for part in paragraphs(markdown):
        if isinstance(part, Plain):
            shown = _shown(part.words, hidden)
            tokens += (_OPEN[part.name], _spaced(shown), _CLOSE[part.name])
            continue
        if isinstance(part, Simple):
            converted = part.html
        else:
            converted = _markdown(_signs_in(part.markdown)).reset().convert(part.markdown)
            images += converted.count("<img ")
        cleaned = _shown(_cleaner().clean(converted), hidden)
        tokens += _settled(list(_tokens(cleaned)))
    return _document(tokens, images, frozenset(hidden))


def _shown(text: str, hidden: set[str]) -> str:
    """A text with U+FFFD for all that it may not hold, which `hidden` collects.

    Files with such are refused, so in an archive it comes from character references: `&#x202e;`.
    """
    if not UNUSUAL.search(text):
        return text
    found = set(HIDDEN.findall(text)) - DIRECTION_MARKS
    hidden.update(found)
    return text.translate(dict.fromkeys(map(ord, found), "\N{REPLACEMENT CHARACTER}"))


_LINKS = ("link", "reference", "short_reference")
_IMAGES = ("image_link", "image_reference", "short_image_ref")
_PATTERNS = {
    "[": (*_LINKS, *_IMAGES),
    "<": ("autolink", "automail"),
    "`": ("backtick",),
    "\\": ("escape",),
    "&": ("entity",),
}
"""Inline patterns of Markdown by a sign that every match of theirs holds."""


def _signs_in(markdown: str) -> frozenset[str]:
    return frozenset(sign for sign in _PATTERNS if sign in markdown)


@cache
def _markdown(signs: frozenset[str]) -> Markdown:
    """The converter for texts that hold these of the signs: it looks for no others.

    One for all such texts: to build one takes longer than most texts.
    """
    converter = Markdown(
        extensions=[TableExtension(use_align_attribute=True), SaneListExtension()],
        output_format="html",
    )
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    for sign, patterns in _PATTERNS.items():
        for pattern in () if sign in signs else patterns:
            converter.inlinePatterns.deregister(pattern)
    return converter


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(_BREAKS) | _INLINE,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


Token = Open | Close | str
"""A tag or a text between tags."""

_OPEN = {name: Open(name) for name in (*_BREAKS, *_INLINE)}
_CLOSE = {name: Close(name) for name in _OPEN}

_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')


def _tokens(clean_html: str) -> Iterator[Token]:
    """The tags and texts of HTML as nh3 writes it: every `<` that is not a tag's is escaped."""
    position = 0
    for tag in _TAG.finditer(clean_html):
        if tag.start() > position:
            yield html.unescape(clean_html[position : tag.start()])
        position = tag.end()
        end, name, attributes = tag.groups()
        if end:
            yield _CLOSE[name]
        elif attributes:
            found = _ATTRIBUTE.findall(attributes)
            yield Open(name, tuple((key, html.unescape(value)) for key, value in found))
        else:
            yield _OPEN[name]
    if position < len(clean_html):
        yield html.unescape(clean_html[position:])


def _settled(tokens: list[Token]) -> Iterator[Token]:
    """The same with texts as they show: white space as one space, and none at a block's edges."""
    in_code = False
    for index, token in enumerate(tokens):
        if not isinstance(token, str):
            in_code = isinstance(token, Open) if token.name == "pre" else in_code
            yield token
        elif in_code:
            yield token
        else:
            text = _spaced(token)
            if _is_edge(tokens, index - 1):
                text = text.removeprefix(" ")
            if _is_edge(tokens, index + 1):
                text = text.removesuffix(" ")
            if text:
                yield text


def _spaced(text: str) -> str:
    """A text with every stretch of white space as one space; a no-break space is none."""
    spaced = text.replace("\n", " ").replace("\t", " ").replace("\r", " ")
    while "  " in spaced:
        spaced = spaced.replace("  ", " ")
    return spaced


def _is_edge(tokens: list[Token], index: int) -> bool:
    """Whether the token there is the edge of a block (or of the whole text)."""
    if not 0 <= index < len(tokens):
        return True
    token = tokens[index]
    return not isinstance(token, str) and token.name in _BREAKS


def _document(tokens: list[Token], images: int, hidden: frozenset[str]) -> Document:
    nodes: list[Node] = []
    plain: list[str] = []
    closed: list[Span] = []
    sections: list[int] = []
    length = 0
    pending = ""
    begins_section = False
    within: list[str] = []
    for token in tokens:
        if isinstance(token, str):
            if length:
                plain.append(pending)
                length += len(pending)
            pending = ""
            if begins_section:
                sections.append(length)
                begins_section = False
            nodes.append(Text(token, length))
            plain.append(token)
            if not _CLOSED.isdisjoint(within):
                closed.append(Span(length, length + len(token)))
            length += len(token)
            continue
        nodes.append(token)
        pending = max(pending, _BREAKS.get(token.name, ""))
        if isinstance(token, Close):
            within.pop()
        elif token.name not in VOID:
            within.append(token.name)
            begins_section = begins_section or token.name in _HEADINGS
    return Document(tuple(nodes), "".join(plain), tuple(closed), tuple(sections), images, hidden)

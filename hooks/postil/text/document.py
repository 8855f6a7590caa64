"""A contributed Markdown text as a document: safe HTML nodes over a plain text with offsets.

    Markdown → HTML → allow-list → nodes

Raw HTML is switched off in Markdown, and the result passes an allow-list (nh3) all the same:
neither alone is enough. Everything the site adds (passages, mentions, notes) is added to the nodes
afterwards and never touches the author's markup as a string.

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

from postil.text.sentences import Span

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BREAKS = {
    **dict.fromkeys(("p", "blockquote", "pre", "table", "ul", "ol", "hr", *_HEADINGS), "\n\n"),
    **dict.fromkeys(("li", "tr", "thead", "tbody", "br"), "\n"),
    **dict.fromkeys(("td", "th"), "\t"),
}
"""What stands in the plain text where such an element begins or ends; the widest one wins."""

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
    a heading begins; `images` the number of images that were left out.
    """

    nodes: tuple[Node, ...]
    plain: str
    closed: tuple[Span, ...]
    sections: tuple[int, ...]
    images: int


def read_document(markdown: str) -> Document:
    """The document that a contributed Markdown text makes."""
    converted = _markdown().reset().convert(markdown)
    images = converted.count("<img ")
    return _document(_cleaner().clean(converted), images)


@cache
def _markdown() -> Markdown:
    """One converter for all texts: to build one takes a third of the time to use it."""
    converter = Markdown(
        extensions=[TableExtension(use_align_attribute=True), SaneListExtension()],
        output_format="html",
    )
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
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


_TAG = re.compile(r'<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?: [a-z]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')


def _tokens(clean_html: str) -> Iterator[Open | Close | str]:
    """The tags and texts of HTML as nh3 writes it: every `<` that is not a tag's is escaped."""
    position = 0
    for tag in _TAG.finditer(clean_html):
        if tag.start() > position:
            yield html.unescape(clean_html[position : tag.start()])
        position = tag.end()
        if tag["end"]:
            yield Close(tag["name"])
        else:
            attributes = tuple(
                (name, html.unescape(value))
                for name, value in _ATTRIBUTE.findall(tag["attributes"])
            )
            yield Open(tag["name"], attributes)
    if position < len(clean_html):
        yield html.unescape(clean_html[position:])


def _document(clean_html: str, images: int) -> Document:
    tokens = list(_tokens(clean_html))
    nodes: list[Node] = []
    plain: list[str] = []
    closed: list[Span] = []
    sections: list[int] = []
    length = 0
    pending = ""
    begins_section = False
    within: list[str] = []
    for index, token in enumerate(tokens):
        if isinstance(token, str):
            text = token if "pre" in within else _settle(token, tokens, index)
            if not text:
                continue
            if length:
                plain.append(pending)
                length += len(pending)
            pending = ""
            if begins_section:
                sections.append(length)
                begins_section = False
            nodes.append(Text(text, length))
            plain.append(text)
            if not _CLOSED.isdisjoint(within):
                closed.append(Span(length, length + len(text)))
            length += len(text)
            continue
        nodes.append(token)
        pending = max(pending, _BREAKS.get(token.name, ""), key=_width)
        if isinstance(token, Close):
            within.pop()
        elif token.name not in VOID:
            within.append(token.name)
            begins_section = begins_section or token.name in _HEADINGS
    return Document(tuple(nodes), "".join(plain), tuple(closed), tuple(sections), images)


def _width(separator: str) -> int:
    """Orders separators: none, a tab, one line break, two."""
    return ("", "\t", "\n", "\n\n").index(separator)


def _settle(text: str, tokens: list[Open | Close | str], index: int) -> str:
    """A text as it shows: white space as one space, and none at the edges of a block."""
    settled = re.sub(r"[ \t\r\n]+", " ", text)
    if _is_edge(tokens, index - 1):
        settled = settled.removeprefix(" ")
    if _is_edge(tokens, index + 1):
        settled = settled.removesuffix(" ")
    return settled


def _is_edge(tokens: list[Open | Close | str], index: int) -> bool:
    """Whether the token there is the edge of a block (or of the whole text)."""
    if not 0 <= index < len(tokens):
        return True
    token = tokens[index]
    return not isinstance(token, str) and token.name in _BREAKS

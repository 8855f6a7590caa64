"""A page's characters as elements, within bounds."""

import re
from typing import TYPE_CHECKING

from postil.gathering.gathered import Refusal

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_ELEMENTS = 15_000
"""Elements of a page. The pages of news have some thousands, and more take over a second."""

_MOST_ATTRIBUTES = 1_000
"""Attributes of one element. The parser compares each with all before it."""

_ATTRIBUTE = r"[\s/]*+(?:[^\s/>=]++(?>(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?)|=)"
"""An attribute with what parts it from the one before, as browsers read it."""

_TAG = re.compile(rf"<[A-Za-z][^\s/>]*+(?>(?:{_ATTRIBUTE})*)")
_ATTRIBUTES = re.compile(_ATTRIBUTE)

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

_LONGEST_LINE = 200
"""Characters of a line that says when and by whom."""

_UNSEEN = ("script", "style", "svg", "noscript", "template", "iframe")
_LAYOUT = "descendant::p or descendant::h1 or descendant::div or descendant::table"
_WHOLE = frozenset({"post", "entry", "story", "article"})
"""Classes by which an article is known: no part of one is it."""

_BESIDE_TEXT = frozenset({"date", "published", "timestamp", "byline", "dateline"})
"""Classes of what stands above a text and is told in front matter."""

_TABLE_PARTS = ".//table|.//tbody|.//thead|.//tfoot|.//tr|.//td|.//th"


def parsed(characters: str) -> "HtmlElement | Refusal":
    """The elements of a page, or why they cannot be had."""
    from lxml import etree, html  # noqa: PLC0415 -- of the extra `web`

    if _has_too_many_attributes(characters):
        return Refusal(
            f"an element of the page has more than {_MOST_ATTRIBUTES:,} attributes",
            "save only the article, or write the file by hand",
        )
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(_CONTROLS.sub("", characters).encode(), parser=parser)
    except etree.ParserError:
        return Refusal("there is nothing on the page", "save it again, or write the file by hand")
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        return Refusal(
            f"the page has more than {MOST_ELEMENTS:,} elements",
            "save only its article, or write the file by hand",
        )
    return tree


def _has_too_many_attributes(characters: str) -> bool:
    """Whether a tag has: each attribute takes a character at least."""
    return any(
        len(tag[0]) > _MOST_ATTRIBUTES
        and sum(1 for _ in _ATTRIBUTES.finditer(tag[0])) > _MOST_ATTRIBUTES
        for tag in _TAG.finditer(characters)
    )


def seen(tree: "HtmlElement") -> "HtmlElement":
    """The same elements without what no reader sees. Changes the tree."""
    from lxml import etree  # noqa: PLC0415 -- of the extra `web`

    etree.strip_elements(tree, *_UNSEEN, with_tail=False)
    return tree


def readable(tree: "HtmlElement") -> "HtmlElement":
    """The same elements, made ready for the text to be taken out. Changes the tree."""
    _unfold_layout_tables(tree)
    _join_updates(tree)
    _drop_lines_above(tree)
    return tree


def _unfold_layout_tables(tree: "HtmlElement") -> None:
    """Tables that only place things on the page become what they are: blocks."""
    for table in tree.xpath(f"//table[{_LAYOUT}]"):
        for part in (table, *table.xpath(_TABLE_PARTS)):
            part.tag = "div"


def _join_updates(tree: "HtmlElement") -> None:
    """Posts within an article count as its parts: the first update of a live blog is not all."""
    for element in tree.xpath("//article//*[@class]"):
        is_whole = not _WHOLE.isdisjoint(element.get("class").split())
        beside = (element.getnext(), element.getprevious())
        if is_whole and any(other is not None and other.tag == element.tag for other in beside):
            del element.attrib["class"]


def _drop_lines_above(tree: "HtmlElement") -> None:
    """Lines that only say when and by whom are left out: the front matter says it."""
    for element in tree.xpath("//p[@class]|//div[@class]"):
        is_beside = not _BESIDE_TEXT.isdisjoint(element.get("class").lower().split())
        if is_beside and len(element.text_content()) <= _LONGEST_LINE:
            element.drop_tree()

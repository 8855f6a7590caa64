"""What a page states of its article for machines: JSON-LD and microdata, in schema.org's terms."""

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Statement = Mapping[str, Any]
"""Values by property, as JSON has them."""

_DEEPEST = 6
"""Levels within which an article is looked for, or the name of what is referred to."""

_CONTENT = ("content", "datetime", "href", "src")
"""Attributes that hold the value of a microdata property, before its text does."""


def statements(tree: "HtmlElement") -> tuple[Statement, ...]:
    """What is said of the article: first as JSON-LD, then as microdata. Names are resolved."""
    found = [node for script in _scripts(tree) for node in _nodes(script, _DEEPEST)]
    by_id = {
        node["@id"]: node for node in found if isinstance(node.get("@id"), str) and len(node) > 1
    }
    articles = [_resolved(node, by_id) for node in found if _is_article(node)]
    return (*articles[:1], _microdata(tree))


def texts(value: Any) -> Iterator[str]:  # noqa: ANN401 -- JSON
    """The texts in a value: itself, those of its list, or the names of what it describes."""
    yield from _texts(value, _DEEPEST)


def _texts(value: Any, depth: int) -> Iterator[str]:  # noqa: ANN401 -- JSON
    if isinstance(value, str) and value.strip():
        yield " ".join(value.split())
    elif isinstance(value, Mapping) and depth:
        yield from _texts(value.get("name"), depth - 1)
    elif isinstance(value, list) and depth:
        for item in value:
            yield from _texts(item, depth - 1)


def _scripts(tree: "HtmlElement") -> Iterator[Any]:
    for script in tree.xpath("//script[starts-with(@type, 'application/ld+json')]"):
        try:
            yield json.loads((script.text or "").strip().removesuffix(";"), strict=False)
        except (ValueError, RecursionError):
            continue


def _nodes(value: Any, depth: int) -> Iterator[dict[str, Any]]:  # noqa: ANN401 -- JSON
    """Everything that is described on the outer levels: alone, in a list, in a graph."""
    if isinstance(value, list) and depth:
        for item in value:
            yield from _nodes(item, depth - 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage") if depth else ():
            yield from _nodes(value.get(key), depth - 1)


def _is_article(node: Statement) -> bool:
    """Whether it is an article of news, whatever of: `NewsArticle`, `LiveBlogPosting`."""
    types = node.get("@type")
    named = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and name.endswith(("Article", "Posting")) for name in named)


def _resolved(node: Statement, by_id: Mapping[str, Statement]) -> Statement:
    """The same with what is only referred to in its place."""
    return {key: _followed(value, by_id) for key, value in node.items()}


def _followed(value: Any, by_id: Mapping[str, Statement]) -> Any:  # noqa: ANN401 -- JSON
    if isinstance(value, list):
        return [_followed(item, by_id) if not isinstance(item, list) else item for item in value]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return by_id.get(value["@id"], value)
    return value


def _microdata(tree: "HtmlElement") -> Statement:
    """The first value of each property of the article that microdata describes."""
    scopes = tree.xpath("//*[@itemscope][contains(@itemtype, 'Article')]")
    found: dict[str, Any] = {}
    for element in scopes[0].xpath(".//*[@itemprop]") if scopes else ():
        inner = element.xpath(".//*[@itemprop='name']") if "itemscope" in element.attrib else []
        names = set(element.get("itemprop", "").split()) - found.keys()
        if names:
            found |= dict.fromkeys(names, _value(inner[0] if inner else element))
    return found


def _value(element: "HtmlElement") -> str:
    given = next((element.get(key) for key in _CONTENT if element.get(key)), None)
    return given or " ".join(element.text_content().split())

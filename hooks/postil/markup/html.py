"""Nodes as HTML for a page.

Addresses inside the site begin with `/` in nodes; written out, they become relative to the page,
so that the site works under any path.
"""

from collections.abc import Iterable
from html import escape

from markupsafe import Markup

from postil.text.document import Close, Node, Text

_NAMES = {"h1": "h2"}
"""A page's own title is its only `h1`."""


ANY_ROOT = "\0"
"""Stands for the way to the site's root in HTML that several pages share. No text can hold it."""


def at_root(html: Markup, root: str) -> Markup:
    """Shared HTML for a page from which `root` leads to the site's root."""
    # As text: what replaces the rest in markup is escaped each time, and an address needs it never.
    return Markup(str.replace(html, ANY_ROOT, root))  # noqa: S704 -- markup, with addresses filled in


def root_of(address: str) -> str:
    """The way from a page up to the site's root: `../../` for `actors/x/`."""
    return "../" * address.count("/") or "./"


def to_html(nodes: Iterable[Node], root: str) -> Markup:
    """The nodes as HTML, for a page from which `root` leads to the site's root."""
    return Markup("".join([_write(node, root) for node in nodes]))  # noqa: S704 -- each is escaped


def _write(node: Node, root: str) -> str:
    if isinstance(node, Text):
        return escape(node.text, quote=False)
    name = _NAMES.get(node.name, node.name)
    if isinstance(node, Close):
        return f"</{name}>"
    attributes = ""
    for key, value in node.attributes:
        address = root + value[1:] if key == "href" and value.startswith("/") else value
        attributes += f' {key}="{escape(address)}"'
    return f"<{name}{attributes}>"

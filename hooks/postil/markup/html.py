"""Nodes as HTML for a page.

Addresses inside the site begin with `/` in nodes; written out, they become relative to the page,
so that the site works under any path.
"""

from collections.abc import Iterable
from html import escape

from markupsafe import Markup

from postil.text.document import Close, Node, Open, Text

_NAMES = {"h1": "h2"}
"""A page's own title is its only `h1`."""


ANY_ROOT = "\0"
"""Stands for the way to the site's root in HTML that several pages share. No text can hold it."""


def at_root(html: Markup, root: str) -> Markup:
    """Shared HTML for a page from which `root` leads to the site's root."""
    return Markup(html.replace(ANY_ROOT, root))  # noqa: S704 -- markup, with its addresses filled in


def root_of(address: str) -> str:
    """The way from a page up to the site's root: `../../` for `actors/x/`."""
    return "../" * address.count("/") or "./"


def to_html(nodes: Iterable[Node], root: str) -> Markup:
    """The nodes as HTML, for a page from which `root` leads to the site's root."""
    return Markup("".join(_write(node, root) for node in nodes))  # noqa: S704 -- each part is escaped


def _write(node: Node, root: str) -> str:
    match node:
        case Text():
            return escape(node.text, quote=False)
        case Close():
            return f"</{_NAMES.get(node.name, node.name)}>"
        case Open():
            attributes = "".join(
                f' {name}="{escape(_relative(name, value, root))}"'
                for name, value in node.attributes
            )
            return f"<{_NAMES.get(node.name, node.name)}{attributes}>"


def _relative(name: str, value: str, root: str) -> str:
    if name == "href" and value.startswith("/"):
        return root + value[1:]
    return value

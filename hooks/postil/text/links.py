"""Where the links of a contributed text lead."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from postil.text.document import Document, Open, Text

_WEB = frozenset({"http", "https", "mailto"})
_RECORD_PATH = re.compile(
    r"(?P<home>articles(?:/[a-z0-9-]+)*|docs/(?:actors|topics|analysts))/(?P<id>[a-z0-9-]+)\.md"
)


@dataclass(frozen=True)
class Link:
    """A link: its destination as written, and its offset in the plain text."""

    destination: str
    start: int


def links(document: Document) -> Iterator[Link]:
    """The links of a document, in order. One whose destination was refused has an empty one."""
    destination: str | None = None
    for node in document.nodes:
        if isinstance(node, Open) and node.name == "a":
            destination = dict(node.attributes).get("href", "")
        elif isinstance(node, Text) and destination is not None:
            yield Link(destination, node.start)
            destination = None


def is_web(destination: str) -> bool:
    """Whether a destination leads out of the archive by a scheme that is allowed."""
    try:
        parts = urlsplit(destination)
    except ValueError:
        return False
    return parts.scheme in _WEB and bool(parts.netloc or parts.scheme == "mailto")


def record_path(destination: str, path: str) -> str | None:
    """The path of the record file that a relative link in the file `path` leads to.

    `None` where it leads to none: out of the archive, to another host, or to no record's place.
    """
    try:
        parts = urlsplit(destination)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return None
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    return target if _RECORD_PATH.fullmatch(target) else None

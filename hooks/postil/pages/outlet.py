"""What an outlet's dossier shows beside passages: the articles that it published."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from postil.markup.html import at_root
from postil.pages.search import search_address
from postil.pages.shelf import Shelf
from postil.pages.site import actor_name
from postil.spool import mark_of

NEWEST = 12
"""Articles that are shown; the search finds the others."""


@dataclass(frozen=True)
class Published:
    """The newest articles of an outlet as lists show them, how many more there are, and where."""

    rows: tuple[Markup, ...]
    total: int
    search: str | None

    @property
    def rest(self) -> int:
        """How many are not shown."""
        return self.total - len(self.rows)


def published(shelf: Shelf, outlet: str, root: str) -> Published:
    """What an actor published of the archive's articles."""
    articles = shelf.outlets.get(outlet, ())
    return Published(
        rows=tuple(at_root(shelf.listed(it), root) for it in articles[:NEWEST]),
        total=len(articles),
        search=search_address(shelf.site, "outlet", actor_name(shelf.site, outlet)),
    )


def published_told(shelf: Shelf, outlet: str) -> Iterator[bytes]:
    """What stands for that."""
    articles = shelf.outlets.get(outlet, ())
    yield str(len(articles)).encode()
    for article in articles[:NEWEST]:
        yield mark_of(shelf.row(article))

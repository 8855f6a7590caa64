"""What comes out: pages, files, and what the search can find."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from postil.model.dates import Edtf

_NOTHING = Markup()


@dataclass(frozen=True)
class SearchEntry:
    """One thing that the search can find.

    `address` may name a place within a page (`…/#note-x`). `title` is empty where it has none of
    its own: of a note, `details` say what it is about. `facets` are what results can be
    narrowed by; `details` are shown with a result; `names` are further words that find it; `when`
    is what lists the newest first.
    """

    address: str
    title: str
    text: str
    language: str
    facets: Mapping[str, tuple[str, ...]]
    details: Mapping[str, str]
    names: tuple[str, ...] = ()
    when: Edtf | None = None


@dataclass(frozen=True)
class Page:
    """One page: its address from the site's root (`actors/x/`), its head, and its content.

    `source` is the path of the file behind it, where one file is. `head` is what stands in its
    `<head>` beside what every page has there.
    """

    address: str
    title: str
    description: str
    kind: str
    html: Markup
    language: str
    source: str | None = None
    head: Markup = _NOTHING


@dataclass(frozen=True)
class PlannedPage:
    """A page that is to be: `compose` makes it.

    `key` stands for all that it is composed of beside templates; nothing where nobody knows that.
    """

    address: str
    title: str
    key: bytes
    compose: Callable[[], Page]


def planned(page: Page) -> PlannedPage:
    """A page that is composed anew for every site."""
    return PlannedPage(page.address, page.title, b"", lambda: page)


@dataclass(frozen=True)
class Asset:
    """A file of the site that is no page."""

    path: str
    content: bytes


@dataclass(frozen=True)
class Stream:
    """A file that may be too large to hold: what it consists of, one piece after another.

    `key` stands for all of that.
    """

    path: str
    key: bytes
    pieces: Iterable[bytes]

"""The ways to narrow the passages on a page: by topic, by outlet, by who else is named.

Each value leads to the articles on the page that have it. So it serves as it stands, and a script
needs nothing else to hide the others.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from postil.model.archive import Record, Target
from postil.model.records import Article
from postil.pages.dates import date_label
from postil.pages.shelf import Shelf
from postil.pages.site import actor_name

MOST = 12
"""Values shown of each kind, those that most articles have."""


@dataclass(frozen=True)
class Place:
    """An article on the page: its id, and what a link to it says."""

    id: str
    label: str


@dataclass(frozen=True)
class Value:
    """A topic, an outlet or an actor, and the articles on the page that have it."""

    id: str
    name: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Facet:
    """Values of one kind: its word in addresses, its label."""

    key: str
    label: str
    values: tuple[Value, ...]


def narrowing(shelf: Shelf, dossier: Target, shown: int) -> tuple[Facet, ...]:
    """The facets of a dossier's newest articles, of which so many are shown."""
    archive = shelf.site.archive
    articles = shelf.appearances[dossier][:shown]
    name_of = partial(actor_name, shelf.site)
    values = partial(_values, [_place(shelf, it) for it in articles])
    facets = (
        Facet(
            "topic",
            "Topic",
            values([it.data.topics for it in articles], lambda it: archive.topics[it].data.name),
        ),
        Facet("outlet", "Outlet", values([[it.data.source.outlet] for it in articles], name_of)),
        Facet("actor", "Also named", values([_named(shelf, it) for it in articles], name_of)),
    )
    return tuple(facet for facet in facets if facet.values)


def _named(shelf: Shelf, article: Record[Article]) -> tuple[str, ...]:
    return shelf.slips[Target("articles", article.id)].named


def _place(shelf: Shelf, article: Record[Article]) -> Place:
    return Place(article.id, date_label(article.data.published, shelf.site.language))


def _values(
    articles: Sequence[Place], ids: Iterable[Iterable[str]], name_of: Callable[[str], str]
) -> tuple[Value, ...]:
    """What some of the articles have, most first; what all of them have narrows nothing."""
    places: dict[str, list[Place]] = defaultdict(list)
    for article, its in zip(articles, ids, strict=True):
        for id_ in its:
            places[id_].append(article)
    some = [Value(id_, name_of(id_), tuple(it)) for id_, it in places.items()]
    narrow = (value for value in some if len(value.places) < len(articles))
    return tuple(sorted(narrow, key=lambda value: (-len(value.places), value.name))[:MOST])

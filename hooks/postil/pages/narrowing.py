"""The ways to narrow the passages on a page: by topic, by outlet, by who else is named.

Each value leads to articles on the page that have it, which serves as it stands. A script that
hides the others needs their numbers only.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from markupsafe import Markup, escape

from postil.model.archive import Record, Target
from postil.model.records import Article
from postil.pages.dates import date_label
from postil.pages.nesting import Entry
from postil.pages.shelf import Shelf
from postil.pages.site import actor_name

MOST = 12
"""Values shown of each kind, those that most articles have."""

MOST_PLACES = 12
"""Links of a value: a page of a year may show hundreds of articles, and every value has as many."""


@dataclass(frozen=True)
class Place:
    """An article on the page: its id, and the link to it, which says its date."""

    id: str
    link: Markup


@dataclass(frozen=True)
class Value:
    """A topic, an outlet or an actor, and the articles on the page that have it.

    `numbers` are those of all of them, the first article of the page being 0; `places` the first.
    """

    id: str
    name: str
    numbers: tuple[int, ...]
    places: tuple[Place, ...]

    @cached_property
    def links(self) -> Markup:
        """The links to its places, in one piece: there are hundreds on a page."""
        return Markup(", ".join(place.link for place in self.places))  # noqa: S704 -- of markup

    def told(self) -> str:
        """What stands for the value in the key of a page."""
        return repr((self.id, self.name, self.numbers, str(self.links)))


@dataclass(frozen=True)
class Facet:
    """Values of one kind: its word in addresses, its label."""

    key: str
    label: str
    values: tuple[Value, ...]

    def told(self) -> bytes:
        """What stands for the facet in the key of a page."""
        return "\n".join([self.key, *(value.told() for value in self.values)]).encode()


def narrowing(shelf: Shelf, dossier: Target, entries: Sequence[Entry]) -> tuple[Facet, ...]:
    """The facets of those of a dossier's articles that a page shows."""
    archive = shelf.site.archive
    articles = [archive.articles[entry.record] for entry in entries]
    own_topic = dossier.id if dossier.kind == "topics" else None
    own_actor = dossier.id if dossier.kind == "actors" else None
    name_of = partial(actor_name, shelf.site)
    values = partial(_values, [_place(shelf, it) for it in articles])
    facets = (
        Facet(
            "topic",
            "Topic",
            values(
                [_without(own_topic, it.data.topics) for it in articles],
                lambda it: archive.topics[it].data.name,
            ),
        ),
        Facet("outlet", "Outlet", values([[it.data.source.outlet] for it in articles], name_of)),
        Facet(
            "actor",
            "Also named",
            values(
                [_without(own_actor, _named(shelf, it)) for it in articles],
                name_of,
            ),
        ),
    )
    return tuple(facet for facet in facets if facet.values)


def _without(own: str | None, ids: Iterable[str]) -> list[str]:
    return [id_ for id_ in ids if id_ != own]


def _named(shelf: Shelf, article: Record[Article]) -> tuple[str, ...]:
    return shelf.slips[Target("articles", article.id)].named


def _place(shelf: Shelf, article: Record[Article]) -> Place:
    label = date_label(article.data.published, shelf.site.language)
    link = f'<a href="#in-{escape(article.id)}">{escape(label)}</a>'
    return Place(article.id, Markup(link))  # noqa: S704 -- its values are escaped


def _values(
    articles: Sequence[Place], ids: Iterable[Iterable[str]], name_of: Callable[[str], str]
) -> tuple[Value, ...]:
    """What some of the articles have, most first; what all of them have narrows nothing."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, its in enumerate(ids):
        for id_ in its:
            numbers[id_].append(number)
    names = {id_: name_of(id_) for id_, its in numbers.items() if len(its) < len(articles)}
    ranked = sorted(names, key=lambda id_: (-len(numbers[id_]), names[id_], id_))[:MOST]
    return tuple(
        Value(
            id_,
            names[id_],
            tuple(numbers[id_]),
            tuple(articles[number] for number in numbers[id_][:MOST_PLACES]),
        )
        for id_ in ranked
    )

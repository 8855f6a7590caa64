"""The ways to narrow the passages on a page: by topic, by outlet, by who else is named.

Each value leads to articles on the page that have it, which serves as it stands. A script that
hides the others needs their numbers only.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

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
class Value:
    """A topic, an outlet or an actor, and the articles on the page that have it.

    `numbers` are those of all `count` articles, the first of the page being 0; `links` lead to the
    first of them. Both are text already, for a page may have thousands.
    """

    id: str
    name: str
    count: int
    numbers: str
    links: Markup

    @property
    def earlier(self) -> int:
        """How many articles have it beyond those that links lead to."""
        return max(0, self.count - MOST_PLACES)


@dataclass(frozen=True)
class Facet:
    """Values of one kind: its word in addresses, its label."""

    key: str
    label: str
    values: tuple[Value, ...]


def narrowing(shelf: Shelf, dossier: Target, entries: Sequence[Entry]) -> tuple[Facet, ...]:
    """The facets of those of a dossier's articles that a page shows."""
    archive = shelf.site.archive
    articles = [archive.articles[entry.record] for entry in entries]
    labels = (date_label(it.data.published, shelf.site.language) for it in articles)
    links = [_link(it.id, label) for it, label in zip(articles, labels, strict=True)]
    values, own = partial(_values, links), {dossier.kind: dossier.id}
    name_of = partial(actor_name, shelf.site)
    topics = values(
        [it.data.topics for it in articles],
        lambda id_: archive.topics[id_].data.name,
        own.get("topics"),
    )
    outlets = values([[it.data.source.outlet] for it in articles], name_of)
    named = values([_named(shelf, it) for it in articles], name_of, own.get("actors"))
    facets = (
        Facet("topic", "Topic", topics),
        Facet("outlet", "Outlet", outlets),
        Facet("actor", "Also named", named),
    )
    return tuple(facet for facet in facets if facet.values)


def topics_told(shelf: Shelf, entries: Sequence[Entry]) -> bytes:
    """What stands for the names of the topics that narrow: those that some of the entries have."""
    archive = shelf.site.archive
    topics = [frozenset(archive.articles[entry.record].data.topics) for entry in entries]
    narrows = frozenset().union(*topics) - frozenset.intersection(*topics) if topics else ()
    return repr([archive.topics[topic].data.name for topic in sorted(narrows)]).encode()


def _named(shelf: Shelf, article: Record[Article]) -> tuple[str, ...]:
    return shelf.slips[Target("articles", article.id)].named


@cache
def _link(article: str, label: str) -> Markup:
    """The link to an article on the page, by its id: it stands on the pages of many dossiers."""
    return Markup(f'<a href="#in-{escape(article)}">{escape(label)}</a>')  # noqa: S704 -- escaped


def _values(
    links: Sequence[Markup],
    ids: Iterable[Iterable[str]],
    name_of: Callable[[str], str],
    own: str | None = None,
) -> tuple[Value, ...]:
    """What some of the articles have, most first, but for what the page is about.

    What all of them have narrows nothing.
    """
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, its in enumerate(ids):
        for id_ in its:
            numbers[id_].append(number)
    if own is not None:
        numbers.pop(own, None)
    return tuple(
        Value(
            id_,
            name,
            len(numbers[id_]),
            " ".join(map(str, numbers[id_])),
            Markup(", ".join(links[number] for number in numbers[id_][:MOST_PLACES])),  # noqa: S704
        )
        for id_, name in _most_frequent(numbers, len(links), name_of)
    )


def _most_frequent(
    numbers: Mapping[str, Sequence[int]], articles: int, name_of: Callable[[str], str]
) -> Sequence[tuple[str, str]]:
    """Ids with their names, most first, and of as many in the order of names."""
    counts = {id_: len(its) for id_, its in numbers.items() if len(its) < articles}
    fewest = min(sorted(counts.values(), reverse=True)[:MOST], default=0)
    named = [(id_, name_of(id_)) for id_, count in counts.items() if count >= fewest]
    return sorted(named, key=lambda it: (-counts[it[0]], it[1], it[0]))[:MOST]

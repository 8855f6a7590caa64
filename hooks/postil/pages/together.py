"""Who is named together with the subject of a dossier, and who of them with one another.

Whoever is in nearly every article is there with everyone, and that tells nothing. So a tie is as
strong as the part that two share of the articles that name either (the Jaccard index).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from postil.model.archive import Target
from postil.pages.dates import short_month
from postil.pages.notes import Link, actor_link, article_link
from postil.pages.shelf import Shelf

MOST = 12
"""Actors shown, those named together most often. With more, nobody follows a line."""

_MOST_TIES = 14
"""Lines among them, the strongest: all of them would be a thicket."""

_FEWEST_SHARED = 2
"""Articles that make a tie. One alone may be a list of guests."""

_WEAKEST = 0.5
"""The strength of a tie that is drawn."""

ROW = 20
"""The height of a row, in the units of the drawing."""

_WIDTH = 100
_NEAR, _STEP = 26, 9
"""How far a line bends out between neighbours, and how much more with each row between."""

_BROADEST = 3
"""Pixels of the strongest line."""


@dataclass(frozen=True)
class Companion:
    """An actor: in how many articles of the dossier, in which of them last, and with whom else."""

    actor: Link
    count: int
    last: Link
    month: str
    tied: tuple[str, ...]


@dataclass(frozen=True)
class Tie:
    """A line between two rows: its path, and how broad it is in pixels."""

    path: str
    width: int


@dataclass(frozen=True)
class Together:
    """The rows of a table, most named first, and the lines that join them."""

    companions: tuple[Companion, ...]
    ties: tuple[Tie, ...]

    @property
    def height(self) -> int:
        """Of the drawing beside the rows."""
        return ROW * len(self.companions)


def together(shelf: Shelf, dossier: Target) -> Together:
    """Those whom the articles of a dossier name beside its subject.

    Only these articles count, for ties too: what else the archive says of others is theirs.
    """
    archive = shelf.site.archive
    articles = shelf.appearances[dossier]
    own = {dossier.id} if dossier.kind == "actors" else set()
    named = [set(shelf.slips[Target("articles", it.id)].named) - own for it in articles]
    counts = Counter(chain.from_iterable(named))
    on_record = counts.keys() & archive.actors.keys()
    ranked = sorted(on_record, key=lambda id_: (-counts[id_], id_))[:MOST]
    shown = set(ranked)
    last = {
        id_: article
        for article, ids in zip(reversed(articles), reversed(named), strict=True)
        for id_ in ids & shown
    }
    ties = _strongest([counts[id_] for id_ in ranked], _pairs(ranked, named))
    names = {id_: actor_link(shelf.site, id_) for id_ in ranked}
    companions = (
        Companion(
            names[id_],
            counts[id_],
            article_link(shelf.site, last[id_].id),
            short_month(last[id_].data.published, shelf.site.language),
            tuple(names[ranked[other]].name for pair in ties for other in _other(pair, row)),
        )
        for row, id_ in enumerate(ranked)
    )
    return Together(tuple(companions), tuple(lines(ties)))


def _pairs(ranked: Sequence[str], named: Iterable[set[str]]) -> Iterator[tuple[int, int]]:
    """The pairs of rows that an article names, for every article."""
    rows = {id_: row for row, id_ in enumerate(ranked)}
    for ids in named:
        yield from combinations(sorted(rows[id_] for id_ in ids & rows.keys()), 2)


def _strongest(
    counts: Sequence[int], pairs: Iterable[tuple[int, int]]
) -> Mapping[tuple[int, int], float]:
    """The strongest ties between rows that have these counts, with how strong they are."""
    ties = {
        (one, other): shared / (counts[one] + counts[other] - shared)
        for (one, other), shared in Counter(pairs).items()
        if shared >= _FEWEST_SHARED
    }
    strong = [(pair, strength) for pair, strength in ties.items() if strength >= _WEAKEST]
    return dict(sorted(strong, key=lambda item: (-item[1], item[0]))[:_MOST_TIES])


def _other(pair: tuple[int, int], row: int) -> Iterator[int]:
    if row in pair:
        yield pair[0] if pair[1] == row else pair[1]


def lines(ties: Mapping[tuple[int, int], float]) -> Iterator[Tie]:
    """The lines that stand for ties between rows: the further apart, the further they bend out."""
    for (upper, lower), strength in ties.items():
        top, bottom = (row * ROW + ROW // 2 for row in (upper, lower))
        bend = max(0, _WIDTH - _NEAR - _STEP * (lower - upper))
        path = f"M{_WIDTH} {top}C{bend} {top} {bend} {bottom} {_WIDTH} {bottom}"
        yield Tie(path, max(1, round(_BROADEST * strength)))

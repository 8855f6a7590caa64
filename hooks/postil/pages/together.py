"""Who is named together with the subject of a dossier, and who of them with one another."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from postil.model.archive import Target
from postil.pages.notes import Link, actor_link
from postil.pages.shelf import Shelf

MOST = 12
"""Actors shown, those named together most often. With more, nobody follows a line."""

_MOST_TIES = 16
"""Lines among them, the strongest: all of them would be a thicket."""

_FEWEST_SHARED = 2
"""Articles that make a tie. One alone may be a list of guests."""

ROW = 20
"""The height of a row, in the units of the drawing."""

_WIDTH = 100
_NEAR, _STEP = 20, 11
"""How far a line bends out between neighbours, and how much more with each row between."""

_BROADEST = 4
"""Pixels of the strongest line."""


@dataclass(frozen=True)
class Companion:
    """An actor: in how many articles of the dossier, in which year last, and with whom else."""

    actor: Link
    count: int
    last: int
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
    counts = Counter(id_ for ids in named for id_ in ids if id_ in archive.actors)
    ranked = sorted(counts, key=lambda id_: (-counts[id_], id_))[:MOST]
    last = {
        id_: article.data.published.year
        for article, ids in zip(reversed(articles), reversed(named), strict=True)
        for id_ in ids
    }
    ties = _strongest(ranked, named)
    names = {id_: actor_link(shelf.site, id_) for id_ in ranked}
    companions = (
        Companion(
            names[id_],
            counts[id_],
            last[id_],
            tuple(names[ranked[other]].name for pair in ties for other in _other(pair, row)),
        )
        for row, id_ in enumerate(ranked)
    )
    return Together(tuple(companions), tuple(_lines(ties)))


def _strongest(ranked: Sequence[str], named: Sequence[set[str]]) -> Counter[tuple[int, int]]:
    """The pairs of rows that share most articles, with how many."""
    rows = {id_: row for row, id_ in enumerate(ranked)}
    shared = Counter(
        pair
        for ids in named
        for pair in combinations(sorted(rows[id_] for id_ in ids & rows.keys()), 2)
    )
    strongest = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_MOST_TIES]
    return Counter({pair: count for pair, count in strongest if count >= _FEWEST_SHARED})


def _other(pair: tuple[int, int], row: int) -> Iterator[int]:
    if row in pair:
        yield pair[0] if pair[1] == row else pair[1]


def _lines(ties: Counter[tuple[int, int]]) -> Iterator[Tie]:
    most = max(ties.values(), default=1)
    for (upper, lower), count in ties.items():
        top, bottom = (row * ROW + ROW // 2 for row in (upper, lower))
        bend = max(0, _WIDTH - _NEAR - _STEP * (lower - upper))
        path = f"M{_WIDTH} {top}C{bend} {top} {bend} {bottom} {_WIDTH} {bottom}"
        yield Tie(path, max(1, round(_BROADEST * count / most)))

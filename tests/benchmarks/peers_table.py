"""What was measured, as lines of text: a table for each kind of build."""

from collections.abc import Iterator, Mapping

from measuring import Builds
from peer import SEARCHES, Peer, Search
from turns import Result

COLUMNS = (
    ("pages", 7),
    ("time", 9),
    ("fastest–slowest", 16),
    ("to Material", 12),
    ("to Hugo", 9),
    ("CPU", 9),
    ("memory", 9),
)

RIVALS = ("Material", "Hugo")

_NAME = 10

Measured = Mapping[Peer, Builds | str]
"""What the builds of each peer took, or why it was left out."""


def tables(articles: int, results: Mapping[Peer, Result | str]) -> Iterator[str]:
    """The lines on one number of articles. A peer that was left out has its reason instead."""
    kinds = {
        "from nothing": {p: r if isinstance(r, str) else r.whole for p, r in results.items()},
        "after a change": {p: r if isinstance(r, str) else r.again for p, r in results.items()},
    }
    for kind, measured in kinds.items():
        for search in SEARCHES:
            rows = [peer for peer in measured if peer.search == search]
            if rows:
                yield f"{articles:,} articles, {kind}, {search}"
                yield f"{'':{_NAME}}" + "".join(f"{title:>{width}}" for title, width in COLUMNS)
                yield from (_row(peer, measured) for peer in rows)
                yield ""


def _row(peer: Peer, measured: Measured) -> str:
    took = measured[peer]
    if isinstance(took, str):
        return f"{peer.name:{_NAME}} left out: {took}"
    cells = (
        f"{took.pages:,}",
        f"{took.time:.2f} s",
        f"{min(took.times):.2f}–{max(took.times):.2f} s",
        *(_ratio(took, _rival(name, peer.search, measured)) for name in RIVALS),
        f"{took.cpu:.2f} s",
        f"{took.memory / 1e6:,.0f} MB",
    )
    padded = (f"{cell:>{width}}" for cell, (_, width) in zip(cells, COLUMNS, strict=True))
    return f"{peer.name:{_NAME}}" + "".join(padded)


def _rival(name: str, search: Search, measured: Measured) -> Builds | None:
    """The builds of a rival that are like these; where it has no search, those without one."""
    alike = {peer.search: took for peer, took in measured.items() if peer.name == name}
    took = alike.get(search, alike.get("without search"))
    return None if isinstance(took, str) else took


def _ratio(took: Builds, rival: Builds | None) -> str:
    return f"× {took.time / rival.time:.2f}" if rival else "–"

"""Builds of many sites in turn, so that whatever else the machine does meets all alike."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generate import WRITERS
from invented import make_archive
from measuring import USUAL, Build, BuildError, Builds, measure, tell
from peer import Peer

SITE = "site"
"""The folder in a site's own that all peers build into."""


@dataclass(frozen=True)
class Turn:
    """A build from nothing and one after a change."""

    whole: Build
    again: Build


@dataclass(frozen=True)
class Result:
    """What a peer's builds took."""

    whole: Builds
    again: Builds


def compare(
    articles: int, seed: int, folder: Path, runs: int, programs: Mapping[Peer, Path]
) -> dict[Peer, Result | str]:
    """What the builds of this many articles took; of a peer whose build failed, the reason.

    The sites are written below `folder` and built in turn, once uncounted and `runs` times counted.
    """
    archive = make_archive(articles, seed)
    for name in dict.fromkeys(peer.site for peer in programs):
        tell(f"{articles:,} articles: writing {name}")
        WRITERS[name](archive, folder / name)
    written = {site.name: frozenset(site.iterdir()) for site in folder.iterdir()}
    turns: dict[Peer, list[Turn]] = {peer: [] for peer in programs}
    pages: dict[Peer, int] = {}
    failed: dict[Peer, str] = {}
    for run in range(runs + 1):
        for peer in [peer for peer in programs if peer not in failed]:
            tell(f"{articles:,} articles, turn {run} of {runs}: {peer.name}")
            site = folder / peer.site
            try:
                turns[peer].append(_turn(peer, programs[peer], site, written[peer.site], run))
            except BuildError as error:
                failed[peer] = str(error).strip().splitlines()[-1]
            pages[peer] = sum(1 for _ in (site / SITE).rglob("*.html"))
    tell("")
    return {peer: failed.get(peer) or _result(pages[peer], turns[peer][1:]) for peer in programs}


def _result(pages: int, turns: list[Turn]) -> Result:
    return Result(
        Builds(pages, tuple(turn.whole for turn in turns)),
        Builds(pages, tuple(turn.again for turn in turns)),
    )


def _turn(peer: Peer, program: Path, site: Path, written: frozenset[Path], run: int) -> Turn:
    """One turn of a peer. Raises `BuildError` where a build fails or does not show the change."""
    for left in frozenset(site.iterdir()) - written:
        if left.is_dir():
            shutil.rmtree(left)
        else:
            left.unlink()
    caches = {"XDG_CACHE_HOME": str(site / ".cache"), "HUGO_CACHEDIR": str(site / ".cache/hugo")}
    environment = {**USUAL, **caches}
    whole = measure((str(program), *peer.whole), site, environment)
    words = f"These words came with change {run}."
    with peer.edit(site / peer.texts, run, words) as article:
        again = measure((str(program), *peer.again), site, environment)
    if not any(words in page for page in _pages_of(article, site / SITE)):
        raise BuildError("the change does not show in the site")
    return Turn(whole, again)


def _pages_of(article: str, site: Path) -> Iterator[str]:
    for path in site.rglob(f"{article}/index.html"):
        yield path.read_text(encoding="utf-8")

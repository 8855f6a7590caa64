"""Who and what a made-up archive speaks of: actors, outlets, topics and places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import accumulate
from random import Random
from typing import TypeVar

from words import NARROW, WIDE, words

OUTLETS = 8
PLACES = 20_000

Item = TypeVar("Item")


@dataclass(frozen=True)
class Actor:
    """An actor; `short` is the name that it goes by after its first mention."""

    id: str
    name: str
    short: str
    type: str


@dataclass(frozen=True)
class Topic:
    """A topic; a wide one has no parent."""

    id: str
    name: str
    parent: str | None


@dataclass(frozen=True)
class Note:
    """A note on words of an article."""

    id: str
    by: str
    date: date
    quote: str
    kind: str
    body: str


@dataclass(frozen=True)
class Article:
    """An article; `body` is Markdown."""

    id: str
    title: str
    published: date
    outlet: str
    topics: tuple[str, ...]
    actors: tuple[str, ...]
    summary: str
    body: str
    note: Note | None


@dataclass(frozen=True)
class Archive:
    """An archive of `count` articles: all that they speak of, and the seed they come from."""

    count: int
    seed: int
    actors: tuple[Actor, ...]
    outlets: tuple[Actor, ...]
    topics: tuple[Topic, ...]
    places: tuple[str, ...]


def make_archive(count: int, seed: int) -> Archive:
    """The archive of this many articles."""
    rng = Random(f"{seed}/names")
    names = _invented_names(rng)
    return Archive(
        count=count,
        seed=seed,
        actors=tuple(_actor(rng, index, next(names)) for index in range(max(10, count // 10))),
        outlets=tuple(_outlet(rng, next(names)) for _ in range(OUTLETS)),
        topics=tuple(_topics()),
        places=tuple(next(names) for _ in range(PLACES)),
    )


def _invented_names(rng: Random) -> Iterator[str]:
    """Names that stand for nobody, each given once: `Kleindberg`, `Travovka`, `Zermalmin`."""
    given: set[str] = set()
    while True:
        sounds = ["onset", *(["vowel", "middle"] * rng.randint(1, 2)), "ending"]
        name = "".join(rng.choice(words(sound)) for sound in sounds)
        if name not in given:
            given.add(name)
            yield name


def _actor(rng: Random, index: int, name: str) -> Actor:
    """Of ten actors six are people, two organisations, one a public body and one a state."""
    match index % 10:
        case 3 | 7:
            return _named(f"{name} {rng.choice(words('body'))}", name, "Organization")
        case 5:
            return _named(f"{name} Ministry", name, "PublicBody")
        case 9:
            return _named(f"{name} Republic", name, "State")
        case _:
            return _named(f"{rng.choice(words('given name'))} {name}", name, "Person")


def _outlet(rng: Random, name: str) -> Actor:
    return _named(f"{name} {rng.choice(words('paper'))}", name, "MediaOutlet")


def _named(name: str, short: str, type_: str) -> Actor:
    return Actor(slug(name), name, short, type_)


def _topics() -> Iterator[Topic]:
    """The wide topics, each followed by its narrow ones."""
    for wide, narrow in zip(WIDE, NARROW, strict=True):
        yield Topic(slug(wide), wide, None)
        for subject in narrow.split():
            yield Topic(slug(f"{wide} {subject}"), f"{wide}: {subject}", slug(wide))


def slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


@cache
def _zipf(count: int) -> tuple[float, ...]:
    """Cumulative weights for `count` things, of which the k-th has the weight 1/k."""
    return tuple(accumulate(1 / rank for rank in range(1, count + 1)))


def choose(rng: Random, items: Sequence[Item]) -> Item:
    """One of the items by Zipf's law: the first comes most often."""
    return rng.choices(items, cum_weights=_zipf(len(items)))[0]

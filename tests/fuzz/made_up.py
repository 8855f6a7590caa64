"""Actors with given names, and an article that declares words, to look for names with."""

from postil.model.archive import Positions, Record
from postil.model.dates import parse_edtf
from postil.model.records import Actor, Article, Source


def actors_of(names: list[str]) -> dict[str, Record[Actor]]:
    """An actor for each name, which is strong, weak or a never in turn."""
    return {
        f"x{index}": _record(f"x{index}", _actor(index, name)) for index, name in enumerate(names)
    }


def _actor(index: int, name: str) -> Actor:
    of_its_own = {"name": name if index % 3 == 0 else f"Actor {index}"}
    more = {1: {"weak_aliases": (name,)}, 2: {"never": (name,)}}.get(index % 3, {})
    return Actor(**of_its_own, **more, type="Person", summary="Somebody.")


def declaring(mentions: dict[str, str]) -> Article:
    """An article whose `mentions` are these."""
    return Article(
        title="Talks",
        published=parse_edtf("2025"),
        source=Source(outlet="The Courier"),
        topics=("talks",),
        mentions=mentions,
    )


def _record(id_: str, data: Actor) -> Record[Actor]:
    return Record(id_, f"docs/actors/{id_}.md", data, b"", Positions("x", {}, 1), {})

"""Who answers to a name, and through which key of the record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from postil.linking.lexicon import Lexicon
from postil.model.archive import Record
from postil.model.records import Actor
from postil.model.values import as_tuple
from postil.reading.nearest import nearest_few
from postil.text.folding import folded

Strength = Literal["strong", "weak", "never"]

_FEW = 3
"""Names that are suggested in place of one that nobody answers to."""


@dataclass(frozen=True)
class Bearing:
    """That an actor answers to a name: how, and through which key of the record (`names.uk`).

    `language` is that of the articles in which the name is a form of the actor's names; elsewhere
    `key` is empty and the name counts in all articles.
    """

    actor: str
    strength: Strength
    key: str = ""
    language: str = ""


def bearings(
    name: str, actors: Mapping[str, Record[Actor]], lexicons: Mapping[str, Lexicon]
) -> list[Bearing]:
    """All who answer to a name in articles of the languages of these lexicons."""
    form = folded(name)
    found = [
        Bearing(id_, strength, key)
        for id_, record in actors.items()
        for key, strength, given in names_by_key(record.data)
        if folded(given) == form
    ]
    recorded = {bearing.actor for bearing in found}
    for language, lexicon in lexicons.items():
        if bearers := lexicon.names.get(form):
            strengths: tuple[tuple[Strength, tuple[str, ...]], ...] = (
                ("strong", bearers.strong),
                ("weak", bearers.weak),
            )
            found += [
                Bearing(id_, strength, language=language)
                for strength, ids in strengths
                for id_ in ids
                if id_ not in recorded
            ]
    return found


def names_by_key(actor: Actor) -> Iterator[tuple[str, Strength, str]]:
    """Every name in a record with its key and what the key makes of it."""
    yield "name", "strong", actor.name
    for language, names in actor.names.items():
        for name in as_tuple(names):
            yield f"names.{language}", "strong", name
    for key in ("aliases", "previous_names"):
        for name in getattr(actor, key):
            yield key, "strong", name
    for name in actor.weak_aliases:
        yield "weak_aliases", "weak", name
    for name in actor.never:
        yield "never", "never", name


def nearest_names(name: str, actors: Mapping[str, Record[Actor]]) -> list[tuple[str, str]]:
    """The known names that are most like one that nobody answers to, each with an actor."""
    known = {
        given: id_ for id_, record in actors.items() for _, _, given in names_by_key(record.data)
    }
    return [(close, known[close]) for close in nearest_few(name, known, _FEW)]

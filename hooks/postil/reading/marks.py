"""Where the keys and values of a front matter stand, looked up in its text when a fault asks.

Nearly all files have no fault, and nobody ever asks where something in them stands.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from yaml import (
    CSafeLoader,
    Event,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from postil.model.compact import Compact

KeyPath = tuple[str | int, ...]
"""The way to a value in a front matter, such as `("source", "url")` or `("topics", 0)`."""

Mark = tuple[int, int]
"""A line and a column, both from 1."""

_REMEMBERED = 8
"""Texts whose marks are kept: who asks for one asks for others of the same file next."""


@dataclass(frozen=True, slots=True)
class Marks(Compact, Mapping[KeyPath, Mark]):
    """The mark of every value in a front matter that can be read.

    `text` begins on the file's line `first_line`.
    """

    text: str
    first_line: int

    def __getitem__(self, keys: KeyPath) -> Mark:
        return _found(self.text, self.first_line)[1][keys]

    def __iter__(self) -> Iterator[KeyPath]:
        return iter(_found(self.text, self.first_line)[1])

    def __len__(self) -> int:
        return len(_found(self.text, self.first_line)[1])

    @property
    def of_keys(self) -> Mapping[KeyPath, Mark]:
        """The mark of every key, by the way to its value."""
        return _found(self.text, self.first_line)[0]


def events(text: str) -> Iterator[Event]:
    """What the parser finds in a front matter, in order. Raises `yaml.YAMLError` on the way."""
    return iter(CSafeLoader(text).get_event, None)


def mark(event: Event, first_line: int) -> Mark:
    """Where what the parser found begins, in a text whose first line is `first_line`."""
    at = event.start_mark
    assert at is not None  # noqa: S101 -- the parser marks every event
    return at.line + first_line, at.column + 1


@lru_cache(maxsize=_REMEMBERED)
def _found(text: str, first_line: int) -> tuple[dict[KeyPath, Mark], dict[KeyPath, Mark]]:
    """The marks of all keys, and those of all values."""
    of_keys: dict[KeyPath, Mark] = {}
    of_values: dict[KeyPath, Mark] = {}
    found = events(text)
    root = next((event for event in found if isinstance(event, MappingStartEvent)), None)
    for keys, key, value in _inside(root, (), found):
        if key:
            of_keys[keys] = mark(key, first_line)
        of_values[keys] = mark(value, first_line)
    return of_keys, of_values


Entry = tuple[KeyPath, Event | None, Event]
"""The way to a value, its key if it has one, and the value."""


def _inside(outer: Event | None, way: KeyPath, found: Iterator[Event]) -> Iterator[Entry]:
    """Everything in a mapping or list that `outer` begins, however deep."""
    if isinstance(outer, MappingStartEvent):
        while isinstance(key := next(found), ScalarEvent):
            yield from _entry((*way, key.value), key, next(found), found)
    elif isinstance(outer, SequenceStartEvent):
        number = 0
        while not isinstance(item := next(found), SequenceEndEvent):
            yield from _entry((*way, number), None, item, found)
            number += 1


def _entry(
    way: KeyPath, key: Event | None, value: Event, found: Iterator[Event]
) -> Iterator[Entry]:
    yield way, key, value
    yield from _inside(value, way, found)

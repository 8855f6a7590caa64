"""Front matter as YAML 1.2's core schema has it, with the place of every key and value.

Built from the parser's events, because the tree that PyYAML composes hides what matters here:
aliases (which can explode), tags, and the second of two equal keys.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from yaml import (
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from postil.diagnostics.bounds import shortened
from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place
from postil.reading.marks import KeyPath, Mark, Marks, events, mark

_MAX_DEPTH = 8
"""Records nest three deep; what nests deeper is no record."""

_CONSTANTS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


@dataclass(frozen=True)
class Yaml:
    """A mapping as it was written. Numbers and dates stay text: the record's fields type them.

    `marks` says where its values stand.
    """

    path: str
    data: dict[str, object]
    marks: Marks

    def value_place(self, keys: KeyPath) -> Place:
        """The place of a value, or of the nearest thing around it that has one."""
        for length in range(len(keys), 0, -1):
            if found := self.marks.get(keys[:length]):
                return Place(self.path, *found)
        return Place(self.path)

    def key_place(self, keys: KeyPath) -> Place:
        """The place of a key."""
        found = self.marks.of_keys.get(keys)
        return Place(self.path, *found) if found else self.value_place(keys)


@dataclass(frozen=True)
class YamlFaultError(Exception):
    """What makes a front matter unreadable; becomes a diagnostic before anyone else sees it."""

    code: Code
    line: int
    column: int
    message: str
    remedy: str


def read_yaml(text: str, path: str, first_line: int) -> Yaml | Diagnostic:
    """The mapping in `text`, whose first line is the file's line `first_line`."""
    try:
        return _Reader(text, path, first_line).mapping()
    except YamlFaultError as fault:
        place = Place(path, fault.line, fault.column)
        return Diagnostic(place, fault.code, fault.message, fault.remedy)
    except yaml.YAMLError as error:
        return _syntax(error, path, first_line)


def _syntax(error: yaml.YAMLError, path: str, first_line: int) -> Diagnostic:
    mark = getattr(error, "problem_mark", None)
    place = (
        Place(path, mark.line + first_line, mark.column + 1) if mark else Place(path, first_line)
    )
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    return Diagnostic(
        place,
        Code.YAML_SYNTAX,
        f"The front matter cannot be read: {problem}",
        'Write `key: value`, indent with spaces, put a value that holds ": " or " #" in quotes.',
    )


class _Reader:
    """Walks the events of one document. A class, for what every step of the walk needs."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self._events: Iterator[Event] = events(text)
        self._path = path
        self._marks = Marks(text, first_line)
        self._first_line = first_line
        self._lines = [*text.split("\n"), ""] if "#" in text else []

    def mapping(self) -> Yaml:
        event = next(self._events)
        while isinstance(event, StreamStartEvent | DocumentStartEvent):
            event = next(self._events)
        if isinstance(event, StreamEndEvent):
            return Yaml(self._path, {}, self._marks)
        if not isinstance(event, MappingStartEvent):
            raise self._fault(
                event,
                Code.YAML_SYNTAX,
                "The front matter is not a list of keys with values",
                "Write one `key: value` on each line.",
            )
        self._refuse_features(event)
        data = self._mapping(0)
        rest = next(self._events)
        if not isinstance(next(self._events), StreamEndEvent):
            raise self._fault(
                rest,
                Code.YAML_SYNTAX,
                "The front matter holds more than one document",
                "Keep one block of keys between the two lines ---.",
            )
        return Yaml(self._path, data, self._marks)

    def _value(self, event: Event, depth: int) -> object:
        self._refuse_features(event)
        if depth > _MAX_DEPTH:
            raise self._fault(
                event,
                Code.YAML_FEATURE,
                f"The front matter nests deeper than {_MAX_DEPTH} levels",
                "No record needs that; write it flatter.",
            )
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if isinstance(event, MappingStartEvent):
            return self._mapping(depth)
        assert isinstance(event, SequenceStartEvent)  # noqa: S101 -- the only kind left
        return self._sequence(depth)

    def _scalar(self, event: ScalarEvent) -> object:
        if event.style:
            return event.value
        if self._lines and event.value:
            self._refuse_cut(event)
        return _CONSTANTS.get(event.value, event.value)

    def _mapping(self, depth: int) -> dict[str, object]:
        data: dict[str, object] = {}
        keys: dict[str, Event] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            self._refuse_features(event)
            if not isinstance(event, ScalarEvent):
                raise self._fault(
                    event,
                    Code.YAML_FEATURE,
                    "A key is a list or a mapping",
                    "Write keys as single words.",
                )
            key = event.value
            if key in keys:
                line = self._at(keys[key])[0]
                raise self._fault(
                    event,
                    Code.DUPLICATE_KEY,
                    f"`{shortened(key)}` stands here a second time; the first is on line {line}",
                    "Keep one of the two.",
                )
            keys[key] = event
            data[key] = self._value(next(self._events), depth + 1)
        return data

    def _sequence(self, depth: int) -> list[object]:
        items: list[object] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            items.append(self._value(event, depth + 1))
        return items

    def _refuse_cut(self, event: ScalarEvent) -> None:
        """A comment behind a value: mostly it was meant to be a part of it ("point #4")."""
        end = event.end_mark
        assert end is not None  # noqa: S101 -- the parser marks every event
        if self._lines[end.line][end.column :].lstrip().startswith("#"):
            raise YamlFaultError(
                Code.YAML_FEATURE,
                end.line + self._first_line,
                end.column + 1,
                "What stands behind # is not read",
                "Put the value in quotes if # is part of it, or the remark on a line of its own.",
            )

    def _refuse_features(self, event: Event) -> None:
        """Anchors, aliases and tags: no record needs them, and they can carry a bomb."""
        if anchor := getattr(event, "anchor", None):
            raise self._fault(
                event,
                Code.YAML_FEATURE,
                f"Anchors and aliases (&{shortened(anchor)}, *{shortened(anchor)}) are not read",
                "Write the value out; put it in quotes if it is meant to begin with & or *.",
            )
        if tag := getattr(event, "tag", None):
            raise self._fault(
                event,
                Code.YAML_FEATURE,
                f"Tags ({shortened(tag)}) are not read",
                "Write the value without a tag; put it in quotes if it is meant to begin with !.",
            )

    def _at(self, event: Event) -> Mark:
        return mark(event, self._first_line)

    def _fault(self, event: Event, code: Code, message: str, remedy: str) -> YamlFaultError:
        return YamlFaultError(code, *self._at(event), message, remedy)

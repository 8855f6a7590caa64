"""Front matter as YAML 1.2's core schema has it, with the place of every key and value.

Built from the parser's events, because the tree that PyYAML composes hides what matters here:
aliases (which can explode), tags, and the second of two equal keys.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from postil.diagnostics.bounds import shortened
from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place

KeyPath = tuple[str | int, ...]

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

    `keys` and `values` map a path such as `("source", "url")` to the line and column of the key
    and of its value.
    """

    path: str
    data: dict[str, object]
    keys: dict[KeyPath, tuple[int, int]]
    values: dict[KeyPath, tuple[int, int]]

    def value_place(self, keys: KeyPath) -> Place:
        """The place of a value, or of the nearest thing around it that has one."""
        for length in range(len(keys), 0, -1):
            if found := self.values.get(keys[:length]):
                return Place(self.path, *found)
        return Place(self.path)

    def key_place(self, keys: KeyPath) -> Place:
        """The place of a key."""
        found = self.keys.get(keys)
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
    """Walks the events of one document. A class, for the places it collects on the way."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self._events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
        self._path = path
        self._lines = [*text.split("\n"), ""]
        self._first_line = first_line
        self._keys: dict[KeyPath, tuple[int, int]] = {}
        self._values: dict[KeyPath, tuple[int, int]] = {}

    def mapping(self) -> Yaml:
        event = next(self._events)
        while isinstance(event, (yaml.StreamStartEvent, yaml.DocumentStartEvent)):
            event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            return Yaml(self._path, {}, {}, {})
        if not isinstance(event, yaml.MappingStartEvent):
            raise self._fault(
                event,
                Code.YAML_SYNTAX,
                "The front matter is not a list of keys with values",
                "Write one `key: value` on each line.",
            )
        data = self._mapping(event, ())
        rest = next(self._events)
        if not isinstance(next(self._events), yaml.StreamEndEvent):
            raise self._fault(
                rest,
                Code.YAML_SYNTAX,
                "The front matter holds more than one document",
                "Keep one block of keys between the two lines ---.",
            )
        return Yaml(self._path, data, self._keys, self._values)

    def _value(self, event: yaml.Event, path: KeyPath) -> object:
        self._refuse_features(event)
        if len(path) > _MAX_DEPTH:
            raise self._fault(
                event,
                Code.YAML_FEATURE,
                f"The front matter nests deeper than {_MAX_DEPTH} levels",
                "No record needs that; write it flatter.",
            )
        self._values[path] = self._at(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        assert isinstance(event, yaml.ScalarEvent)  # noqa: S101 -- the only kind left
        plain = event.style in {None, ""}
        if plain and event.value:
            self._refuse_cut(event)
        return _CONSTANTS.get(event.value, event.value) if plain else event.value

    def _mapping(self, start: yaml.Event, path: KeyPath) -> dict[str, object]:
        self._refuse_features(start)
        data: dict[str, object] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            self._refuse_features(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise self._fault(
                    event,
                    Code.YAML_FEATURE,
                    "A key is a list or a mapping",
                    "Write keys as single words.",
                )
            key = event.value
            if key in data:
                line = self._keys[*path, key][0]
                raise self._fault(
                    event,
                    Code.DUPLICATE_KEY,
                    f"`{shortened(key)}` stands here a second time; the first is on line {line}",
                    "Keep one of the two.",
                )
            self._keys[*path, key] = self._at(event)
            data[key] = self._value(next(self._events), (*path, key))
        return data

    def _sequence(self, path: KeyPath) -> list[object]:
        items: list[object] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return items

    def _refuse_cut(self, event: yaml.ScalarEvent) -> None:
        """A comment behind a value: mostly it was meant to be a part of it ("point #4")."""
        mark = event.end_mark
        assert mark is not None  # noqa: S101 -- the parser marks every event
        if self._lines[mark.line][mark.column :].lstrip().startswith("#"):
            raise YamlFaultError(
                Code.YAML_FEATURE,
                mark.line + self._first_line,
                mark.column + 1,
                "What stands behind # is not read",
                "Put the value in quotes if # is part of it, or the remark on a line of its own.",
            )

    def _refuse_features(self, event: yaml.Event) -> None:
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

    def _at(self, event: yaml.Event) -> tuple[int, int]:
        mark = event.start_mark
        assert mark is not None  # noqa: S101 -- the parser marks every event
        return mark.line + self._first_line, mark.column + 1

    def _fault(self, event: yaml.Event, code: Code, message: str, remedy: str) -> YamlFaultError:
        return YamlFaultError(code, *self._at(event), message, remedy)

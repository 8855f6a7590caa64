"""From a mapping to a record: the one model decides, and all faults of a file are told at once."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place
from postil.model.dates import DateError
from postil.model.records import Actor, Analyst, Article, Note, Topic
from postil.model.values import AddressError
from postil.reading.yaml_core import KeyPath, Yaml

RecordType = type[Article] | type[Actor] | type[Topic] | type[Analyst] | type[Note]

RECORD_TYPES: Mapping[str, RecordType] = {
    "article": Article,
    "actor": Actor,
    "topic": Topic,
    "analyst": Analyst,
    "note": Note,
}

_EXTENSION = "x-"
_CLOSE_ENOUGH = 60
"""Of 100, rapidfuzz's scale: "tittle" and "title" are at 91, "ulr" and "url" at 67."""

_LONGEST_SHOWN = 60
"""Characters of a value that a diagnostic repeats."""

_WHOLE_TYPES = {
    "string_type": "a text",
    "tuple_type": "a list, one item on a line behind `- `",
    "mapping_type": "keys with values, indented below it",
    "dict_type": "keys with values, indented below it",
    "dataclass_type": "keys with values, indented below it",
    "dataclass_exact_type": "keys with values, indented below it",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
}
_UNKNOWN_KEY = "unexpected_keyword_argument"
_STRUCTURES = frozenset(_WHOLE_TYPES)


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    """The validator of a kind of record; also the source of its JSON Schema."""
    return TypeAdapter(RECORD_TYPES[kind])


def validate(
    yaml: Yaml, kind: str, path: str
) -> tuple[Article | Actor | Topic | Analyst | Note | None, tuple[Diagnostic, ...]]:
    """The record that the front matter makes, or `None`, and everything that is wrong with it."""
    known = {key: value for key, value in yaml.data.items() if not key.startswith(_EXTENSION)}
    try:
        record = _adapter(kind).validate_python(known)
    except ValidationError as error:
        return None, tuple(sorted(set(_faults(error, yaml, kind, path))))
    faults = tuple(_rules(record, yaml, path))
    return (None if faults else record), faults


def extensions(yaml: Yaml) -> dict[str, object]:
    """The keys of the archive's own, which pass through unchecked."""
    return {key: value for key, value in yaml.data.items() if key.startswith(_EXTENSION)}


def _rules(record: object, yaml: Yaml, path: str) -> Iterator[Diagnostic]:
    """What a type alone cannot say."""
    if isinstance(record, Article) and not record.topics:
        yield Diagnostic(
            _value_place(yaml, ("topics",), path),
            Code.WRONG_VALUE,
            "`topics` is empty",
            "Name at least one topic, by its id.",
        )
    if isinstance(record, Note):
        yield from _note_rules(record, yaml, path)


def _note_rules(note: Note, yaml: Yaml, path: str) -> Iterator[Diagnostic]:
    if note.quote is None and not note.whole:
        yield Diagnostic(
            Place(path),
            Code.MISSING_KEY,
            "`quote` is missing",
            "Add `quote:` with the words the note is about, verbatim; or `whole: true`.",
        )
    if note.quote is not None and note.whole:
        yield Diagnostic(
            _value_place(yaml, ("whole",), path),
            Code.WRONG_VALUE,
            "The note has both `quote` and `whole: true`",
            "Keep the one that is meant.",
        )
    if note.status in {"retracted", "superseded"} and note.reason is None:
        yield Diagnostic(
            _value_place(yaml, ("status",), path),
            Code.MISSING_KEY,
            f"A {note.status} note says why, and `reason` is missing",
            "Add `reason:` with one sentence for readers.",
        )


def _faults(error: ValidationError, yaml: Yaml, kind: str, path: str) -> Iterator[Diagnostic]:
    """One diagnostic for each place; of a union's branches, the one that fits what was written."""
    by_place: dict[KeyPath, list[ErrorDetails]] = {}
    for fault in error.errors(include_url=False):
        by_place.setdefault(_path_in(yaml.data, fault), []).append(fault)
    inner = {keys[:length] for keys in by_place for length in range(len(keys))}
    misspelt = _misspelt(by_place, kind)
    for keys, faults in by_place.items():
        if keys in misspelt:
            continue
        telling = [fault for fault in faults if fault["type"] not in _STRUCTURES]
        if not telling and keys in inner:
            continue
        types = [fault["type"] for fault in faults]
        for fault in telling or faults[:1]:
            yield _diagnostic(fault, keys, yaml, kind, path, types)


def _misspelt(by_place: Mapping[KeyPath, list[ErrorDetails]], kind: str) -> set[KeyPath]:
    """The missing keys that an unknown key beside them was meant to be: one fault, told once."""
    unknown = [keys for keys, faults in by_place.items() if faults[0]["type"] == _UNKNOWN_KEY]
    meant = {(*keys[:-1], close) for keys in unknown if (close := _nearest_key(keys, kind))}
    return {keys for keys in meant if keys in by_place and by_place[keys][0]["type"] == "missing"}


def _path_in(data: Any, fault: ErrorDetails) -> KeyPath:  # noqa: ANN401 -- as the file has it
    """The part of pydantic's location that lies in the data: names of union branches drop out."""
    location: tuple[str | int, ...] = fault["loc"]
    keys: list[str | int] = []
    for part in location:
        is_key = isinstance(data, dict) and part in data
        is_index = isinstance(data, list) and isinstance(part, int) and part < len(data)
        if is_key or is_index:
            keys.append(part)
            data = data[part]
    if fault["type"] == "missing":
        keys.append(location[-1])
    return tuple(keys)


def _diagnostic(  # noqa: PLR0913, PLR0917 -- everything that is known of a fault
    fault: ErrorDetails,
    keys: KeyPath,
    yaml: Yaml,
    kind: str,
    path: str,
    types: list[str],
) -> Diagnostic:
    name = _name(keys)
    match fault["type"]:
        case "missing":
            place = _value_place(yaml, keys[:-1], path)
            return Diagnostic(place, Code.MISSING_KEY, f"`{name}` is missing", _add(keys, kind))
        case "unexpected_keyword_argument":
            return Diagnostic(
                _key_place(yaml, keys, path),
                Code.UNKNOWN_KEY,
                f"`{name}` is no key of {_article(kind)} {kind}",
                _did_you_mean_key(keys, kind),
            )
        case "literal_error":
            return Diagnostic(
                _value_place(yaml, keys, path),
                Code.WRONG_VALUE,
                f"`{name}: {fault['input']}` is not one of its words",
                f"Write one of {fault['ctx']['expected']}.",
            )
        case "value_error":
            return _rule_broken(fault["ctx"]["error"], keys, yaml, path)
    wanted = " or ".join(
        dict.fromkeys(_WHOLE_TYPES.get(type_, "something else") for type_ in types)
    )
    if fault.get("input") is None:
        return Diagnostic(
            _value_place(yaml, keys, path),
            Code.WRONG_VALUE,
            f"`{name}` is empty",
            f"Write {wanted}, or take the key out if it is not required.",
        )
    return Diagnostic(
        _value_place(yaml, keys, path),
        Code.WRONG_VALUE,
        f"`{name}` cannot be read",
        f"Write {wanted}.",
    )


def _rule_broken(error: ValueError, keys: KeyPath, yaml: Yaml, path: str) -> Diagnostic:
    wrong, _, remedy = str(error).partition("; ")
    value = _lookup(yaml.data, keys)
    code = Code.WRONG_VALUE
    if isinstance(error, DateError):
        code = Code.WRONG_DATE
    elif isinstance(error, AddressError):
        code = Code.WRONG_ADDRESS
    shown = f"`{_name(keys)}: {_shorten(value)}`" if isinstance(value, str) else f"`{_name(keys)}`"
    advice = remedy[:1].upper() + remedy[1:] if remedy else "Write it again without that"
    return Diagnostic(_value_place(yaml, keys, path), code, f"{shown} {wrong}", f"{advice}.")


def _nearest_key(keys: KeyPath, kind: str) -> str | None:
    return nearest(str(keys[-1]), _known_keys(kind, keys[:-1]))


def _did_you_mean_key(keys: KeyPath, kind: str) -> str:
    if close := _nearest_key(keys, kind):
        return f"Did you mean `{close}`?"
    known = ", ".join(_known_keys(kind, keys[:-1]))
    return f"Keys here are {known}; keys of your own begin with x-."


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a misspelt one was meant to be, if any is near."""
    close = process.extractOne(word, list(known), score_cutoff=_CLOSE_ENOUGH)
    return str(close[0]) if close else None


@cache
def record_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of a kind of record's front matter."""
    schema = _adapter(kind).json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "patternProperties": {f"^{_EXTENSION}": {}},
    }


def _properties(kind: str, keys: KeyPath) -> dict[str, Any]:
    """The JSON Schema's properties of the mapping at `keys`."""
    schema = record_schema(kind)
    node = schema
    for key in keys:
        found = node.get("properties", {}).get(key, {}) if isinstance(key, str) else node
        node = _mapping_in(found, schema)
    properties = node.get("properties", {})
    return properties if isinstance(properties, dict) else {}


def _mapping_in(node: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """The mapping that a schema node allows, through references, lists and alternatives."""
    if "$ref" in node:
        return dict(schema["$defs"][node["$ref"].rsplit("/", 1)[-1]])
    for inner in [*node.get("anyOf", ()), node.get("items", {})]:
        if inner and (found := _mapping_in(inner, schema)).get("properties"):
            return found
    return node


def _known_keys(kind: str, keys: KeyPath) -> list[str]:
    return list(_properties(kind, keys))


def _add(keys: KeyPath, kind: str) -> str:
    described = _properties(kind, keys[:-1]).get(str(keys[-1]), {})
    text = str(described.get("description", "")).split("\n")[0].rstrip(".")
    return f"Add `{keys[-1]}:` — {text[:1].lower()}{text[1:]}." if text else f"Add `{keys[-1]}:`."


def _article(kind: str) -> str:
    return "an" if kind[0] in "aeiou" else "a"


def _name(keys: KeyPath) -> str:
    """`source.url`, `topics[2]`: items are counted from 1, as people do."""
    name = ""
    for key in keys:
        name += f"[{key + 1}]" if isinstance(key, int) else f".{key}" if name else key
    return name


def _shorten(value: str) -> str:
    return value if len(value) <= _LONGEST_SHOWN else value[: _LONGEST_SHOWN - 1] + "…"


def _lookup(data: Any, keys: KeyPath) -> object:  # noqa: ANN401 -- whatever the file holds
    for key in keys:
        data = data[key]
    return data


def _value_place(yaml: Yaml, keys: KeyPath, path: str) -> Place:
    for length in range(len(keys), 0, -1):
        if found := yaml.values.get(keys[:length]):
            return Place(path, *found)
    return Place(path)


def _key_place(yaml: Yaml, keys: KeyPath, path: str) -> Place:
    found = yaml.keys.get(keys)
    return Place(path, *found) if found else _value_place(yaml, keys, path)

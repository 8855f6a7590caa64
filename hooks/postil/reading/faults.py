"""What pydantic found wrong with a record, told in a contributor's words."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from postil.diagnostics.bounds import shortened
from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic
from postil.model.dates import DateError
from postil.model.values import AddressError
from postil.reading.marks import KeyPath
from postil.reading.nearest import nearest
from postil.reading.schema import properties
from postil.reading.yaml_core import Yaml

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


def faults_of(error: ValidationError, yaml: Yaml, kind: str) -> Iterator[Diagnostic]:
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
            yield _diagnostic(fault, keys, yaml, kind, types)


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


def _diagnostic(
    fault: ErrorDetails,
    keys: KeyPath,
    yaml: Yaml,
    kind: str,
    types: list[str],
) -> Diagnostic:
    name = _name(keys)
    match fault["type"]:
        case "missing":
            place = yaml.value_place(keys[:-1])
            return Diagnostic(place, Code.MISSING_KEY, f"`{name}` is missing", _add(keys, kind))
        case "unexpected_keyword_argument":
            return Diagnostic(
                yaml.key_place(keys),
                Code.UNKNOWN_KEY,
                f"`{name}` is no key of {_article(kind)} {kind}",
                _did_you_mean_key(keys, kind),
            )
        case "literal_error":
            return Diagnostic(
                yaml.value_place(keys),
                Code.WRONG_VALUE,
                f"`{name}: {shortened(str(fault['input']))}` is not one of its words",
                f"Write one of {fault['ctx']['expected']}.",
            )
        case "value_error":
            return _rule_broken(fault["ctx"]["error"], keys, yaml)
    wanted = " or ".join(
        dict.fromkeys(_WHOLE_TYPES.get(type_, "something else") for type_ in types)
    )
    if fault.get("input") is None:
        return Diagnostic(
            yaml.value_place(keys),
            Code.WRONG_VALUE,
            f"`{name}` is empty",
            f"Write {wanted}, or take the key out if it is not required.",
        )
    return Diagnostic(
        yaml.value_place(keys),
        Code.WRONG_VALUE,
        f"`{name}` cannot be read",
        f"Write {wanted}.",
    )


def _rule_broken(error: ValueError, keys: KeyPath, yaml: Yaml) -> Diagnostic:
    wrong, _, remedy = str(error).partition("; ")
    value = _lookup(yaml.data, keys)
    code = Code.WRONG_VALUE
    if isinstance(error, DateError):
        code = Code.WRONG_DATE
    elif isinstance(error, AddressError):
        code = Code.WRONG_ADDRESS
    shown = f"`{_name(keys)}: {shortened(value)}`" if isinstance(value, str) else f"`{_name(keys)}`"
    advice = remedy[:1].upper() + remedy[1:] if remedy else "Write it again without that"
    return Diagnostic(yaml.value_place(keys), code, f"{shown} {wrong}", f"{advice}.")


def _nearest_key(keys: KeyPath, kind: str) -> str | None:
    return nearest(str(keys[-1]), properties(kind, keys[:-1]))


def _did_you_mean_key(keys: KeyPath, kind: str) -> str:
    if close := _nearest_key(keys, kind):
        return f"Did you mean `{close}`?"
    known = ", ".join(properties(kind, keys[:-1]))
    return f"Keys here are {known}; keys of your own begin with x-."


def _add(keys: KeyPath, kind: str) -> str:
    described = properties(kind, keys[:-1]).get(str(keys[-1]), {})
    text = str(described.get("description", "")).split("\n")[0].rstrip(".")
    return f"Add `{keys[-1]}:` — {text[:1].lower()}{text[1:]}." if text else f"Add `{keys[-1]}:`."


def _article(kind: str) -> str:
    return "an" if kind[0] in "aeiou" else "a"


def _name(keys: KeyPath) -> str:
    """`source.url`, `topics[2]`: items are counted from 1, as people do."""
    name = ""
    for key in keys:
        part = f"[{key + 1}]" if isinstance(key, int) else shortened(key)
        name += f".{part}" if name and isinstance(key, str) else part
    return name


def _lookup(data: Any, keys: KeyPath) -> object:  # noqa: ANN401 -- whatever the file holds
    for key in keys:
        data = data[key]
    return data

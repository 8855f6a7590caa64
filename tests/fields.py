"""The page of the guide with every field, made from the model.

python tests/fields.py write   writes `docs/contributing/fields.md`
"""

import sys
from collections.abc import Iterator, Mapping
from typing import Any

from archives import REPOSITORY
from postil.reading.schema import RECORD_TYPES, record_schema

PAGE = REPOSITORY / "docs/contributing/fields.md"

_HEAD = """\
# Every field

<!-- Made from the model by `make fields`. -->

What the program knows of each key, in the words of its own schemas. **Bold** keys are required.
How to write them, with an example of each, is in [Records](records.md).
"""


def page() -> str:
    """The page: a table for each kind of record, and one for each mapping within."""
    return "\n".join([_HEAD, *(line for kind in RECORD_TYPES for line in _section(kind))])


def keys_within(kind: str) -> dict[str, tuple[list[str], set[str]]]:
    """The keys of a record, and of each mapping in it by its name; and which are required."""
    schema = record_schema(kind)
    mappings = {kind: schema} | schema.get("$defs", {})
    return {
        name: (list(it["properties"]), set(it.get("required", ())))
        for name, it in mappings.items()
        if "properties" in it
    }


def _section(kind: str) -> Iterator[str]:
    schema = record_schema(kind)
    yield f"## {kind.title()}\n"
    yield f"{schema['description']}\n"
    yield from _table(schema)
    for name, inner in schema.get("$defs", {}).items():
        if "properties" in inner:
            yield f"### {kind.title()}: {name}\n"
            yield f"{inner['description']}\n"
            yield from _table(inner)


def _table(schema: Mapping[str, Any]) -> Iterator[str]:
    yield "| Key | Holds | Value |"
    yield "| --- | --- | --- |"
    required = schema.get("required", ())
    for key, field in schema["properties"].items():
        name = f"**`{key}`**" if key in required else f"`{key}`"
        yield f"| {name} | {field['description']} | {_value(field)} |"
    yield ""


def _value(field: Mapping[str, Any]) -> str:
    """What a value may be, in a few words."""
    shapes = [it for it in field.get("anyOf", [field]) if it.get("type") != "null"]
    told = " or ".join(dict.fromkeys(map(_shape, shapes)))
    return f"{told}; `{default}` if absent" if (default := _default(field)) else told


def _default(field: Mapping[str, Any]) -> str:
    match field.get("default"):
        case bool(value):
            return str(value).lower()
        case str(value):
            return value
    return ""


def _shape(schema: Mapping[str, Any]) -> str:
    match schema:
        case {"enum": words}:
            return ", ".join(f"`{word}`" for word in words)
        case {"$ref": name}:
            return name.rpartition("/")[2]
        case {"type": "array"}:
            return f"list: {_value(schema.get('items', {}))}"
        case {"type": "object"}:
            return "a mapping"
        case {"type": "boolean"}:
            return "`true` or `false`"
        case _:
            return "text"


if __name__ == "__main__":
    if sys.argv[1:] != ["write"]:
        sys.exit(__doc__)
    PAGE.write_text(page(), encoding="utf-8")

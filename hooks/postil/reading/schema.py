"""The record types as pydantic and JSON Schema see them; both come from the one model."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from postil.model.records import Actor, Analyst, Article, Note, Topic
from postil.reading.marks import KeyPath

AnyData = Article | Actor | Topic | Analyst | Note

RECORD_TYPES: Mapping[str, type[AnyData]] = {
    "article": Article,
    "actor": Actor,
    "topic": Topic,
    "analyst": Analyst,
    "note": Note,
}

EXTENSION = "x-"
"""What keys of an archive's own begin with; they pass through unchecked."""


@cache
def adapter(kind: str) -> TypeAdapter[AnyData]:
    """The validator of a kind of record; also the source of its JSON Schema."""
    return TypeAdapter(RECORD_TYPES[kind])


@cache
def record_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of a kind of record's front matter."""
    schema = adapter(kind).json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "patternProperties": {f"^{EXTENSION}": {}},
    }


def properties(kind: str, keys: KeyPath) -> dict[str, Any]:
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

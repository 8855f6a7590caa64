"""The forms for issues, made from the model: for those who would rather not write a file.

    python tests/forms.py write   writes `.github/ISSUE_TEMPLATE/`

An editor makes a file of what comes in. The words beside each field are those of the JSON Schema.
"""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from archives import REPOSITORY
from postil.reading.schema import properties, record_schema

FOLDER = REPOSITORY / ".github/ISSUE_TEMPLATE"


@dataclass(frozen=True)
class Form:
    """What a form asks for: a place in the archive, if any, keys of a record, and its text.

    A key within a key is written `source.outlet`.
    """

    name: str
    description: str
    kind: str
    place: str | None
    keys: tuple[str, ...]
    text: str | None


FORMS = {
    "article": Form(
        "Propose an article",
        "A text that the archive should have.",
        "article",
        None,
        ("title", "published", "source.outlet", "source.url", "source.byline", "topics", "lang",
         "kind", "text", "licence", "summary", "actors"),
        "The text, or a brief of it, as far as its licence lets it be published",
    ),
    "actor": Form(
        "Propose an actor",
        "Someone or something in the news that the archive does not know.",
        "actor",
        None,
        ("name", "type", "summary", "aliases", "weak_aliases", "wikidata", "country"),
        None,
    ),
    "note": Form(
        "Propose a note",
        "What readers should know of some words in the archive.",
        "note",
        "The page that the words stand on",
        ("quote.exact", "kind", "confidence", "likelihood", "sources.url", "by"),
        "The note",
    ),
    "correction": Form(
        "Report a mistake",
        "Something that the archive has wrong.",
        "article",
        "The page that it stands on",
        ("corrections.text", "source.url"),
        None,
    ),
}  # fmt: skip


def form_text(form: Form) -> str:
    """A form as GitHub reads it: YAML, in which every text is written as JSON writes it."""
    body = [_field(form.kind, key) for key in form.keys]
    if form.place:
        body.insert(0, _element("input", "page", form.place, "Its address.", is_required=True))
    if form.text:
        body.append(_element("textarea", "body", form.text, "In Markdown.", is_required=True))
    lines = [
        "# Made from the model by `make forms`.",
        f"name: {json.dumps(form.name)}",
        f"description: {json.dumps(form.description)}",
        "body:",
    ]
    return "\n".join([*lines, *(line for element in body for line in _lines(element))]) + "\n"


def _field(kind: str, path: str) -> dict[str, Any]:
    keys = path.split(".")
    found = properties(kind, tuple(keys[:-1]))[keys[-1]]
    label = _label(keys)
    told = found["description"]
    allowed = _allowed(found)
    is_required = _is_required(kind, keys)
    if allowed:
        return _element("dropdown", path, label, told, is_required=is_required, options=allowed)
    is_long = _is_list(found) or keys[-1] in {"exact", "text", "summary"}
    told += " One on a line." if _is_list(found) else ""
    return _element("textarea" if is_long else "input", path, label, told, is_required=is_required)


def _element(  # noqa: PLR0913 -- what an element of a form has
    type_: str, id_: str, label: str, told: str, *, is_required: bool, options: list[str] = ()
) -> dict[str, Any]:
    attributes = {"label": label, "description": told}
    if options:
        attributes["options"] = options
    return {
        "type": type_,
        "id": id_.replace(".", "-"),
        "attributes": attributes,
        "validations": {"required": is_required},
    }


def _label(keys: list[str]) -> str:
    words = " ".join(keys[:-1] if keys[-1] == "exact" else keys).replace("_", " ")
    return f"{words[:1].upper()}{words[1:]}"


def _allowed(schema: Mapping[str, Any]) -> list[str]:
    """The words that a value is chosen from."""
    if "enum" in schema:
        return list(schema["enum"])
    return next((_allowed(it) for it in schema.get("anyOf", ()) if "enum" in it), [])


def _is_list(schema: Mapping[str, Any]) -> bool:
    return schema.get("type") == "array"


def _is_required(kind: str, keys: list[str]) -> bool:
    """Whether a record must have the key: what it is about is one of them, here."""
    return keys[0] in {"quote", "corrections"} or (
        keys[0] in record_schema(kind)["required"] and (len(keys) == 1 or keys[-1] == "outlet")
    )


def _lines(element: Mapping[str, Any]) -> list[str]:
    lines = [f"  - type: {element['type']}", f"    id: {element['id']}", "    attributes:"]
    for key, value in element["attributes"].items():
        if isinstance(value, list):
            lines += [f"      {key}:", *(f"        - {json.dumps(it)}" for it in value)]
        else:
            lines.append(f"      {key}: {json.dumps(value, ensure_ascii=False)}")
    required = json.dumps(element["validations"]["required"])
    return [*lines, "    validations:", f"      required: {required}"]


if __name__ == "__main__":
    if sys.argv[1:] != ["write"]:
        sys.exit(__doc__)
    FOLDER.mkdir(exist_ok=True)
    for stem, each in FORMS.items():
        (FOLDER / f"{stem}.yml").write_text(form_text(each), encoding="utf-8")

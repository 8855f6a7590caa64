"""What is wrong with the settings in `mkdocs.yml` that are Postil's own, or that it needs as text.

MkDocs looks at what it knows itself, and never at what is under `extra`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from postil.diagnostics.bounds import shortened
from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place
from postil.model.values import LANGUAGE_PATTERN
from postil.reading.nearest import nearest
from postil.reading.settings import FORGES, LINKS, SETTINGS, Loader, loaded

Keys = tuple[str, ...]
Kind = tuple[Callable[[Any], bool], str]
"""Whether a value is of a kind, and what to write."""

_TEXT: Kind = (lambda value: isinstance(value, str), "a text, in quotes if need be")
_YES_OR_NO: Kind = (lambda value: isinstance(value, bool), "true or false")
_LANGUAGE: Kind = (
    lambda value: isinstance(value, str) and bool(re.fullmatch(LANGUAGE_PATTERN, value)),
    "a language tag such as en, uk or zh-Hant; `no` in quotes",
)


def _one_of(words: tuple[str, ...]) -> Kind:
    return (lambda value: value in words, f"one of {', '.join(words)}")


_OWN: Mapping[str, Kind] = {
    "language": _LANGUAGE,
    "links": _one_of(LINKS),
    "search": _YES_OR_NO,
    "cards": _YES_OR_NO,
    "branch": _TEXT,
    "forge": _one_of(FORGES),
    "guide": _TEXT,
}
"""The keys under `extra.archive`."""

_OF_MKDOCS = ("site_name", "site_url", "repo_url", "edit_uri")
"""Keys of MkDocs' that Postil reads: texts."""


def settings_faults(root: Path) -> tuple[Diagnostic, ...]:
    """What is wrong in the settings of the archive at `root`; nothing where it has none."""
    path = root / SETTINGS
    try:
        text = path.read_text(encoding="utf-8")
        config = loaded(text)
    except FileNotFoundError:
        return ()
    except UnicodeDecodeError:
        return (_fault(Place(SETTINGS), "The file is not UTF-8", "Save it as UTF-8."),)
    except yaml.YAMLError as error:
        return (_unreadable(error),)
    places = dict(_places(yaml.compose(text, Loader=Loader), ()))
    return tuple(
        _fault(Place(SETTINGS, *places.get(keys, (1, 1))), message, remedy)
        for keys, message, remedy in _wrong(config)
    )


def _wrong(config: Any) -> Iterator[tuple[Keys, str, str]]:  # noqa: ANN401 -- whatever the file holds
    """Where something is wrong, what, and what to write."""
    if not isinstance(config, dict):
        return
    for key in _OF_MKDOCS:
        yield from _of_kind((key,), config.get(key), _TEXT)
    extra = config.get("extra") or {}
    own = (extra.get("archive") or {}) if isinstance(extra, dict) else {}
    for way, value in (("extra", extra), ("extra.archive", own)):
        if not isinstance(value, dict):
            yield tuple(way.split(".")), f"`{way}` has no keys", "Write `key: value` below it."
            return
    for key, value in own.items():
        keys = ("extra", "archive", str(key))
        if key in _OWN:
            yield from _of_kind(keys, value, _OWN[key])
        else:
            close = nearest(str(key), _OWN)
            hint = f"Did you mean `{close}`?" if close else f"Keys here are {', '.join(_OWN)}."
            yield keys, f"`{shortened('.'.join(keys))}` is no setting", hint


def _of_kind(keys: Keys, value: Any, kind: Kind) -> Iterator[tuple[Keys, str, str]]:  # noqa: ANN401 -- as above
    """The fault of a value that is not of a kind; what is left out, or has a tag, has none."""
    is_of_kind, wanted = kind
    if value is not None and not is_of_kind(value):
        shown = shortened(f"{'.'.join(keys)}: {value}")
        yield keys, f"`{shown}` cannot be used", f"Write {wanted}."


def _places(node: Any, keys: Keys) -> Iterator[tuple[Keys, tuple[int, int]]]:  # noqa: ANN401 -- a node or nothing
    """Where each key's value stands, by the way to it."""
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        way = (*keys, str(key.value))
        yield way, (value.start_mark.line + 1, value.start_mark.column + 1)
        yield from _places(value, way)


def _unreadable(error: yaml.YAMLError) -> Diagnostic:
    mark = getattr(error, "problem_mark", None)
    place = Place(SETTINGS, mark.line + 1, mark.column + 1) if mark else Place(SETTINGS)
    why = getattr(error, "problem", None) or "something in it has another meaning in YAML"
    return Diagnostic(
        place,
        Code.YAML_SYNTAX,
        f"The settings cannot be read: {why}",
        "Mend the line, or quote it.",
    )


def _fault(place: Place, message: str, remedy: str) -> Diagnostic:
    return Diagnostic(place, Code.WRONG_VALUE, message, remedy)

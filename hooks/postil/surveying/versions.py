"""Two versions of a record: what differs for readers, and what is a matter of form.

White space, the order of keys, the order of lists that are sets, quotes around values, comments and
ends of lines are form.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from itertools import takewhile
from typing import Any

from postil.model.archive import Record
from postil.model.dates import Edtf
from postil.model.records import set_keys
from postil.text.document import Document, Node, Open, Text, read_document

_BESIDE = 3
"""Words beside a change that are shown with it."""

_LONGEST = 240
"""Characters of a value that are shown."""

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Change:
    """A key of a record with its value before and after, as words; `text` is the text below.

    Of a text, both are the stretch that differs, with the words beside it; nothing where its words
    are the same and only their markup is not.
    """

    key: str
    before: str
    after: str


def is_alike(before: Record[Any], after: Record[Any]) -> bool:
    """Whether two versions differ in nothing but form."""
    is_same_text = before.body == after.body or _shown(before) == _shown(after)
    return is_same_text and not any(_values_changed(before, after))


def changes(before: Record[Any], after: Record[Any]) -> tuple[Change, ...]:
    """What differs between two versions, key by key, the text last."""
    values = [
        Change(key, shortened(_words(old)), shortened(_words(new)))
        for key, old, new in _values_changed(before, after)
    ]
    if before.body == after.body or _shown(before) == _shown(after):
        return tuple(values)
    return (*values, Change("text", *_stretches(_plain(before), _plain(after))))


def shortened(words: str) -> str:
    """Words on one line; of many, the first and the last."""
    line = " ".join(words.split())
    half = _LONGEST // 2
    return line if len(line) <= _LONGEST else f"{line[:half]} … {line[-half:]}"


def _values_changed(
    before: Record[Any], after: Record[Any]
) -> Iterator[tuple[str, object, object]]:
    sets = set_keys(type(after.data))
    for field in fields(after.data):
        old, new = getattr(before.data, field.name), getattr(after.data, field.name)
        if old != new and not (field.name in sets and sorted(old) == sorted(new)):
            yield field.name.rstrip("_"), old, new
    for key in sorted(before.extensions.keys() | after.extensions.keys()):
        old, new = before.extensions.get(key), after.extensions.get(key)
        if old != new:
            yield key, old, new


def _words(value: object) -> str:
    """A value as words on one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case Mapping():
            return " · ".join(f"{key}: {_words(value[key])}" for key in sorted(value))
        case tuple() | list():
            return " · ".join(map(_words, value))
        case _ if is_dataclass(value) and not isinstance(value, Edtf):
            given = {it.name.rstrip("_"): getattr(value, it.name) for it in fields(value)}
            return ", ".join(f"{key}: {_words(it)}" for key, it in given.items() if it)
        case _:
            return "" if value is None else str(value)


def _shown(record: Record[Any]) -> list[Node | str]:
    return list(_without_space(read_document(record.body)))


def _without_space(document: Document) -> Iterator[Node | str]:
    """What a text shows, with one space for all white space but that in code."""
    depth = 0
    for node in document.nodes:
        if isinstance(node, Text):
            yield node.text if depth else _SPACE.sub(" ", node.text)
            continue
        if node.name in {"code", "pre"}:
            depth += 1 if isinstance(node, Open) else -1
        yield node


def _plain(record: Record[Any]) -> list[str]:
    return read_document(record.body).plain.split()


def _stretches(before: list[str], after: list[str]) -> tuple[str, str]:
    """What is between the words that two texts begin and end with, and some of these."""
    if before == after:
        return "", ""
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    first, behind = max(0, start - _BESIDE), max(0, end - _BESIDE)
    old, new = before[first : len(before) - behind], after[first : len(after) - behind]
    return shortened(" ".join(old)), shortened(" ".join(new))


def _alike(before: list[str], after: list[str]) -> int:
    """How many words are alike before the first that is not."""
    pairs = zip(before, after, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))

"""A front matter in its canonical form (decision 0032): a pure function of a file's text.

source → nodes with their comments → entries in order → lines → the same data, or nothing done
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place
from postil.editing.comments import Block, Entry, Scalar, commented, comments
from postil.editing.nodes import Written, written
from postil.editing.source import Edit, Source
from postil.editing.yaml_text import forms, is_core, one_line
from postil.model.records import set_keys
from postil.reading.discover import RecordFile
from postil.reading.front_matter import Parts, split
from postil.reading.marks import KeyPath
from postil.reading.schema import EXTENSION, RECORD_TYPES, properties


def canonical(source: Source, file: RecordFile) -> Source | Diagnostic:
    """A record's file with its front matter in canonical form, and all else as it was.

    A diagnostic where the front matter cannot be read, or would lose something by it.
    """
    before = split(source.text, file.path)
    if isinstance(before, Diagnostic):
        return before
    if not before.front.data:
        return source
    front = written(source.text)
    text = "\n".join(front_lines(commented(front), file.kind)) + "\n"
    if text == source.text[front.start : front.end]:
        return source
    edited = source.edited([Edit(front.start, front.end, text)])
    if _is_the_same(front, before, split(edited.text, file.path), edited, file.kind):
        return edited
    return Diagnostic(
        Place(file.path, 1),
        Code.YAML_FEATURE,
        "The front matter cannot be brought into canonical form without changing what it says",
        "Write it by hand: keys of less than 1,000 characters, and less than 64,000 in all.",
    )


def _is_the_same(
    front: Written, before: Parts, after: Parts | Diagnostic, edited: Source, kind: str
) -> bool:
    """Whether two files say the same, but for the order of sets, with the same comments."""
    if isinstance(after, Diagnostic) or after.body != before.body:
        return False
    old, new = comments(front), comments(written(edited.text))
    return settled(before.front.data, kind) == settled(after.front.data, kind) and sorted(
        comment.text for comment in old
    ) == sorted(comment.text for comment in new)


def settled(data: Mapping[str, object], kind: str) -> dict[str, object]:
    """A front matter's data with the items of sets in a settled order."""
    sets = set_keys(RECORD_TYPES[kind])
    return {
        key: sorted(value, key=repr) if key in sets and isinstance(value, list) else value
        for key, value in data.items()
    }


def front_lines(root: Block, kind: str) -> Iterator[str]:
    """The lines of a front matter in canonical form.

    Comments at the head of it that are parted from the first key stay at its head.
    """
    first = root.entries[0]
    lines = _without_blanks(first.above)
    blank = max((at for at, line in enumerate(lines) if not line), default=-1)
    if blank > 0:
        yield from lines[: blank + 1]
        lines = lines[blank + 1 :]
    entries = (replace(first, above=tuple(lines)), *root.entries[1:])
    yield from _lines(_ordered(replace(root, entries=entries), kind, ()), "")


def _ordered(block: Block, kind: str, keys: KeyPath) -> Block:
    """A list or mapping with its keys in the order of the model and its sets sorted."""
    entries = []
    for entry in block.entries:
        path = (*keys, entry.key.text if entry.key else 0)
        value = entry.value
        inner = _ordered(value, kind, path) if isinstance(value, Block) else value
        entries.append(_raised(replace(entry, value=inner)))
    if block.is_list:
        is_set = len(keys) == 1 and keys[0] in set_keys(RECORD_TYPES[kind])
        return replace(block, entries=tuple(_sorted(entries) if is_set else entries))
    order = {key: rank for rank, key in enumerate(properties(kind, keys))}
    if order:
        entries.sort(key=lambda entry: _rank(entry, order))
    return replace(block, entries=tuple(entries))


def _raised(entry: Entry) -> Entry:
    """An item whose first line is free of comments: they stand above its hyphen."""
    if entry.key or not isinstance(entry.value, Block) or not entry.value.entries:
        return entry
    first, *rest = entry.value.entries
    value = replace(entry.value, entries=(replace(first, above=()), *rest))
    return replace(entry, above=(*entry.above, *_without_blanks(first.above)), value=value)


def _rank(entry: Entry, order: Mapping[str, int]) -> int:
    """Keys of the model come first, then what it does not know, then an archive's own."""
    key = entry.key.text if entry.key else ""
    return order.get(key, len(order) + key.startswith(EXTENSION))


def _sorted(entries: Sequence[Entry]) -> list[Entry]:
    """The texts of a set by the alphabet; as they are, if there is anything else among them."""
    texts = [entry.value.text for entry in entries if isinstance(entry.value, Scalar)]
    if len(texts) < len(entries):
        return list(entries)
    pairs = sorted(zip(texts, entries, strict=True), key=lambda it: (it[0].casefold(), it[0]))
    return [replace(entry, above=tuple(filter(None, entry.above))) for _, entry in pairs]


def _lines(block: Block, margin: str) -> Iterator[str]:
    is_first = True
    for entry in block.entries:
        above = _without_blanks(entry.above) if is_first else entry.above
        yield from _indented(above, margin)
        yield from _entry_lines(entry, margin)
        is_first = False
    yield from _indented(block.below, margin)


def _entry_lines(entry: Entry, margin: str) -> Iterator[str]:
    value = entry.value
    sign = f"{margin}{_key(entry.key)}:" if entry.key else f"{margin}-"
    if isinstance(value, Scalar):
        yield from f"{sign}{_form(value, len(margin))}".split("\n")
    elif not value.entries:
        yield f"{sign} {'[]' if value.is_list else '{}'}"
    elif entry.key:
        yield sign
        yield from _lines(value, f"{margin}  ")
    else:
        inner = _lines(value, f"{margin}  ")
        yield f"{sign} {next(inner).lstrip(' ')}"
        yield from inner


def _form(value: Scalar, indent: int) -> str:
    """A text as it stands behind a colon or a hyphen. What is no text stays without quotes."""
    if value.is_plain and is_core(value.text):
        return f" {value.text}" if value.text else ""
    return next(forms(value.text, indent))


def _key(key: Scalar) -> str:
    is_as_it_is = key.is_plain and key.text and is_core(key.text)
    return key.text if is_as_it_is else one_line(key.text)


def _without_blanks(lines: Sequence[str]) -> list[str]:
    """Lines without the empty ones before them."""
    first = next((at for at, line in enumerate(lines) if line), len(lines))
    return list(lines[first:])


def _indented(lines: Sequence[str], margin: str) -> Iterator[str]:
    """Lines with a margin, and one empty line where there are several."""
    for at, line in enumerate(lines):
        if line or at == 0 or lines[at - 1]:
            yield f"{margin}{line}" if line else ""

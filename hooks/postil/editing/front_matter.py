"""One key of a front matter set, or one entry added to one of its lists, and nothing else touched.

What is written is tried: the front matter must read as before but for what was meant, and the text
below it must be the same. Of several ways to write a value the first that passes is taken.
"""

from collections.abc import Iterable, Iterator, Mapping

import yaml

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic
from postil.editing.nodes import Written, end_of, holds_comment, is_inline, written
from postil.editing.source import Edit, Source
from postil.editing.yaml_text import Value, entry, flow, forms
from postil.reading.front_matter import Parts, split


def set_value(source: Source, path: str, key: str, value: Value) -> Source | Diagnostic:
    """The source with a key's value in the place of the one it had, or with the key added.

    A diagnostic where the front matter cannot be read, or is written in a way that would lose
    something by it.
    """
    parts = split(source.text, path)
    if isinstance(parts, Diagnostic):
        return parts
    front = written(source.text)
    if pair := front.pair(key):
        edits = _replaced(front, *pair, value)
    else:
        edits = _added(front, key, [*forms(value, front.column)], flow(value))
    meant = value if isinstance(value, str) else dict(value)
    return _first_right(source, parts, {key: meant}, edits)


def append_entry(
    source: Source, path: str, key: str, value: Mapping[str, str]
) -> Source | Diagnostic:
    """The source with an entry at the end of a key's list, which is added where it is missing.

    A diagnostic under the same conditions as for `set_value`.
    """
    parts = split(source.text, path)
    if isinstance(parts, Diagnostic):
        return parts
    front = written(source.text)
    if pair := front.pair(key):
        edits = _appended(front, pair[1], value)
    else:
        margin = " " * (front.column + 2)
        block = f"\n{margin}- {entry(value, len(margin) + 2)}"
        edits = _added(front, key, [block, f"\n{margin}- {flow(value)}"], f"[{flow(value)}]")
    entries = parts.front.data.get(key, [])
    before = entries if isinstance(entries, list) else []
    return _first_right(source, parts, {key: [*before, dict(value)]}, edits)


def _added(front: Written, key: str, blocks: Iterable[str], inline: str) -> Iterator[Edit]:
    """Ways to add a key: on lines of its own at the end, or before the closing bracket."""
    if is_inline(front.root):
        yield from _before_bracket(front, front.root, f"{key}: {inline}")
        return
    for block in blocks:
        yield Edit(front.end, front.end, f"{' ' * front.column}{key}:{block}\n")


def _replaced(front: Written, key: yaml.Node, old: yaml.Node, new: Value) -> Iterator[Edit]:
    """Ways to write a value over another. None where a comment would go with it."""
    if holds_comment(front.text, old):
        return
    start, end = old.start_mark.index, end_of(front.text, old)
    between = front.text[key.end_mark.index : start]
    if between.strip() == ":" and not is_inline(front.root):
        after_colon = key.end_mark.index + between.index(":") + 1
        for form in forms(new, front.column):
            yield Edit(after_colon, end, form)
    yield Edit(start, end, flow(new))


def _appended(front: Written, entries: yaml.Node, new: Mapping[str, str]) -> Iterator[Edit]:
    """Ways to add an entry: on lines of its own behind the last, or before the closing bracket."""
    if is_inline(entries):
        yield from _before_bracket(front, entries, flow(new))
        return
    column = entries.start_mark.column
    line_end = front.text.index("\n", end_of(front.text, entries))
    for form in (entry(new, column + 2), flow(new)):
        yield Edit(line_end, line_end, f"\n{' ' * column}- {form}")
    behind = entries.end_mark.index  # the only place, if the last entry keeps its empty lines
    yield Edit(behind, behind, f"{' ' * column}- {entry(new, column + 2)}\n")


def _before_bracket(front: Written, collection: yaml.Node, item: str) -> Iterator[Edit]:
    """With a comma, and without one for what is empty or ends in one."""
    bracket = end_of(front.text, collection) - 1
    yield Edit(bracket, bracket, f", {item}")
    yield Edit(bracket, bracket, item)


def _first_right(
    source: Source, before: Parts, meant: Mapping[str, object], edits: Iterable[Edit]
) -> Source | Diagnostic:
    """The source after the first of the edits that changes what is meant and nothing else."""
    expected = {**before.front.data, **meant}
    for edit in edits:
        edited = source.edited([edit])
        after = split(edited.text, before.front.path)
        if isinstance(after, Parts) and (after.front.data, after.body) == (expected, before.body):
            return edited
    key = next(iter(meant))
    return Diagnostic(
        before.front.key_place((key,)),
        Code.YAML_FEATURE,
        f"`{key}` cannot be written here without changing something else",
        f"Write `{key}` by hand, or take the comments out of its value and try again.",
    )

"""The comments of a front matter, and which key or item each of them belongs to.

A comment on a line of its own belongs to what follows it. One behind a value, or behind a key
whose value is on the next lines, belongs to that. Comments at the end of a list or mapping belong
to its end, if they are indented as what is in it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from postil.editing.nodes import Written, end_of, gaps, is_inline, parts

_COMMENT = re.compile(r"#[^\n]*")


@dataclass(frozen=True)
class Comment:
    """A comment with its `#`, where it begins, and whether it has a line to itself."""

    at: int
    text: str
    is_alone: bool


@dataclass(frozen=True)
class Scalar:
    """A text, and whether it stands without quotes."""

    text: str
    is_plain: bool


@dataclass(frozen=True)
class Entry:
    """A key with its value, or an item of a list, which has none.

    `above` are the lines above it: its comments, and empty texts for empty lines.
    """

    key: Scalar | None
    value: "Scalar | Block"
    above: tuple[str, ...]


@dataclass(frozen=True)
class Block:
    """A list or a mapping, and the lines behind the last of its entries."""

    is_list: bool
    entries: tuple[Entry, ...]
    below: tuple[str, ...]


def comments(front: Written) -> list[Comment]:
    """All comments of a front matter, in order."""
    return [
        Comment(found.start(), found[0].rstrip(), _is_alone(front.text, found.start()))
        for start, end in gaps(front.text, front.root, 0, front.end)
        for found in _COMMENT.finditer(front.text, start, end)
    ]


def commented(front: Written) -> Block:
    """A front matter with each of its comments at the key or item that it belongs to."""
    return _block(front.text, front.root, comments(front))


def _block(text: str, node: yaml.CollectionNode, found: Sequence[Comment]) -> Block:
    keys, values = _keys_and_values(node)
    above, inside, below = _shared_out(text, node, found)
    entries = []
    for key, value, over, within in zip(keys, values, above, inside, strict=True):
        own, inner = _parted(text, key, value, within)
        lines = [*_lines(text, [*over, *own])]
        if not is_inline(node) and _is_after_blank(text, (key or value).start_mark.index):
            lines.append("")
        entries.append(
            Entry(_scalar(key) if key else None, _value(text, value, inner), tuple(lines))
        )
    return Block(isinstance(node, yaml.SequenceNode), tuple(entries), tuple(_lines(text, below)))


def _keys_and_values(
    node: yaml.CollectionNode,
) -> tuple[Sequence[yaml.ScalarNode | None], Sequence[yaml.Node]]:
    if isinstance(node, yaml.SequenceNode):
        return [None] * len(node.value), node.value
    return [key for key, _ in node.value], [value for _, value in node.value]


def _value(text: str, node: yaml.Node, found: Sequence[Comment]) -> Scalar | Block:
    if isinstance(node, yaml.CollectionNode):
        return _block(text, node, found)
    return _scalar(node)


def _scalar(node: yaml.Node) -> Scalar:
    assert isinstance(node, yaml.ScalarNode)  # noqa: S101 -- the only kind left
    return Scalar(node.value, not node.style)


def _shared_out(
    text: str, node: yaml.CollectionNode, found: Sequence[Comment]
) -> tuple[list[list[Comment]], list[list[Comment]], list[Comment]]:
    """The comments above each entry, those inside each, and those behind the last."""
    keys, values = _keys_and_values(node)
    starts = [(key or value).start_mark.index for key, value in zip(keys, values, strict=True)]
    ends = [end_of(text, value) for value in values]
    above: list[list[Comment]] = [[] for _ in values]
    inside: list[list[Comment]] = [[] for _ in values]
    below: list[Comment] = []
    for comment in found:
        last = bisect_right(starts, comment.at) - 1
        if last >= 0 and _is_of(text, node, values[last], ends[last], comment):
            inside[last].append(comment)
        elif last + 1 < len(values):
            above[last + 1].append(comment)
        else:
            below.append(comment)
    return above, inside, below


def _is_of(
    text: str, node: yaml.CollectionNode, value: yaml.Node, end: int, comment: Comment
) -> bool:
    """Whether a comment behind the beginning of an entry, with this value, is the entry's."""
    if comment.at < end or text.find("\n", end, comment.at) < 0:
        return True
    is_block = isinstance(value, yaml.CollectionNode) and not is_inline(value)
    return is_block and comment.is_alone and _column(text, comment.at) > node.start_mark.column


def _parted(
    text: str, key: yaml.Node | None, value: yaml.Node, found: Sequence[Comment]
) -> tuple[list[Comment], list[Comment]]:
    """The comments of an entry itself, and those of what is in its list or mapping."""
    first = next(parts(value), None)
    if first is None:
        return list(found), []
    own = [
        comment
        for comment in found
        if (
            key
            and text.find("\n", key.end_mark.index, comment.at) < 0
            and comment.at < first.start_mark.index
        )
        or (is_inline(value) and comment.at >= end_of(text, value))
    ]
    return own, [comment for comment in found if comment not in own]


def _lines(text: str, found: Sequence[Comment]) -> Iterator[str]:
    for comment in found:
        if comment.is_alone and _is_after_blank(text, comment.at):
            yield ""
        yield comment.text


def _is_alone(text: str, at: int) -> bool:
    return not text[_line_start(text, at) : at].strip()


def _is_after_blank(text: str, at: int) -> bool:
    """Whether the line above the one at an offset is empty."""
    start = _line_start(text, at)
    return start > 0 and not text[_line_start(text, start - 1) : start].strip()


def _column(text: str, at: int) -> int:
    return at - _line_start(text, at)


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1

"""A front matter as the nodes of its YAML: where each key and value begins and ends."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import yaml

from postil.reading.front_matter import FENCE


@dataclass(frozen=True)
class Written:
    """A front matter as it is written in `text`: its mapping, and where its lines begin and end.

    All offsets, those of the nodes too, count from the beginning of `text`.
    """

    text: str
    root: yaml.MappingNode
    start: int
    end: int

    @property
    def column(self) -> int:
        """The column of its keys."""
        return int(self.root.start_mark.column)

    def pair(self, key: str) -> tuple[yaml.Node, yaml.Node] | None:
        """A key's node and its value's, where the key is there."""
        return next((pair for pair in self.root.value if pair[0].value == key), None)


def written(text: str) -> Written:
    """The front matter at the beginning of a file's text, which has been read without a fault."""
    opening, closing = islice(FENCE.finditer(text), 2)
    # Line breaks in the place of the fence: so the parser counts from where the file begins.
    front = "\n" * opening.end() + text[opening.end() : closing.start()]
    root = yaml.compose(front, Loader=yaml.CSafeLoader)
    assert isinstance(root, yaml.MappingNode)  # noqa: S101 -- it was read
    return Written(text, root, opening.end() + 1, closing.start())


def is_inline(node: yaml.Node) -> bool:
    """Whether a value is a list or mapping in brackets."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def end_of(text: str, node: yaml.Node) -> int:
    """Where what a node says ends. The parser counts in the empty lines and comments behind it."""
    if is_inline(node):
        return int(node.end_mark.index)
    if isinstance(node, yaml.ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        return start + len(text[start:end].rstrip()) if _is_block(node) else int(end)
    return max(end_of(text, part) for part in parts(node))


def holds_comment(text: str, node: yaml.Node) -> bool:
    """Whether a comment stands inside a value: between its parts, or behind a `|` or `>`."""
    within = gaps(text, node, node.start_mark.index, end_of(text, node))
    return any("#" in text[start:end] for start, end in within)


def gaps(text: str, node: yaml.Node, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What of a stretch around a node is no value of it: signs, white space and comments."""
    position = start
    for leaf in _leaves(node):
        yield position, leaf.start_mark.index
        position = end_of(text, leaf)
        if _is_block(leaf):
            yield leaf.start_mark.index, text.find("\n", leaf.start_mark.index, end)
    yield position, end


def parts(node: yaml.Node) -> Iterator[yaml.Node]:
    """The items of a list, or the keys and values of a mapping, in order; none of a text."""
    if isinstance(node, yaml.MappingNode):
        for pair in node.value:
            yield from pair
    elif isinstance(node, yaml.SequenceNode):
        yield from node.value


def _is_block(leaf: yaml.ScalarNode) -> bool:
    return leaf.style in {"|", ">"}


def _leaves(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The texts in a node, keys among them, in order."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    for part in parts(node):
        yield from _leaves(part)

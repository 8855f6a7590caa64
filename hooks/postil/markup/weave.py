"""Passages, mentions and notes woven into a document's nodes.

Text is only ever cut, never changed: the woven nodes show the document's plain text, character for
character. Where a passage crosses emphasis, a link, a paragraph or another passage, it is cut into
segments, each a `mark` inside what it stands in, so that the result is always well nested.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from postil.markup.stretches import Marked, Named, Stretch, stretches
from postil.text.document import VOID, Close, Document, Node, Open, Text
from postil.text.sentences import Span

Resolve = Callable[[str], str | None]
"""From a link's destination as its author wrote it to an address (`/…` inside the site)."""


@dataclass(frozen=True)
class Block:
    """A top-level block of a text, such as a paragraph or a table, with the span of its text."""

    nodes: tuple[Node, ...]
    span: Span


def weave(
    document: Document, marked: Sequence[Marked], named: Sequence[Named], resolve: Resolve
) -> tuple[Block, ...]:
    """The document's top-level blocks, with passages, mentions and resolved links in them.

    Passages may overlap; mentions never do.
    """
    coming = stretches(marked, named)
    return tuple(
        Block(tuple(_woven(nodes, coming, resolve)), span)
        for nodes, span in _blocks(document.nodes)
    )


def _woven(nodes: Iterable[Node], coming: deque[Stretch], resolve: Resolve) -> list[Node]:
    """The nodes of a block with what covers them; the stretches that end in it are used up."""
    woven: list[Node] = []
    deferred: list[Marked] = []
    within_link = False
    for node in nodes:
        if isinstance(node, Text):
            for piece, stretch in _pieces(node, coming):
                if stretch is None:
                    woven.append(piece)
                    continue
                woven += _covered(piece, stretch)
                if within_link:
                    deferred += _ending_with(piece, stretch)
                elif stretch.passages:
                    woven += _references(_ending_with(piece, stretch))
        elif node.name != "a":
            woven.append(node)
        elif isinstance(node, Open):
            within_link = True
            woven.append(Open("a", tuple(_link_attributes(node, resolve))))
        else:
            within_link = False
            woven += (node, *_references(deferred))
            deferred = []
    return woven


def _pieces(node: Text, coming: deque[Stretch]) -> Iterator[tuple[Text, Stretch | None]]:
    """A text cut at the stretches on it, each piece with its own; those that end in it are gone."""
    text, start = node.text, node.start
    end = start + len(text)
    position = start
    while coming and coming[0].start < end:
        stretch = coming[0]
        first, last = max(stretch.start, start), min(stretch.end, end)
        if first > position:
            yield Text(text[position - start : first - start], position), None
        if last > first:
            yield Text(text[first - start : last - start], first), stretch
            position = last
        if stretch.end > end:
            break
        coming.popleft()
    if position == start:
        yield node, None
    elif position < end:
        yield Text(text[position - start :], position), None


def _ending_with(piece: Text, stretch: Stretch) -> list[Marked]:
    end = piece.start + len(piece.text)
    return [passage for passage in stretch.passages if passage.span.end == end]


def _covered(piece: Text, stretch: Stretch) -> list[Node]:
    """A piece of text inside the passages and the mention that cover it."""
    inner: list[Node] = [piece]
    if stretch.passages:
        inner = _marks(piece, stretch.passages)
    if stretch.mention:
        is_first = stretch.mention.span.start == piece.start
        inner = _mention(stretch.mention, inner, is_first=is_first)
    return inner


def _marks(piece: Text, passages: Sequence[Marked]) -> list[Node]:
    """A piece of text as a mark of the passages on it, inside the places where they begin."""
    foremost = min(passages, key=_rank)
    attributes = (
        ("class", f"passage {foremost.classes}"),
        ("data-notes", " ".join(passage.note_id for passage in passages)),
        ("aria-details", f"note-{foremost.note_id}"),
    )
    inner: list[Node] = [Open("mark", attributes), piece, Close("mark")]
    for passage in passages:
        if passage.span.start == piece.start:
            place = Open("span", (("id", f"passage-{passage.note_id}"),))
            inner = [place, *inner, Close("span")]
    return inner


def _rank(passage: Marked) -> tuple[bool, int]:
    """Of passages that overlap, one with a current note comes first, then the shortest."""
    return (passage.status is not None, passage.span.end - passage.span.start)


def _mention(mention: Named, inner: list[Node], *, is_first: bool) -> list[Node]:
    name = "a" if mention.href else "span"
    attributes = [("class", "mention"), ("data-actor", mention.actor)]
    if is_first:
        attributes.append(("id", mention.element_id))
    if mention.href:
        attributes.append(("href", mention.href))
    return [Open(name, tuple(attributes)), *inner, Close(name)]


def _references(passages: Iterable[Marked]) -> Iterator[Node]:
    """The numbers behind a passage. They are drawn by the style sheet: the text stays the text."""
    for passage in sorted(passages, key=lambda item: item.number):
        yield Open(
            "a",
            (
                ("class", f"note-ref {passage.classes}"),
                ("id", f"ref-{passage.note_id}"),
                ("href", f"#note-{passage.note_id}"),
                ("data-number", str(passage.number)),
                ("data-by", " ".join(passage.by)),
                ("aria-label", ", ".join(filter(None, (f"Note {passage.number}", passage.status)))),
            ),
        )
        yield Close("a")


def _link_attributes(node: Open, resolve: Resolve) -> Iterator[tuple[str, str]]:
    """A link's destination as an address, or none where it leads nowhere; its title stays."""
    for name, value in node.attributes:
        if name != "href":
            yield name, value
        elif address := resolve(value):
            yield "href", address
            if not address.startswith("/"):
                yield "rel", "nofollow noopener"


def _blocks(nodes: Iterable[Node]) -> Iterator[tuple[list[Node], Span]]:
    """The nodes cut after each top-level block, with the span of its text."""
    depth = 0
    block: list[Node] = []
    start: int | None = None
    end = 0
    for node in nodes:
        block.append(node)
        match node:
            case Text():
                start = node.start if start is None else start
                end = node.start + len(node.text)
            case Open() if node.name not in VOID:
                depth += 1
            case Close():
                depth -= 1
        if depth == 0:
            yield block, Span(end if start is None else start, end)
            block, start = [], None

"""Passages, mentions and notes woven into a document's nodes.

Text is only ever cut, never changed: the woven nodes show the document's plain text, character for
character. Where a passage crosses emphasis, a link, a paragraph or another passage, it is cut into
segments, each a `mark` inside what it stands in, so that the result is always well nested.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from postil.text.document import VOID, Close, Document, Node, Open, Text
from postil.text.sentences import Span


@dataclass(frozen=True)
class Marked:
    """A passage that carries a note, with the note's number and kind.

    `status` says why the note is not current, if so: `retracted` or `superseded`.
    """

    note_id: str
    number: int
    kind: str
    status: str | None
    span: Span

    @property
    def classes(self) -> str:
        """What a style sheet can tell it by."""
        return f"{self.kind} {self.status}" if self.status else self.kind


@dataclass(frozen=True)
class Named:
    """A mention: who is named, where, its id in the page, and the address it links to, if any."""

    actor: str
    span: Span
    element_id: str
    href: str | None


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
    return tuple(_blocks(_woven(document, marked, named, resolve)))


def _woven(
    document: Document, marked: Sequence[Marked], named: Sequence[Named], resolve: Resolve
) -> Iterator[Node]:
    ends: dict[int, list[Marked]] = defaultdict(list)
    for passage in marked:
        ends[passage.span.end].append(passage)
    cuts = _cuts(marked, named)
    coming = deque(sorted(marked, key=lambda item: item.span.start))
    standing: list[Marked] = []
    in_order = sorted(named, key=lambda item: item.span.start)
    starts = [item.span.start for item in in_order]
    deferred: list[Marked] = []
    within_link = False
    for node in document.nodes:
        match node:
            case Text():
                for piece in _pieces(node, cuts):
                    while coming and coming[0].span.start <= piece.start:
                        standing.append(coming.popleft())
                    standing = [item for item in standing if item.span.end > piece.start]
                    last = bisect_right(starts, piece.start) - 1
                    mention = in_order[last] if last >= 0 else None
                    yield from _piece(piece, standing, mention)
                    finished = ends.get(piece.start + len(piece.text), ())
                    if within_link:
                        deferred += finished
                    else:
                        yield from _references(finished)
            case Open(name="a"):
                within_link = True
                yield Open("a", tuple(_link_attributes(node, resolve)))
            case Close(name="a"):
                within_link = False
                yield node
                yield from _references(deferred)
                deferred = []
            case _:
                yield node


def _cuts(marked: Sequence[Marked], named: Sequence[Named]) -> list[int]:
    """The offsets at which text must be cut, in order."""
    spans = [item.span for item in marked] + [item.span for item in named]
    return sorted({offset for span in spans for offset in (span.start, span.end)})


def _pieces(node: Text, cuts: list[int]) -> Iterator[Text]:
    """A text cut at every offset that falls inside it."""
    end = node.start + len(node.text)
    start = node.start
    for cut in cuts[bisect_left(cuts, start + 1) : bisect_left(cuts, end)]:
        yield Text(node.text[start - node.start : cut - node.start], start)
        start = cut
    yield Text(node.text[start - node.start :], start)


def _piece(piece: Text, standing: Sequence[Marked], mention: Named | None) -> Iterator[Node]:
    """A piece of text inside the passages on it, and the last mention before if that covers it."""
    passages = sorted(standing, key=lambda item: item.number)
    inner: list[Node] = [piece]
    if passages:
        foremost = min(passages, key=_rank)
        attributes = (
            ("class", f"passage {foremost.classes}"),
            ("data-notes", " ".join(passage.note_id for passage in passages)),
            ("aria-details", f"note-{foremost.note_id}"),
        )
        inner = [Open("mark", attributes), *inner, Close("mark")]
        for passage in passages:
            if passage.span.start == piece.start:
                inner = [
                    Open("span", (("id", f"passage-{passage.note_id}"),)),
                    *inner,
                    Close("span"),
                ]
    if mention and _covers(mention.span, piece):
        inner = _mention(mention, inner, is_first=mention.span.start == piece.start)
    yield from inner


def _rank(passage: Marked) -> tuple[bool, int]:
    """Of passages that overlap, one with a current note comes first, then the shortest."""
    return (passage.status is not None, passage.span.end - passage.span.start)


def _covers(span: Span, piece: Text) -> bool:
    return span.start <= piece.start and piece.start + len(piece.text) <= span.end


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


def _blocks(nodes: Iterable[Node]) -> Iterator[Block]:
    """The nodes cut after each top-level block."""
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
            position = end if start is None else start
            yield Block(tuple(block), Span(position, end))
            block, start = [], None

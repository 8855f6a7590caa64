"""HTML as tests look at it: its elements, its text, and whether every tag is closed in order."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr"})


@dataclass(frozen=True)
class Element:
    """A start tag: its name, its attributes and the names of the elements it stands in."""

    name: str
    attributes: dict[str, str]
    within: tuple[str, ...]


@dataclass
class Piece:
    """A stretch of text with the elements it stands in."""

    text: str
    within: tuple[Element, ...]


@dataclass
class Html:
    """What was read. `misnested` lists end tags that close something else, and what stays open."""

    elements: list[Element] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    misnested: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text, in order."""
        return "".join(piece.text for piece in self.pieces)

    def text_of(self, name: str) -> str:
        """The text in the elements of a class, in one line."""
        inside = [
            piece.text
            for piece in self.pieces
            if any(name in e.attributes.get("class", "").split() for e in piece.within)
        ]
        return " ".join(" ".join(inside).split()).replace(" ,", ",")

    def texts_of(self, name: str) -> list[str]:
        """The texts of the elements of a class, or called that, each in one line; none is empty."""
        texts: dict[int, list[str]] = {}
        for piece in self.pieces:
            for element in piece.within:
                if name in {element.name, *element.attributes.get("class", "").split()}:
                    texts.setdefault(id(element), []).append(piece.text)
        lines = (" ".join(" ".join(text).split()).replace(" ,", ",") for text in texts.values())
        return [line for line in lines if line]

    def named(self, *names: str) -> list[Element]:
        """The elements of these names."""
        return [element for element in self.elements if element.name in names]

    def with_class(self, name: str) -> list[Element]:
        """The elements of a class."""
        return [e for e in self.elements if name in e.attributes.get("class", "").split()]

    def values(self, attribute: str) -> list[str]:
        """The values of an attribute, in order."""
        return [e.attributes[attribute] for e in self.elements if attribute in e.attributes]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Html()
        self.stack: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        within = tuple(element.name for element in self.stack)
        element = Element(tag, {name: value or "" for name, value in attrs}, within)
        self.found.elements.append(element)
        if tag not in _VOID:
            self.stack.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.stack.pop()

    def handle_endtag(self, tag: str) -> None:
        if self.stack and self.stack[-1].name == tag:
            self.stack.pop()
        else:
            self.found.misnested.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.found.pieces.append(Piece(data, tuple(self.stack)))


def read_html(text: str) -> Html:
    """Reads HTML."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.found.misnested += [element.name for element in reader.stack]
    return reader.found

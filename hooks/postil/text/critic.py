"""CriticMarkup in a Markdown text: `{==words==}{>>note<<}` and its relatives.

http://criticmarkup.com/ has five marks. In code they are text, and so is one behind a backslash.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from postil.text.document import Document, Open, Text, read_document
from postil.text.placeholders import Placeholders, placeholders_for
from postil.text.sentences import Span

MarkKind = Literal["highlight", "comment", "addition", "deletion", "substitution"]

_KINDS: Mapping[str, MarkKind] = {
    "{==": "highlight",
    "{>>": "comment",
    "{++": "addition",
    "{--": "deletion",
    "{~~": "substitution",
}
_CLOSING = {"{==": "==}", "{>>": "<<}", "{++": "++}", "{--": "--}", "{~~": "~~}"}
_SIGN = re.compile(
    r"(?<!\\)(?:\\\\)*(?P<sign>\{==|==\}|\{>>|<<\}|\{\+\+|\+\+\}|\{--|--\}|\{~~|~~\})"
)


@dataclass(frozen=True)
class Mark:
    """A mark in a Markdown text, as stretches of the source.

    `within` is what stands between its two signs. Where the second is missing, the mark is the
    first alone.
    """

    kind: MarkKind
    span: Span
    within: Span

    @property
    def is_closed(self) -> bool:
        """Whether it has its second sign."""
        return self.within.end < self.span.end


@dataclass(frozen=True)
class TypedNote:
    """Highlighted words, if there are any, and the comments that stand directly behind them."""

    words: Mark | None
    comments: tuple[Mark, ...]

    @property
    def start(self) -> int:
        """Where it begins in the source."""
        return (self.words or self.comments[0]).span.start


def marks(markdown: str) -> tuple[Mark, ...]:
    """The marks of a text, in order. What stands within one is not looked into."""
    signs = _signs(markdown)
    closing = {
        opening: [at for at, sign in signs if sign == ending]
        for opening, ending in _CLOSING.items()
    }
    found = []
    position = 0
    for at, sign in signs:
        if at < position or sign not in _KINDS:
            continue
        ends = closing[sign]
        inner = at + len(sign)
        index = bisect_left(ends, inner)
        end = ends[index] if index < len(ends) else None
        position = inner if end is None else end + len(sign)
        within = Span(inner, inner if end is None else end)
        found.append(Mark(_KINDS[sign], Span(at, position), within))
    return tuple(found)


def typed_notes(found: tuple[Mark, ...]) -> Iterator[TypedNote]:
    """Every highlight with the comments behind it, and every comment without words."""
    words: Mark | None = None
    comments: list[Mark] = []
    end = -1
    for mark in found:
        if mark.kind == "comment" and mark.is_closed and mark.span.start == end:
            comments.append(mark)
        elif mark.is_closed and mark.kind in {"highlight", "comment"}:
            if words or comments:
                yield TypedNote(words, tuple(comments))
            words = mark if mark.kind == "highlight" else None
            comments = [mark] if mark.kind == "comment" else []
        else:
            continue
        end = mark.span.end
    if words or comments:
        yield TypedNote(words, tuple(comments))


def _signs(markdown: str) -> list[tuple[int, str]]:
    """The signs that count, with their offsets."""
    signs = [(match.start("sign"), match["sign"]) for match in _SIGN.finditer(markdown)]
    placeholders = placeholders_for(markdown) if signs else None
    if placeholders is None:
        return []
    marked = placeholders.put_into(markdown, [at for at, _ in signs])
    outside_code = _outside_code(read_document(marked), placeholders)
    return [sign for number, sign in enumerate(signs) if number in outside_code]


def _outside_code(document: Document, placeholders: Placeholders) -> set[int]:
    """The numbers of the placeholders that a document shows, but for those in code."""
    shown: set[int] = set()
    code_depth = 0
    for node in document.nodes:
        if isinstance(node, Text):
            shown.update(() if code_depth else placeholders.found_in(node.text))
        elif node.name in {"code", "pre"}:
            code_depth += 1 if isinstance(node, Open) else -1
    return shown

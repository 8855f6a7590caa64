"""Highlighted words found again in the text without the marks, and in what that text shows."""

import re
from collections.abc import Sequence

from postil.linking.quoting import trimmed
from postil.text.document import read_document
from postil.text.placeholders import placeholders_for
from postil.text.sentences import Span

_BLOCK_SIGNS = re.compile(r"(?:[ \t]*(?:#{1,6}[ \t]|[-*+][ \t]|\d{1,9}\.[ \t]|>))*[ \t]*")
"""What makes a line a heading, an item or a quotation. Words begin behind it."""


def shown(markdown: str, stretches: Sequence[Span]) -> list[Span | None]:
    """For each stretch of a text, the same words in its plain text.

    All are looked for at once. `None` for the first that cannot be, and for those behind it: it is
    empty, or begins or ends where the words are no words: in a link's address, amid an escape.
    """
    plain = read_document(markdown).plain
    narrowed = [_narrowed(markdown, stretch) for stretch in stretches]
    found = _shown(markdown, plain, narrowed)
    if found is None:
        length = _most_that_can_be_shown(markdown, plain, narrowed)
        found = _shown(markdown, plain, narrowed[:length]) or []
    return [*found, *[None] * (len(stretches) - len(found))]


def _shown(markdown: str, plain: str, stretches: Sequence[Span]) -> list[Span] | None:
    """The same for stretches that all can be found; else `None`.

    Placeholders at their edges show where they are. If the text shows something else with them
    than without, one of them stands where it means something.
    """
    placeholders = placeholders_for(markdown)
    if placeholders is None or any(stretch.start >= stretch.end for stretch in stretches):
        return None
    edges = [edge for stretch in stretches for edge in (stretch.start, stretch.end)]
    marked = read_document(placeholders.put_into(markdown, edges)).plain
    at = placeholders.found_in(marked)
    if len(at) < len(edges) or placeholders.without(marked) != plain:
        return None
    return [trimmed(plain, Span(at[number], at[number + 1])) for number in range(0, len(edges), 2)]


def _most_that_can_be_shown(markdown: str, plain: str, stretches: Sequence[Span]) -> int:
    """How many of the first stretches can be found, by halving: few looks at a long text."""
    low, high = 0, len(stretches)
    while high - low > 1:
        middle = (low + high) // 2
        if _shown(markdown, plain, stretches[:middle]) is None:
            high = middle
        else:
            low = middle
    return low


def _narrowed(markdown: str, stretch: Span) -> Span:
    """A stretch without white space at its edges and the signs of a block at its beginning."""
    inner = trimmed(markdown, stretch)
    line_start = markdown.rfind("\n", 0, inner.start) + 1
    if not markdown[line_start : inner.start].strip():
        signs = _BLOCK_SIGNS.match(markdown, inner.start, inner.end)
        return Span(signs.end() if signs else inner.start, inner.end)
    return inner

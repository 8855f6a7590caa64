"""Long lists over several pages, so that each stays light: pages within pages.

Every entry of a list has a path, from wide to narrow: `("2025", "03", "17")` for a day. A page
whose entries weigh too much has narrower pages below it; what has no narrower place is on numbered
pages, counted from the end, where a list by date is oldest. So what a list gains at its head moves
nothing: pages are added, none is taken away, and a numbered page that was full stays as it is.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup

from postil.digests import digest, digest_of

BOUND = 200_000
"""Bytes of entries on one page. With its frame, and the ways to the site's root filled in, a page
stays well under 400 KB."""

Path = tuple[str, ...]
"""A place in a list, from wide to narrow, in the words of addresses."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in a list: its place, the bytes of its HTML, and what stands for that.

    `html` gives it, as several pages share it (see `at_root`). `record` is the id of what it shows,
    where the list can be narrowed by what else is known of that.
    """

    path: Path
    weight: int
    digest: bytes
    html: Callable[[], Markup] = field(compare=False)
    record: str = ""

    def told(self) -> bytes:
        """What stands for the entry in the key of a page."""
        return "/".join(self.path).encode() + self.digest


def entry_of(path: Path, html: Markup) -> Entry:
    """An entry whose HTML is at hand."""
    content = html.encode()
    return Entry(path, len(content), digest(content), lambda: html)


@dataclass(frozen=True)
class Nested:
    """A page of a list: its place, all entries of that place, and the narrower pages below it.

    A page with a `number` is one of several on which what has no narrower place stands.
    """

    path: Path
    entries: tuple[Entry, ...]
    narrower: tuple["Nested", ...] = ()
    number: int | None = None

    @property
    def address(self) -> str:
        """Its address, from that of the list: `2025/03/`, `2025/03/page-2/`."""
        numbered = () if self.number is None else (f"page-{self.number}",)
        return "".join(f"{step}/" for step in (*self.path, *numbered))

    def told(self) -> bytes:
        """What stands for the way to it: its address, and how much is there."""
        return f"{self.address} {len(self.entries)}".encode()

    @cached_property
    def shape(self) -> bytes:
        """What stands for the ways to the narrower pages."""
        return digest_of(page.told() for page in self.narrower)


@dataclass(frozen=True)
class Placed:
    """A page among the others: the wider ones above it, and what comes before and after it."""

    page: Nested
    above: tuple[Nested, ...]
    before: Nested | None
    after: Nested | None


def nest(entries: Iterable[Entry], bound: int = BOUND, path: Path = ()) -> tuple[Nested, ...]:
    """The widest pages below `path` of a list, each with those below it, in the list's order.

    No page that has none below it weighs more than `bound` bytes, unless one entry alone does.
    """
    by_path: dict[Path, list[Entry]] = {}
    for entry in entries:
        by_path.setdefault(entry.path[: len(path) + 1], []).append(entry)
    bare = by_path.pop(path, [])
    narrower = tuple(_nested(below, tuple(group), bound) for below, group in by_path.items())
    return (*narrower, *_numbered(path, bare, bound))


def fitting(entries: Sequence[Entry], bound: int = BOUND) -> tuple[Entry, ...]:
    """As many of the first entries as `bound` bytes hold, and the first in any case."""
    weight = 0
    for count, entry in enumerate(entries):
        weight += entry.weight
        if count and weight > bound:
            return tuple(entries[:count])
    return tuple(entries)


def placed(
    pages: Sequence[Nested],
    above: tuple[Nested, ...] = (),
    before: Nested | None = None,
    after: Nested | None = None,
) -> Iterator[Placed]:
    """Every page of a list. The neighbours of the first and the last of a place are those of it."""
    for index, page in enumerate(pages):
        earlier = pages[index - 1] if index else before
        later = pages[index + 1] if index + 1 < len(pages) else after
        yield Placed(page, above, earlier, later)
        yield from placed(page.narrower, (*above, page), earlier, later)


def _nested(path: Path, entries: tuple[Entry, ...], bound: int) -> Nested:
    if fitting(entries, bound) == entries:
        return Nested(path, entries)
    return Nested(path, entries, nest(entries, bound, path))


def _numbered(path: Path, entries: Sequence[Entry], bound: int) -> tuple[Nested, ...]:
    """Pages of these entries, filled one after the other from the last entry on."""
    pages: list[Nested] = []
    rest = tuple(reversed(entries))
    while rest:
        filled = fitting(rest, bound)
        pages.append(Nested(path, filled[::-1], number=len(pages) + 1))
        rest = rest[len(filled) :]
    return tuple(reversed(pages))

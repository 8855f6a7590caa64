"""Lists by name and, where one weighs too much for a page, its pages by first letters."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from postil.markup.html import at_root, root_of
from postil.model.archive import Record
from postil.pages.environment import render
from postil.pages.nesting import BOUND, Entry, Nested, Path, Placed, nest, placed
from postil.pages.page import Page, PlannedPage, planned
from postil.pages.steps import Step, levels, step, steps

_LETTERS = 3
"""Letters of a name that its place in a list can depend on."""


@dataclass(frozen=True)
class Home:
    """The page that shows lists by name, or leads to their letters."""

    name: str
    href: str


@dataclass(frozen=True)
class Names:
    """A list by name, in its order. The pages of its letters lie below `address`."""

    label: str
    address: str
    home: Home
    language: str
    entries: tuple[Entry, ...]

    @property
    def weight(self) -> int:
        """Bytes of all its entries."""
        return sum(entry.weight for entry in self.entries)


@dataclass(frozen=True)
class Section:
    """A list as its home page shows it: whole, or the ways to its letters."""

    label: str
    count: int
    items: tuple[Markup, ...]
    letters: tuple[Step, ...]


def sort_name(name: str) -> str:
    """What names are ordered by: their letters and digits, Latin ones without their marks."""
    composed = unicodedata.normalize("NFC", name.casefold())
    return "".join(_plain(letter) for letter in composed if letter.isalnum())


def in_order(ids: Iterable[str], records: Mapping[str, Record[Any]]) -> list[str]:
    """Ids of records in the order of their names."""
    return sorted(ids, key=lambda id_: (sort_name(records[id_].data.name), id_))


def first_letters(name: str) -> Path:
    """The place of a name in a list; what is not a to z is written by its number in Unicode."""
    return tuple(
        letter if letter.isascii() else f"u{ord(letter):04x}"
        for letter in sort_name(name)[:_LETTERS]
    )


def shown(lists: Sequence[Names]) -> tuple[Section, ...]:
    """The lists as their home page shows them: the heavy ones by letter if not all of it fits."""
    if sum(names.weight for names in lists) <= BOUND:
        return tuple(_whole(names) for names in lists)
    share = BOUND // len(lists)
    return tuple(_whole(it) if it.weight <= share else _by_letter(it) for it in lists)


def letter_pages(names: Names) -> Iterator[PlannedPage]:
    """The pages of a list's first letters and, where one weighs too much, of those after it."""
    letters = nest(names.entries)
    for place in placed(letters):
        yield planned(_letter_page(names, letters, place))


def _whole(names: Names) -> Section:
    return Section(names.label, len(names.entries), _items(names.entries, names.home.href), ())


def _by_letter(names: Names) -> Section:
    return Section(
        names.label, len(names.entries), (), steps(nest(names.entries), names.address, _label)
    )


def _letter_page(names: Names, letters: Sequence[Nested], place: Placed) -> Page:
    page, address = place.page, names.address + place.page.address
    title = f"{names.label}: {_label(page)}"
    html = render(
        "letter.html",
        root_of(address),
        title=title,
        names=names,
        above=steps(place.above, names.address, _label),
        count=len(page.entries),
        levels=list(levels(letters, place, names.address, _label)),
        items=() if page.narrower else _items(page.entries, address),
        before=place.before and step(place.before, names.address, _label),
        after=place.after and step(place.after, names.address, _label),
    )
    return Page(
        address, title, f"{title}, in the order of their names.", "index", html, names.language
    )


def _items(entries: Iterable[Entry], address: str) -> tuple[Markup, ...]:
    root = root_of(address)
    return tuple(at_root(entry.html(), root) for entry in entries)


def _label(page: Nested) -> str:
    """`S`, `Sa`; `Li, page 1` of names that end there, `Page 1` of those without a letter."""
    letters = "".join(map(_letter, page.path))
    numbered = [] if page.number is None else [f"page {page.number}"]
    label = ", ".join([*([letters] if letters else []), *numbered])
    return label[0].upper() + label[1:]


def _letter(written: str) -> str:
    return written if len(written) == 1 else chr(int(written[1:], 16))


def _plain(letter: str) -> str:
    base = unicodedata.normalize("NFKD", letter)[0].casefold()
    return base if base.isascii() and base.isalnum() else letter

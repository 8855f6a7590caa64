"""The ways from a page of a long list to the others."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from postil.pages.nesting import Nested, Placed


@dataclass(frozen=True)
class Step:
    """A way to a page of a list: its name, how many entries it has, and whether it is this page."""

    label: str
    count: int
    address: str
    current: str | None = None
    """What `aria-current` says: `page` of this page, `true` of a wider one."""


Labelling = Callable[[Nested], str]
"""What a page is called."""


def step(page: Nested, address: str, label: Labelling) -> Step:
    """The way to a page of the list at `address`."""
    return Step(label(page), len(page.entries), address + page.address)


def steps(pages: Sequence[Nested], address: str, label: Labelling) -> tuple[Step, ...]:
    """The ways to pages beside each other."""
    return tuple(step(page, address, label) for page in pages)


def levels(
    widest: Sequence[Nested], place: Placed, address: str, label: Labelling
) -> Iterator[tuple[Step, ...]]:
    """The ways to the pages beside those above a page, beside it, and below it; wide to narrow."""
    way = (*place.above, place.page)
    marks = {wider.address: "true" for wider in place.above} | {place.page.address: "page"}
    for pages in (widest, *(page.narrower for page in way)):
        if pages:
            yield tuple(
                Step(label(it), len(it.entries), address + it.address, marks.get(it.address))
                for it in pages
            )

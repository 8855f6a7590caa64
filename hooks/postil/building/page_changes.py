"""The pages of records that differ between two states of an archive."""

from collections.abc import Iterator

from postil.building.composing import Composed
from postil.building.ledger import Part
from postil.building.part_keys import part_keys
from postil.building.publishing import parts, planned_pages
from postil.pages.page import PlannedPage
from postil.pages.shelf import Shelf
from postil.parallel import spread
from postil.surveying.report import PageChanges

_Found = tuple[list[str], list[str], list[str]]
"""Addresses of pages that came, changed and went."""


def page_changes(before: Composed, after: Composed) -> PageChanges:
    """The pages that come, change or go, and of these only those that a record is behind.

    A part whose key is the same has the same pages; the pages of others are made and compared.
    """
    old, new = _keys(before), _keys(after)
    differing = [part for part in sorted(old.keys() | new.keys()) if old.get(part) != new.get(part)]
    found = list(spread(_compared, (before.shelf, after.shelf), differing))
    added, changed, removed = ([address for it in found for address in it[n]] for n in range(3))
    return PageChanges(tuple(sorted(added)), tuple(sorted(changed)), tuple(sorted(removed)))


def _keys(composed: Composed) -> dict[Part, bytes]:
    keys = part_keys(composed.shelf, composed.digests)
    return {part: keys(part) for part in parts(composed.shelf) if part[0] != "indexes"}


def _compared(shelves: tuple[Shelf, Shelf], part: Part) -> _Found:
    old, new = (dict(_planned(shelf, part)) for shelf in shelves)
    both = old.keys() & new.keys()
    changed = [address for address in both if _differ(old[address], new[address])]
    return list(new.keys() - old.keys()), changed, list(old.keys() - new.keys())


def _differ(old: PlannedPage, new: PlannedPage) -> bool:
    is_known = bool(old.key) and old.key == new.key
    return not is_known and old.compose() != new.compose()


def _planned(shelf: Shelf, part: Part) -> Iterator[tuple[str, PlannedPage]]:
    """The pages of a part by their addresses; none where a shelf does not have it."""
    kind, id_ = part
    if id_ in getattr(shelf.site.archive, kind):
        yield from ((page.address, page) for page in planned_pages(shelf, part))

"""Offices as of a date."""

from collections.abc import Iterator

from postil.model.dates import Edtf
from postil.model.records import Actor, Position
from postil.pages.site import Site, actor_name


def offices_at(actor: Actor, when: Edtf) -> Iterator[Position]:
    """The offices that an actor held on a date, both boundary days included.

    A date less exact than a day counts as held where the two can coincide. A position whose start
    is not on record gives no ground to say that it was held then.
    """
    for position in actor.positions:
        has_begun = position.start is not None and position.start.first <= when.last
        has_not_ended = position.end is None or position.end.last >= when.first
        if has_begun and has_not_ended:
            yield position


def office_label(site: Site, position: Position) -> str:
    """An office in words: `Minister of Foreign Affairs, Ukraine`.

    Where the office's own name already ends in the organisation's, that is not said again.
    """
    role = f"acting {position.role}" if position.acting else position.role
    organisation = actor_name(site, position.org) if position.org else ""
    return role if role.endswith(organisation) else f"{role}, {organisation}"


def office_labels(site: Site, actor: Actor, when: Edtf) -> tuple[str, ...]:
    """The offices that an actor held on a date, in words."""
    return tuple(office_label(site, position) for position in offices_at(actor, when))

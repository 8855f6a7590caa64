"""Offices: what they are called, and which an actor held on a date."""

from postil.model.dates import Edtf
from postil.model.records import Actor, Position
from postil.pages.site import Site, actor_name


def offices_at(actor: Actor, when: Edtf) -> tuple[Position, ...]:
    """The offices that an actor held on a date, the one taken up last first.

    The first and the last day in office count. A date less exact than a day counts as held where
    the two can coincide. A position whose start is not on record gives no ground to say that it
    was held then.
    """
    held = [position for position in newest_first(actor.positions) if _covers(position, when)]
    return tuple(held)


def _covers(position: Position, when: Edtf) -> bool:
    has_begun = position.start is not None and position.start.first <= when.last
    has_not_ended = position.end is None or position.end.last >= when.first
    return has_begun and has_not_ended


def newest_first(positions: tuple[Position, ...]) -> list[Position]:
    """Positions by the day they were taken up; those whose start is not on record last."""
    return sorted(positions, key=_start, reverse=True)


def _start(position: Position) -> int:
    return position.start.first.toordinal() if position.start else 0


def role_of(position: Position) -> str:
    """The role, with `acting` before it where it was held so and does not say it by itself."""
    says_it = position.role.casefold().startswith("acting")
    return f"acting {position.role}" if position.acting and not says_it else position.role


def organisation_of(site: Site, position: Position) -> str | None:
    """The organisation's id or name, unless the role ends in its name and so says it already."""
    if position.org is None or position.role.endswith(actor_name(site, position.org)):
        return None
    return position.org


def office_labels(site: Site, actor: Actor, when: Edtf) -> tuple[str, ...]:
    """The offices that an actor held on a date, in words: `Minister of Defence, Ukraine`."""
    return tuple(_label(site, position) for position in offices_at(actor, when))


def _label(site: Site, position: Position) -> str:
    organisation = organisation_of(site, position)
    role = role_of(position)
    return f"{role}, {actor_name(site, organisation)}" if organisation else role

"""Offices as of a date."""

from collections.abc import Iterator

from postil.model.dates import Edtf
from postil.model.records import Actor, Position


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

"""Who answers for a change, and when."""

from collections.abc import Iterable
from datetime import datetime

import click

from postil.cli.notes.holdings import Holdings
from postil.editing.note_file import Signature
from postil.reading.nearest import nearest


def signature(holdings: Holdings, by: str | None) -> Signature:
    """The analyst with that id, or else the only active one, and today's date.

    Raises `click.UsageError` where there is no such analyst, or a choice.
    """
    analysts = holdings.analysts
    if by is not None and by not in analysts:
        close = nearest(by, analysts)
        hint = f"did you mean “{close}”?" if close else f"analysts are {_listed(analysts)}"
        raise click.UsageError(f"there is no analyst “{by}”; {hint}")
    active = [id_ for id_, analyst in analysts.items() if analyst.data.active]
    if by is None and len(active) != 1:
        raise click.UsageError(f"say who you are with --by; active analysts are {_listed(active)}")
    return Signature(by or active[0], _today())


def _listed(ids: Iterable[str]) -> str:
    return ", ".join(ids) or "none yet: add docs/analysts/YOUR-ID.md"


def _today() -> str:
    return datetime.now().astimezone().date().isoformat()

"""`postil notes retract` and `supersede`: a note is wrong, or another is better."""

from collections.abc import Callable
from typing import Any

import click

from postil.cli.notes.holdings import Holdings, note_named, open_holdings
from postil.cli.notes.telling import tell
from postil.cli.notes.writing import rewrite
from postil.diagnostics.diagnostic import Diagnostic
from postil.editing.retracting import Ending, taken_back
from postil.editing.source import read_source
from postil.model.archive import NoteRecord

_arguments: Callable[[Any], Any] = click.argument(
    "notes", nargs=-1, required=True, metavar="NOTE..."
)
_reason: Callable[[Any], Any] = click.option(
    "--reason", required=True, metavar="TEXT", help="Why, in one sentence for readers."
)


@click.command(short_help="Take notes back that are wrong.")
@_arguments
@_reason
def retract(notes: tuple[str, ...], reason: str) -> None:
    """Take NOTEs back because they are wrong.

    The files stay: the site goes on showing the notes, marked as retracted, with the reason.
    """
    _take_back(notes, "retracted", reason)


@click.command(short_help="Mark notes that something better has replaced.")
@_arguments
@_reason
def supersede(notes: tuple[str, ...], reason: str) -> None:
    """Mark NOTEs as superseded: something better stands elsewhere, and the reason says where.

    The files stay: the site goes on showing the notes, marked as superseded, with the reason.
    """
    _take_back(notes, "superseded", reason)


def _take_back(names: tuple[str, ...], status: Ending, reason: str) -> None:
    if not reason.strip():
        raise click.UsageError("--reason is empty; say in one sentence why, for readers")
    holdings = open_holdings()
    notes = [note_named(holdings, name)[1] for name in names]
    wrong = [fault for note in notes for fault in _ended(holdings, note, status, reason.strip())]
    tell(wrong)
    if wrong:
        raise SystemExit(1)


def _ended(
    holdings: Holdings, note: NoteRecord, status: Ending, reason: str
) -> tuple[Diagnostic, ...]:
    """Writes it down, unless it is there already. Gives what prevented it."""
    if note.data.status == status:
        click.echo(f"{note.path} is {status} already: {note.data.reason}")
        return ()
    source = read_source(holdings.root, note.path)
    edited = (
        source if isinstance(source, Diagnostic) else taken_back(source, note.path, status, reason)
    )
    if isinstance(edited, Diagnostic):
        return (edited,)
    wrong = rewrite(holdings.root, note, edited)
    if not wrong:
        click.echo(f"{status.capitalize()}: {note.path}")
    return wrong

"""`postil notes accept`: a note is still true of words that have changed."""

from collections.abc import Callable
from dataclasses import dataclass

import click

from postil.cli.notes.holdings import Holdings, note_named, open_holdings
from postil.cli.notes.showing import difference, show, show_places
from postil.cli.notes.signing import signature
from postil.cli.notes.telling import asker, stop, tell
from postil.cli.notes.writing import rewrite
from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic
from postil.editing.note_file import Signature
from postil.editing.reanchoring import places_for, quotation_for, reanchored
from postil.editing.source import read_source
from postil.editing.texts import NotedText
from postil.linking.anchors import STANDING, Searched, quotation, resolve
from postil.model.archive import NoteRecord
from postil.model.records import Quotation
from postil.text.sentences import Span


@dataclass(frozen=True)
class Proposal:
    """Words that a note may be brought to, and the quotation that leads to them."""

    text: NotedText
    note: NoteRecord
    place: Span
    quote: Quotation


@click.command(short_help="Keep notes whose words changed and that are still true.")
@click.argument("notes", nargs=-1, required=True, metavar="NOTE...")
@click.option(
    "--quote", metavar="WORDS", help="The words, where the nearest are not the right ones."
)
@click.option(
    "--place",
    type=click.IntRange(min=1),
    metavar="N",
    help="Which of the places, where the words stand more than once.",
)
@click.option("--by", metavar="ANALYST", help="Who accepts; the only active analyst if left out.")
@click.option("--yes", is_flag=True, help="Do not ask: the notes are still true.")
def accept(
    notes: tuple[str, ...],
    quote: str | None,
    place: int | None,
    by: str | None,
    yes: bool,  # noqa: FBT001 -- click hands options over by name
) -> None:
    """Say that NOTEs are still true, though the words that they quote have changed.

    Shows each note with the words that it quotes against the nearest that stand there now, and
    asks. If the answer is yes, the note's file gets the new words as its `quote`, and an entry
    under `reanchored` that says when, by whom, and what it quoted before.

    Read the passage again first. If the note is no longer true, use `postil notes retract`.
    """
    if len(notes) > 1 and (quote or place):
        raise click.UsageError("--quote and --place go with one note; name one at a time")
    holdings = open_holdings()
    found = [_proposed(holdings, name, quote, place) for name in notes]
    faults = [item for item in found if isinstance(item, Diagnostic)]
    proposals = [item for item in found if isinstance(item, Proposal)]
    if proposals:
        signed = signature(holdings, by)
        agreed = asker(yes)
        for proposal in proposals:
            faults += _decided(holdings, proposal, signed, agreed)
    tell(faults)
    if faults:
        raise SystemExit(1)


def _proposed(
    holdings: Holdings, name: str, words: str | None, number: int | None
) -> Proposal | Diagnostic | None:
    """What a note may be brought to, or why to nothing; `None` if there is nothing to accept."""
    text, note = note_named(holdings, name)
    quote = quotation(note.data)
    if text.searched is None:
        stop(holdings.faults_of([text.path, note.path]))
    if quote is None or resolve(quote, text.searched).state in STANDING:
        if words or number:
            raise click.UsageError(
                f"{note.path} stands on its words, so there is nothing to accept; to have it quote "
                "other words, write them under `quote` in its file"
            )
        click.echo(f"{note.path} stands on its words: there is nothing to accept.")
        return None
    if not note.data.is_current:
        click.echo(f"{note.path} is {note.data.status}: its words may change.")
        return None
    wanted = _given(words, text, text.searched) if words else quote
    places = places_for(wanted, text.searched)
    if not places:
        return _no_place(text, text.searched, note, wanted)
    if number is None and len(places) > 1:
        show_places(text.searched.plain, places)
        return _fault(
            note,
            Code.AMBIGUOUS_QUOTE,
            f"The quoted words stand {len(places):,} times in {text.path}",
            "Choose one of the places above with --place.",
        )
    return _at_place(text, note, wanted, places, number or 1)


def _given(words: str, text: NotedText, searched: Searched) -> Quotation:
    """The words of `--quote`, which must stand in the text."""
    wanted = Quotation(exact=words)
    found = resolve(wanted, searched)
    if found.state in {"changed", "lost"}:
        near = found.nearest
        now = searched.plain[near.start : near.end] if near else ""
        hint = f"; nearest: “{difference(words, now)}”" if now else ""
        raise click.UsageError(f"the words of --quote do not stand in {text.path}{hint}")
    return wanted


def _no_place(
    text: NotedText, searched: Searched, note: NoteRecord, wanted: Quotation
) -> Diagnostic:
    if resolve(wanted, searched).state == "ambiguous":
        return _fault(
            note,
            Code.AMBIGUOUS_QUOTE,
            f"The quoted words stand too often to count in {text.path}",
            "Give more of the passage with --quote.",
        )
    return _fault(
        note,
        Code.LOST_QUOTE,
        f"The quoted words do not stand in {text.path}, nor anything like them",
        "Give the words that the note is true of with --quote, or use `postil notes retract`.",
    )


def _at_place(
    text: NotedText, note: NoteRecord, wanted: Quotation, places: tuple[Span, ...], number: int
) -> Proposal | Diagnostic:
    if number > len(places):
        are = "is 1 place" if len(places) == 1 else f"are {len(places)} places"
        raise click.UsageError(f"there {are}, and --place says {number}")
    place = places[number - 1]
    quote = quotation_for(wanted, text.searched, place) if text.searched else None
    if quote is None:
        return _fault(
            note,
            Code.CHANGED_QUOTE,
            f"No quote leads to these words in {text.path} and nowhere else",
            "Give more of the passage with --quote.",
        )
    return Proposal(text, note, place, quote)


def _fault(note: NoteRecord, code: Code, message: str, remedy: str) -> Diagnostic:
    return Diagnostic(note.positions.of("quote", "exact"), code, message, remedy)


def _decided(
    holdings: Holdings, proposal: Proposal, signed: Signature, agreed: Callable[[str], bool]
) -> tuple[Diagnostic, ...]:
    """Asks, and writes if the answer is yes. Gives what prevented it."""
    text, note = proposal.text, proposal.note
    show(text, note, proposal.quote.exact, proposal.place, holdings.settings.language)
    if not agreed("Is the note still true of these words?"):
        click.echo("It stays as it is.")
        return ()
    source = read_source(holdings.root, note.path)
    if isinstance(source, Diagnostic):
        return (source,)
    edited = reanchored(source, note, proposal.quote, signed)
    if isinstance(edited, Diagnostic):
        return (edited,)
    wrong = rewrite(holdings.root, note, edited)
    if not wrong:
        click.echo(f"Accepted: {note.path} quotes these words now.")
    return wrong

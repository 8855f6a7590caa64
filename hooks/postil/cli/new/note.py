"""`postil new note`: a note on words of an article, a profile or an introduction."""

import sys
from functools import partial
from typing import get_args

import click

from postil.cli.new.asking import Question, answers, utf8
from postil.cli.new.options import id_option, yes_option
from postil.cli.new.placing import checked, open_shelf, place_at, put
from postil.cli.new.quoting import quotation_of, refuse_missing
from postil.cli.notes.holdings import Holdings, holdings_in, text_named
from postil.cli.notes.signing import signature
from postil.cli.notes.telling import stop
from postil.diagnostics.diagnostic import Diagnostic
from postil.editing.naming import suggested_id
from postil.editing.note_file import Remark, note_text
from postil.editing.texts import NotedText
from postil.model.records import Quotation
from postil.model.vocabulary import NoteKind
from postil.text.document import read_document


@click.command(short_help="Begin a note on words of a text.")
@click.argument("target", type=utf8)
@click.option("--quote", metavar="WORDS", type=utf8, help="The words it is about, from the text.")
@click.option("--prefix", metavar="WORDS", type=utf8, default="", help="What stands before them.")
@click.option("--suffix", metavar="WORDS", type=utf8, default="", help="What stands behind them.")
@click.option("--kind", type=click.Choice(get_args(NoteKind)), help="What the note does.")
@click.option("--by", metavar="ANALYST", type=utf8, help="Who signs it.")
@click.option(
    "--body", metavar="TEXT", type=utf8, help="The note itself; - reads it from standard input."
)
@id_option
@yes_option
def note(  # noqa: PLR0913, PLR0917 -- click hands options over by name
    target: str,
    quote: str | None,
    prefix: str,
    suffix: str,
    kind: str | None,
    by: str | None,
    body: str | None,
    id_: str | None,
    yes: bool,  # noqa: FBT001 -- the same
) -> None:
    """Write a note on TARGET: the path or the id of an article, an actor or a topic.

    The words of --quote must stand in the text once. If they stand there more than once, --prefix
    or --suffix says which are meant; the command says what to write there.
    """
    shelf = open_shelf()
    holdings = holdings_in(shelf.root, shelf.settings, shelf.reading)
    text = text_named(holdings, target)
    if not text.is_there:
        raise click.UsageError(f"there is no {text.path}, only the folder of its notes")
    if text.searched is None or text.record is None:
        stop(holdings.faults_of([text.path]))
    searched = text.searched
    given = sys.stdin.buffer.read().decode("utf-8", "replace") if body == "-" else body
    if id_:
        _free(id_, text)

    def standing(words: str) -> str:
        refuse_missing(Quotation(exact=words, prefix=prefix, suffix=suffix), searched, text.path)
        return words

    questions = [
        Question("--quote", quote, check=standing),
        Question("--kind", kind, get_args(NoteKind), "context"),
        Question("--by", by, *_signers(holdings)),
        Question("--body", given),
    ]
    quote, kind, by, given = answers(questions, is_agreed=yes)
    signed = signature(holdings, by)
    wanted = Quotation(exact=quote, prefix=prefix, suffix=suffix)
    found = quotation_of(wanted, searched, text.path, is_agreed=yes)
    said = "\n".join(given.split("\r\n")).replace("\r", "\n").strip()
    suggestion = suggested_id(read_document(said).plain, "note", text.taken)
    named = Question("--id", id_, suggestion=suggestion, check=partial(_free, text=text))
    (id_,) = answers([named], is_agreed=yes)
    file = place_at(f"{text.folder}/{id_}.md")
    written = note_text(Remark(found, kind, said), signed, file)
    if isinstance(written, Diagnostic):
        stop([written])
    put(
        shelf,
        checked(shelf, written, file, text.record),
        "Read it beside its words with `postil serve`.",
    )


def _free(id_: str, text: NotedText) -> str:
    """An id. Raises `click.UsageError` where another note on the text has it."""
    if id_ in text.taken:
        raise click.UsageError(f"--id: another note on {text.path} is called “{id_}”")
    return id_


def _signers(holdings: Holdings) -> tuple[tuple[str, ...], str | None]:
    """Who may sign, and who does if nobody is named: the only active analyst."""
    active = tuple(id_ for id_, analyst in holdings.analysts.items() if analyst.data.active)
    return active, active[0] if len(active) == 1 else None

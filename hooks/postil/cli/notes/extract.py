"""`postil notes extract`: notes typed into texts become files."""

import click

from postil.cli.notes import writing
from postil.cli.notes.holdings import Holdings, open_holdings, text_named
from postil.cli.notes.signing import signature
from postil.cli.notes.telling import tell
from postil.diagnostics.diagnostic import Diagnostic
from postil.editing.extraction import Extraction
from postil.editing.extraction import extract as extracted
from postil.editing.note_file import Signature
from postil.editing.source import read_source
from postil.editing.texts import NotedText
from postil.text.critic import marks


@click.command(short_help="Make files of notes that are typed into texts.")
@click.argument("texts", nargs=-1, metavar="[TEXT]...")
@click.option(
    "--by", metavar="ANALYST", help="Who signs them; the only active analyst if left out."
)
def extract(texts: tuple[str, ...], by: str | None) -> None:
    """Make files of the notes that are typed into TEXTs, or into any text of the archive.

    A TEXT is the path or the id of an article, a profile or an introduction. In it,

        She offered to {==share the cost==}{>>question: With whom?<<}.

    becomes a note on “share the cost”, in a file beside the text, and the text becomes what it was
    before. The kind may be left out. A second {>>note<<} right behind the first is a second note.

    A text in which something cannot be made out stays as it is, and what is wrong is told.
    """
    holdings = open_holdings()
    chosen = [_written(text_named(holdings, name)) for name in texts]
    signed = signature(holdings, by)
    wanted = chosen or [text for text in holdings.texts.values() if text.is_there]
    faults: list[Diagnostic] = []
    typed = [text for text in wanted if text.record is None or marks(text.record.body)]
    for text in typed:
        faults += _extract_from(holdings, text, signed)
    if not typed:
        where = ", ".join(text.path for text in chosen) or "any text of the archive"
        click.echo(f"No notes are typed into {where}.", err=True)
    tell(faults)
    if faults:
        raise SystemExit(1)


def _written(text: NotedText) -> NotedText:
    """A text that has a file."""
    if not text.is_there:
        raise click.UsageError(f"there is no {text.path}, only the folder of its notes")
    return text


def _extract_from(holdings: Holdings, text: NotedText, signed: Signature) -> tuple[Diagnostic, ...]:
    """Makes the files and puts the text back. Gives what prevented it; then nothing has changed."""
    if text.record is None:
        return holdings.faults_of([text.path])
    source = read_source(holdings.root, text.path)
    if isinstance(source, Diagnostic):
        return (source,)
    found = extracted(source, text, signed)
    if not isinstance(found, Extraction):
        return found
    for path, written in found.notes:
        if wrong := writing.create(holdings.root, path, written):
            return wrong
        click.echo(path)
    return writing.replace(holdings.root, text.path, found.source)

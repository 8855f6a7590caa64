"""`postil notes move`: notes go along when an article is renamed or split."""

from pathlib import Path

import click

from postil.cli.notes import writing
from postil.cli.notes.holdings import Holdings, note_in, open_holdings, text_named
from postil.cli.notes.telling import asker, stop, tell
from postil.diagnostics.diagnostic import Diagnostic
from postil.editing.moving import Hindrance, Plan, plan_move
from postil.editing.texts import NotedText
from postil.pages.site import page_address
from postil.reading.redirects import former_path, redirect_entry


@click.command(short_help="Move notes when an article is renamed or split.")
@click.argument("old")
@click.argument("new")
@click.argument("notes", nargs=-1, metavar="[NOTE]...")
@click.option("--yes", is_flag=True, help="Do not ask before moving them.")
def move(
    old: str,
    new: str,
    notes: tuple[str, ...],
    yes: bool,  # noqa: FBT001 -- click hands options over by name
) -> None:
    """Move notes from the text OLD to the text NEW: after an article was renamed or split.

    OLD and NEW are ids or paths. OLD may be gone, as long as the folder of its notes is there.

    With NOTEs, moves these. Without, moves all notes whose words stand in NEW and no longer in
    OLD; notes on the whole text only if OLD is gone. Notes that answer one another stay together.
    No note is ever overwritten. Their files are not changed.
    """
    holdings = open_holdings()
    before, after = text_named(holdings, old), text_named(holdings, new)
    _refuse_useless(holdings, before, after)
    named = frozenset(note_in(holdings, before, name) for name in notes)
    plan = plan_move(before, after, named)
    _show(plan, before, after)
    hindered = any(hindrance.is_fault for hindrance in plan.hindrances)
    if plan.moves and asker(yes)("Move them?"):
        faults = _moved(holdings.root, plan, before, after)
        tell(faults)
        hindered = hindered or bool(faults)
        _mention_lost_addresses(plan, before)
        _mention_redirect(before, after)
    if hindered:
        raise SystemExit(1)


def _refuse_useless(holdings: Holdings, before: NotedText, after: NotedText) -> None:
    """Ends the command where nothing can be moved, or not be judged."""
    if before.path == after.path:
        raise click.UsageError(f"OLD and NEW are the same: {before.path}")
    if not after.is_there:
        raise click.UsageError(f"there is no {after.path}, only the folder of its notes")
    if not before.taken:
        raise click.UsageError(f"there are no notes in {before.folder}")
    broken = [text.path for text in (before, after) if text.is_there and text.record is None]
    if broken:
        stop(holdings.faults_of(broken))


def _show(plan: Plan, before: NotedText, after: NotedText) -> None:
    for note in plan.moves:
        click.echo(f"{note.path} → {after.folder}/{note.id}.md")
    for hindrance in plan.hindrances:
        click.echo(_line(hindrance), err=hindrance.is_fault)
    for file in before.unread:
        click.echo(f"{file.path} stays: it has a fault, which `postil check` tells.")
    if not plan.moves:
        click.echo("No note moves.")


def _line(hindrance: Hindrance) -> str:
    return f"{hindrance.note.path} stays: it {hindrance.reason}."


def _moved(root: Path, plan: Plan, before: NotedText, after: NotedText) -> tuple[Diagnostic, ...]:
    """Moves the files, and removes the folder if it is empty then."""
    for note in plan.moves:
        if wrong := writing.move(root, note.path, f"{after.folder}/{note.id}.md"):
            return wrong
    folder = root / before.folder
    if not any(folder.iterdir()):
        folder.rmdir()
    count = len(plan.moves)
    click.echo(f"Moved {count:,} note{'' if count == 1 else 's'} to {after.folder}.")
    return ()


def _mention_lost_addresses(plan: Plan, before: NotedText) -> None:
    """Says what becomes of the notes' addresses where the page that had them stays."""
    if before.is_there:
        first = f"/{page_address(before.path)}#note-{plan.moves[0].id}"
        click.echo(
            f"Addresses such as {first} answer no more, which `postil check --since` tells as "
            "`lost-address`. Where others may have cited one, leave a note of that id with "
            "`whole: true`, `status: superseded` and a `reason` that says where it is now."
        )


def _mention_redirect(before: NotedText, after: NotedText) -> None:
    """Says what the old address needs, where its article is gone."""
    record = after.record
    known = {former_path(record, entry) for entry in record.data.redirects} if record else set()
    if not before.is_there and before.path not in {after.path, *known}:
        click.echo(
            f"{after.path} does not name `{redirect_entry(before.path, after.path)}` under "
            "`redirects`: add it, and the old address goes on answering."
        )

"""Changed files brought to the disk, read back before and told about after."""

from pathlib import Path

import click

from postil.diagnostics.diagnostic import Diagnostic
from postil.editing import files
from postil.editing.source import Source
from postil.model.archive import NoteRecord
from postil.reading.discover import RecordFile
from postil.reading.records import parse


def rewrite(root: Path, note: NoteRecord, source: Source) -> tuple[Diagnostic, ...]:
    """Puts the changed text of a note into its file; or gives what would be wrong with it.

    Raises `click.ClickException` where the disk refuses.
    """
    record, faults = parse(source.text, RecordFile(note.path, "note", note.target))
    if record is None:
        return tuple(faults)
    return replace(root, note.path, source)


def replace(root: Path, path: str, source: Source) -> tuple[Diagnostic, ...]:
    """Puts a text into its file. Raises `click.ClickException` where the disk refuses."""
    try:
        wrong = files.replace(root, path, source.data)
    except OSError as error:
        raise _refused(path, error) from error
    return (wrong,) if wrong else ()


def create(root: Path, path: str, text: str) -> tuple[Diagnostic, ...]:
    """Makes a file. Raises `click.ClickException` where the disk refuses."""
    try:
        wrong = files.create(root, path, text.encode())
    except OSError as error:
        raise _refused(path, error) from error
    return (wrong,) if wrong else ()


def move(root: Path, old: str, new: str) -> tuple[Diagnostic, ...]:
    """Gives a file another place. Raises `click.ClickException` where the disk refuses."""
    try:
        wrong = files.move(root, old, new)
    except OSError as error:
        raise _refused(new, error) from error
    return (wrong,) if wrong else ()


def _refused(path: str, error: OSError) -> click.ClickException:
    return click.ClickException(f"{path} cannot be written: {error.strerror}")

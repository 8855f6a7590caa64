"""A new record's file: its place, what the check will say of it, and how it gets there."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import click

from postil.cli.new.asking import Question, answers
from postil.cli.notes.telling import stop, tell
from postil.cli.notes.writing import create
from postil.cli.root import open_archive
from postil.diagnostics.diagnostic import Diagnostic, has_errors
from postil.editing.naming import suggested_id
from postil.editing.record_file import record_text
from postil.linking.lexicon import build_lexicon
from postil.linking.link import faults_beside_texts, faults_in_text, language_of, link_text
from postil.model.archive import Archive, NoteRecord, Settings
from postil.reading.assemble import assemble
from postil.reading.discover import RECORD_FOLDERS, RecordFile, RecordKind, record_files
from postil.reading.records import AnyRecord, Reading, read_file, read_records
from postil.reading.redirects import former_id


@dataclass(frozen=True)
class Shelf:
    """The archive that a record is added to."""

    root: Path
    settings: Settings
    reading: Reading
    archive: Archive


def open_shelf() -> Shelf:
    """The archive that the command is run in. Raises `click.UsageError` where there is none."""
    root, settings = open_archive()
    reading = read_records(root)
    archive, _ = assemble(reading, settings)
    return Shelf(root, settings, reading, archive)


def place(
    shelf: Shelf, kind: RecordKind, name: str, id_: str | None, *, is_agreed: bool
) -> RecordFile:
    """Where a new record lies, under an id made of its name if none is given.

    Raises `click.UsageError` where another has, or had, the id. Ends the command where no record
    can have it.
    """
    taken = {file.id for file in shelf.reading.unread if file.kind == kind}
    for file, record in shelf.reading.records:
        if file.kind == kind:
            taken |= {file.id, *map(former_id, record.data.redirects)}
    suggestion = suggested_id(name, kind, taken)
    (chosen,) = answers([Question("--id", id_, suggestion=suggestion)], is_agreed=is_agreed)
    folder = next(where for where, (held, _) in RECORD_FOLDERS.items() if held == kind)
    if chosen in taken:
        raise click.UsageError(f"--id: another {kind} has “{chosen}” or had it; choose another")
    return place_at(f"{folder}/{chosen}.md")


def place_at(path: str) -> RecordFile:
    """The record file at a path. Ends the command where no record can lie there."""
    found = record_files([path])
    if not found.files:
        stop(found.diagnostics)
    return found.files[0]


def written_record(front: Mapping[str, object], file: RecordFile) -> str:
    """The text of a record without a text below. Ends the command where it cannot be written."""
    text = record_text(front, "", file)
    if isinstance(text, Diagnostic):
        stop([text])
    return text


def checked(shelf: Shelf, text: str, file: RecordFile, on: AnyRecord | None = None) -> AnyRecord:
    """The record in a new file; `on` is what a note is on.

    Ends the command where the check would tell errors of it.
    """
    record, faults = read_file(text.encode(), file)
    if record is None:
        stop(faults)
    with_it = replace(shelf.reading, records=(*shelf.reading.records, (file, record)))
    archive, found = assemble(with_it, shelf.settings)
    told = [*faults, *(item for item in found if item.place.path == file.path)]
    told += _faults_in(record, on or record, archive, with_it)
    tell(told)
    if has_errors(told):
        raise SystemExit(1)
    return record


def put(shelf: Shelf, text: str, file: RecordFile, next_step: str) -> None:
    """Makes the file, and says where it is and what to do next. Nothing is written over."""
    try:
        wrong = create(shelf.root, file.path, text)
    except FileExistsError:
        raise click.ClickException(f"{file.path} is there already") from None
    if wrong:
        stop(wrong)
    click.echo(file.path)
    click.echo(f"{next_step} Then run `postil check {file.path}`.", err=True)


def _faults_in(
    record: AnyRecord, on: AnyRecord, archive: Archive, reading: Reading
) -> list[Diagnostic]:
    """What is wrong with a record's names and text, or with a note among others on a text."""
    notes: dict[str, NoteRecord] = {}
    if isinstance(record, NoteRecord):
        notes = {it.id: it for it in archive.notes.values() if it.target == record.target}
        notes[record.id] = record
    lexicon = build_lexicon({}, language_of(on, archive.settings.language))
    linked = link_text(on, notes.values(), lexicon)
    found = [
        *faults_in_text(linked, {}, reading.paths),
        *faults_beside_texts(archive, reading.paths),
    ]
    return [item for item in dict.fromkeys(found) if item.place.path == record.path]

"""A new record's file: its place, what the check will say of it, and how it gets there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

import click

from postil.cli.new.asking import Question, answers
from postil.cli.notes.telling import stop, tell
from postil.cli.notes.writing import create
from postil.cli.opening import open_archive
from postil.diagnostics.diagnostic import Diagnostic, has_errors
from postil.editing.naming import suggested_id
from postil.editing.record_file import record_text
from postil.linking.lexicon import build_lexicon
from postil.linking.link import faults_beside_texts, faults_in_text, language_of, link_text
from postil.model.archive import Archive, NoteRecord, Settings
from postil.model.records import Article
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


@dataclass(frozen=True)
class New:
    """A new file: where it is to lie, what it is to hold, and the record in it."""

    file: RecordFile
    text: str
    record: AnyRecord


def begun(
    shelf: Shelf, kind: RecordKind, front: Mapping[str, object], id_: str | None, *, is_agreed: bool
) -> New:
    """A record without a text below, named after its `name` if no id is given.

    Raises `click.UsageError` where another has, or had, the id, or no record can have it, and
    `click.ClickException` where another has the very name, unless an id is given. Ends the command
    where the check would tell errors of the record.
    """
    if id_ is None:
        _refuse_same_name(shelf, kind, str(front["name"]))
    folder = next(where for where, (held, _) in RECORD_FOLDERS.items() if held == kind)
    id_ = chosen_id(shelf, kind, str(front["name"]), id_, is_agreed=is_agreed)
    return written(shelf, front, "", place_at(f"{folder}/{id_}.md"))


def _refuse_same_name(shelf: Shelf, kind: RecordKind, name: str) -> None:
    for file, record in shelf.reading.records:
        if file.kind == kind and record.data.name == name:
            raise click.ClickException(
                f"{file.path} has the name “{name}” already; if this is another {kind}, give --id"
            )


def chosen_id(
    shelf: Shelf, kind: RecordKind, name: str, id_: str | None, *, is_agreed: bool
) -> str:
    """The id of a new record, made of its name if none is given.

    Raises `click.UsageError` where another has, or had, the id.
    """
    taken = {file.id for file in shelf.reading.unread if file.kind == kind}
    for file, record in shelf.reading.records:
        if file.kind == kind:
            taken |= {file.id, *map(former_id, record.data.redirects)}
    suggestion = suggested_id(name, kind, taken)

    def free(chosen: str) -> str:
        if chosen in taken:
            raise click.UsageError(f"--id: another {kind} has “{chosen}” or had it; choose another")
        return chosen

    question = Question("--id", id_, suggestion=suggestion, check=free)
    (chosen,) = answers([question], is_agreed=is_agreed)
    return free(chosen)


def place_at(path: str) -> RecordFile:
    """The record file at a path. Raises `click.UsageError` where its id cannot be one."""
    found = record_files([path])
    if not found.files:
        wrong = found.diagnostics[0]
        raise click.UsageError(f"--id: {wrong.message}. {wrong.remedy}")
    return found.files[0]


def written(shelf: Shelf, front: Mapping[str, object], body: str, file: RecordFile) -> New:
    """A record as it is written and read back. Ends the command where that cannot be."""
    text = record_text(front, body, file)
    if isinstance(text, Diagnostic):
        _refuse([text])
    return checked(shelf, text, file)


def checked(shelf: Shelf, text: str, file: RecordFile, on: AnyRecord | None = None) -> New:
    """The record in a new file; `on` is what a note is on.

    Ends the command where the check would tell errors of it.
    """
    record, faults = read_file(text.encode(), file)
    if record is None:
        _refuse(faults)
    with_it = replace(shelf.reading, records=(*shelf.reading.records, (file, record)))
    archive, found = assemble(with_it, shelf.settings)
    told = [*faults, *(item for item in found if item.place.path == file.path)]
    told += _faults_in(record, on or record, archive, with_it)
    if has_errors(told):
        _refuse(told)
    tell(told)
    return New(file, text, record)


def put(shelf: Shelf, new: New, next_step: str) -> None:
    """Makes the file, and says where it is and what to do next. Nothing is written over."""
    path = new.file.path
    try:
        wrong = create(shelf.root, path, new.text)
    except FileExistsError:
        raise click.ClickException(f"{path} is there already") from None
    if wrong:
        stop(wrong)
    click.echo(path)
    click.echo(f"{next_step} Then run `postil check {path}`.", err=True)


def _refuse(faults: Iterable[Diagnostic]) -> NoReturn:
    """Ends the command: the places in the faults are those of a file that is not made."""
    tell(faults)
    click.echo("Nothing was written.", err=True)
    raise SystemExit(1)


def _faults_in(
    record: AnyRecord, on: AnyRecord, archive: Archive, reading: Reading
) -> list[Diagnostic]:
    """What is wrong with a record's names and text, or with a note among others on a text.

    Names are looked for in articles only.
    """
    notes: dict[str, NoteRecord] = {}
    if isinstance(record, NoteRecord):
        notes = {it.id: it for it in archive.notes.values() if it.target == record.target}
        notes[record.id] = record
    actors = archive.actors if isinstance(record.data, Article) else {}
    lexicon = build_lexicon(actors, language_of(on, archive.settings.language))
    linked = link_text(on, notes.values(), lexicon)
    found = [
        *faults_in_text(linked, actors, reading.paths),
        *faults_beside_texts(archive, reading.paths),
    ]
    return [item for item in dict.fromkeys(found) if item.place.path == record.path]

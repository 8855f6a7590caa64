"""The addresses that an archive answers at, and which of an earlier archive's it has lost.

An address was published if a record or a note that was no draft stood there. It answers as long as
its record has a page there or names it under `redirects`. The pages of a dossier's years are views:
they move with their record, and come and go with its passages.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place
from postil.model.archive import NoteRecord, Record
from postil.model.records import Article
from postil.pages.site import page_address
from postil.reading.discover import NOTES_SUFFIX
from postil.reading.records import Reading
from postil.reading.redirects import former_path, redirect_entry


@dataclass(frozen=True)
class Addresses:
    """What answers where. An address is written as the path of the file that it was made from.

    `pages` has the record behind each, by where its file lies and where it lay before; `notes` has
    every note, by the path of its record and its own id.
    """

    pages: Mapping[str, Record[Any]]
    notes: Mapping[tuple[str, str], NoteRecord]


def addresses(reading: Reading) -> Addresses:
    """The addresses of the records that are no drafts."""
    published = [record for _, record in reading.records if not _is_draft(record)]
    notes = [record for record in published if isinstance(record, NoteRecord)]
    records = [record for record in published if not isinstance(record, NoteRecord)]
    former = {
        former_path(record, entry): record for record in records for entry in record.data.redirects
    }
    return Addresses(
        pages=former | {record.path: record for record in records},
        notes={(_noted_path(note), note.id): note for note in notes},
    )


def lost_addresses(before: Reading, now: Reading) -> Iterator[Diagnostic]:
    """An error for each address that the archive `before` published and that answers no more.

    What has a fault now was not taken away; its fault is told instead.
    """
    old, new = addresses(before), addresses(now)
    there = {record.path: record for _, record in now.records}
    by_id = {_kind_and_id(record): record for record in there.values()}
    unread = {file.path for file in now.unread}
    for path, record in old.pages.items():
        if path not in new.pages and record.path not in unread:
            heir = new.pages.get(record.path) or there.get(record.path)
            yield _lost_page(path, record, heir or by_id.get(_kind_and_id(record)))
    for (noted, id_), note in old.notes.items():
        if noted not in old.pages or noted not in new.pages or note.path in unread:
            continue
        if (new.pages[noted].path, id_) not in new.notes:
            yield _lost_note(noted, note, there.get(note.path))


def _is_draft(record: Record[Any]) -> bool:
    return getattr(record.data, "status", None) == "draft"


def _noted_path(note: NoteRecord) -> str:
    """The path of the record that a note is on."""
    return note.path.rpartition("/")[0].removesuffix(NOTES_SUFFIX) + ".md"


def _kind_and_id(record: Record[Any]) -> tuple[type, str]:
    """What tells a record from others; a note can have the id of another."""
    return type(record.data), record.id


def _lost_page(path: str, record: Record[Any], heir: Record[Any] | None) -> Diagnostic:
    """What to do where a record answered, and `heir`, which it has become, does not."""
    address = page_address(path)
    if heir is None:
        how = " with `status: withdrawn`" if isinstance(record.data, Article) else ""
        return _lost(
            Place(record.path),
            address,
            f"Write `redirects: [{redirect_entry(path, '')}]` in the record in its place, or "
            f"bring it back{how}.",
        )
    if _is_draft(heir):
        return _lost(
            heir.positions.of("status"),
            address,
            "Publish it again; `status: withdrawn` takes out the text and keeps the address.",
        )
    return _lost(
        heir.positions.of("redirects"),
        address,
        f"Write `redirects: [{redirect_entry(path, heir.path)}]` in {heir.path}.",
    )


def _lost_note(noted: str, note: NoteRecord, kept: Record[Any] | None) -> Diagnostic:
    """What to do about a note that is gone, or that is `kept` as a draft."""
    return _lost(
        kept.positions.of("status") if kept else Place(note.path),
        f"{page_address(noted)}#note-{note.id}",
        "Bring the note back; if it is wrong, with `status: retracted` and a `reason:`.",
    )


def _lost(place: Place, address: str, remedy: str) -> Diagnostic:
    message = f"/{address} was published, and answers no more"
    return Diagnostic(place, Code.LOST_ADDRESS, message, remedy)

"""Notes by date: the stream of all notes, and the notes of each analyst."""

from collections.abc import Iterable, Iterator

from postil.linking.relations import newest_notes_first
from postil.markup.html import root_of
from postil.model.archive import NoteRecord, Record
from postil.model.records import Analyst
from postil.pages.environment import render
from postil.pages.nesting import Entry
from postil.pages.notes import count_current
from postil.pages.page import Page, PlannedPage, planned
from postil.pages.periods import Series, newest, period_of, period_pages
from postil.pages.shelf import Shelf
from postil.pages.site import plain_html

NEWEST = 40
"""Notes on a first page."""


def note_stream(shelf: Shelf) -> Iterator[PlannedPage]:
    """`notes/`: the newest notes, and the pages of their periods."""
    notes = newest_notes_first(shelf.site.archive.notes.values())
    series = _series(shelf, notes, "notes/", "Notes", "notes")
    description = "What the archive’s analysts noted, newest first."
    html = render(
        "notes.html",
        root_of(series.address),
        title=series.name,
        description=description,
        view=newest(series, NEWEST, 2),
    )
    page = Page(series.address, series.name, description, series.kind, html, series.language)
    yield planned(page)
    yield from period_pages(series)


def analyst_pages(shelf: Shelf, record: Record[Analyst]) -> Iterator[PlannedPage]:
    """An analyst's page, with what they noted, and the pages of its periods."""
    site, analyst = shelf.site, record.data
    notes = site.relations.signed.get(record.id, ())
    series = _series(shelf, notes, site.addresses[record.path], analyst.name, "analyst")
    root = root_of(series.address)
    current = count_current(notes)
    html = render(
        "analyst.html",
        root,
        analyst=analyst,
        profile=plain_html(site, record, root),
        total=current,
        taken_back=len(notes) - current,
        view=newest(series, NEWEST, 2),
    )
    description = f"The notes of {analyst.name}."
    page = Page(
        series.address, series.name, description, series.kind, html, series.language, record.path
    )
    yield planned(page)
    yield from period_pages(series)


def _series(
    shelf: Shelf, notes: Iterable[NoteRecord], address: str, name: str, kind: str
) -> Series:
    return Series(
        address=address,
        name=name,
        summary="what was noted on the archive’s articles, actors and topics",
        noun="note",
        layout="stream",
        kind=kind,
        language=shelf.site.language,
        entries=tuple(_entry(shelf, note) for note in notes),
    )


def _entry(shelf: Shelf, note: NoteRecord) -> Entry:
    return shelf.entry(period_of(note.data.date), shelf.notes[note.key].listed)

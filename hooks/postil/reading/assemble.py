"""Records become an archive: references are looked up, and what is not published is left out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place
from postil.model.archive import Archive, NoteRecord, Record, Settings
from postil.model.values import as_tuple
from postil.reading.circles import note_circles, reply_circles, topic_circles
from postil.reading.discover import RecordFile
from postil.reading.naming import lookalike_names
from postil.reading.nearest import nearest
from postil.reading.records import Reading
from postil.reading.redirects import taken_redirects
from postil.reading.references import Reference, references

Records = dict[str, Record[Any]]

_UNKNOWN = {
    "article": Code.UNKNOWN_ARTICLE,
    "actor": Code.UNKNOWN_ACTOR,
    "topic": Code.UNKNOWN_TOPIC,
    "analyst": Code.UNKNOWN_ANALYST,
}
_HOMES = {
    "article": "articles/<year>",
    "actor": "docs/actors",
    "topic": "docs/topics",
    "analyst": "docs/analysts",
}
_NAMED = 8
"""Notes that a message names."""


def assemble(reading: Reading, settings: Settings) -> tuple[Archive, tuple[Diagnostic, ...]]:
    """The published archive, and every reference that leads nowhere."""
    by_kind: dict[str, Records] = {kind: {} for kind in _UNKNOWN}
    notes: dict[str, NoteRecord] = {}
    diagnostics: list[Diagnostic] = []
    for file, record in reading.records:
        if isinstance(record, NoteRecord):
            notes[record.key] = record
        elif record.id in by_kind[file.kind]:
            diagnostics.append(_duplicate_id(file, by_kind[file.kind][record.id]))
        else:
            by_kind[file.kind][record.id] = record
    unreadable = frozenset(file.id for file in reading.unread)
    for record in _all(by_kind, notes):
        diagnostics += _dead_references(record, by_kind, notes, unreadable)
    for kind, records in by_kind.items():
        diagnostics += taken_redirects(kind, records)
    diagnostics += topic_circles(by_kind["topic"])
    diagnostics += reply_circles(notes)
    diagnostics += lookalike_names(by_kind["actor"])
    _prune(by_kind, notes)
    _open_circles(notes)
    return _published(by_kind, notes, settings), tuple(diagnostics)


def _prune(by_kind: Mapping[str, Records], notes: dict[str, NoteRecord]) -> None:
    """Takes out what leads nowhere, and what led there, until all that is left leads somewhere.

    References to articles may stay: an article can be kept back, and pages look before they link.
    """
    referring: dict[tuple[str, str], list[Record[Any]]] = defaultdict(list)
    for record in _all(by_kind, notes):
        for reference in references(record):
            if reference.kind != "article":
                referring[reference.kind, reference.id].append(record)
    gone = [(kind, id_) for kind, id_ in referring if id_ not in by_kind[kind]]
    while gone:
        for record in referring.pop(gone.pop(), ()):
            if isinstance(record, NoteRecord):
                notes.pop(record.key, None)
            elif by_kind[_kind(record)].pop(record.id, None):
                gone.append((_kind(record), record.id))


def _open_circles(notes: dict[str, NoteRecord]) -> None:
    """Lets notes that answer one another in a circle stand by themselves."""
    for circle in list(note_circles(notes)):
        for note in circle:
            notes[note.key] = _by_itself(note)


def _all(by_kind: Mapping[str, Records], notes: Mapping[str, NoteRecord]) -> list[Record[Any]]:
    return [record for records in by_kind.values() for record in records.values()] + [
        *notes.values()
    ]


def _kind(record: Record[Any]) -> str:
    return type(record.data).__name__.lower()


def _published(
    by_kind: Mapping[str, Records], notes: Mapping[str, NoteRecord], settings: Settings
) -> Archive:
    """Decides once what readers may see: no draft, nor a note on one, gets further than this."""
    articles = {
        id_: record for id_, record in by_kind["article"].items() if record.data.status != "draft"
    }
    targets = {"articles": articles, "actors": by_kind["actor"], "topics": by_kind["topic"]}
    shown = {
        key: note
        for key, note in notes.items()
        if note.data.status != "draft" and note.target.id in targets[note.target.kind]
    }
    return Archive(
        settings=settings,
        articles=_in_order(
            {id_: _without(_as_given(record), articles) for id_, record in articles.items()}
        ),
        actors=_in_order(by_kind["actor"]),
        topics=_in_order(by_kind["topic"]),
        analysts=_in_order(by_kind["analyst"]),
        notes=_in_order(
            {key: _without(_answering(note, shown), articles) for key, note in shown.items()}
        ),
    )


def _as_given(record: Record[Any]) -> Record[Any]:
    """An article without its summary if it is withdrawn: that tells what its text said."""
    if record.data.status != "withdrawn":
        return record
    return replace(record, data=replace(record.data, summary=None))


def _without(record: Record[Any], articles: Records) -> Any:  # noqa: ANN401 -- the same kind
    """A record without what it says of articles that are not published: their ids stay unseen."""
    data = record.data
    changed: dict[str, tuple[object, ...]] = {}
    for key in ("sources", "follows", "translation_of", "same_text_as"):
        given = as_tuple(getattr(data, key, None))
        kept = tuple(item for item in given if not isinstance(item, str) or item in articles)
        if kept != given:
            changed[key] = kept
    return replace(record, data=replace(data, **changed)) if changed else record


def _answering(note: NoteRecord, shown: Mapping[str, NoteRecord]) -> NoteRecord:
    """A note without the id of what it answers, where that is not published."""
    answered = replace(note, id=note.data.reply_to or "")
    if note.data.reply_to is None or answered.key in shown:
        return note
    return _by_itself(note)


def _by_itself(note: NoteRecord) -> NoteRecord:
    return replace(note, data=replace(note.data, reply_to=None))


def _in_order(records: Mapping[str, Any]) -> dict[str, Any]:
    return dict(sorted(records.items()))


def _dead_references(
    record: Record[Any],
    by_kind: Mapping[str, Records],
    notes: Mapping[str, NoteRecord],
    unreadable: frozenset[str],
) -> Iterator[Diagnostic]:
    for reference in references(record):
        known = by_kind[reference.kind]
        if reference.id in known or reference.id in unreadable:
            continue
        yield Diagnostic(
            record.positions.of(*reference.keys),
            _UNKNOWN[reference.kind],
            f"There is no {reference.kind} “{reference.id}”",
            _remedy(reference, known),
        )
    if isinstance(record, NoteRecord) and record.data.reply_to:
        yield from _dead_reply(record, notes)


def _remedy(reference: Reference, known: Records) -> str:
    if close := nearest(reference.id, known):
        return f"Did you mean `{close}`?"
    home = _HOMES[reference.kind]
    return f"Write the id of one that exists, or add {home}/{reference.id}.md."


def _dead_reply(note: NoteRecord, notes: Mapping[str, NoteRecord]) -> Iterator[Diagnostic]:
    beside = f"{note.target.kind}/{note.target.id}#"
    if f"{beside}{note.data.reply_to}" in notes and note.data.reply_to != note.id:
        return
    ids = [key.removeprefix(beside) for key in notes if key.startswith(beside) and key != note.key]
    close = nearest(str(note.data.reply_to), ids)
    some = ", ".join([*ids[:_NAMED], *(["…"] if len(ids) > _NAMED else [])])
    known = f"Notes here are {some}." if ids else "There is no other note here yet."
    yield Diagnostic(
        note.positions.of("reply_to"),
        Code.UNKNOWN_NOTE,
        f"There is no other note “{note.data.reply_to}” on {note.target.id}",
        f"Did you mean `{close}`?" if close else known,
    )


def _duplicate_id(file: RecordFile, first: Record[Any]) -> Diagnostic:
    return Diagnostic(
        Place(file.path),
        Code.DUPLICATE_ID,
        f"The id “{first.id}” is taken by {first.path}",
        "Rename one of the two files: an id is unique whatever its folder.",
    )

"""Records become an archive: references are looked up, and what is not published is left out."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place
from postil.model.archive import Archive, NoteRecord, Record, Settings, Target
from postil.model.values import as_tuple
from postil.reading.circles import note_circles, reply_circles, topic_circles
from postil.reading.discover import RecordFile
from postil.reading.naming import lookalike_names
from postil.reading.nearest import nearest_few
from postil.reading.records import Reading
from postil.reading.redirects import former_id, taken_redirects
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

_MOST_COMPARED = 5_000_000
"""Ids that wrong ones are compared with for "did you mean", in all; some seconds' work."""


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
    beside = _by_target(notes)
    dead = [
        (record, reference)
        for record in _all(by_kind, notes)
        for reference in references(record)
        if reference.id not in by_kind[reference.kind]
    ]
    diagnostics += _dead_references(dead, by_kind, unreadable, len(diagnostics))
    for note in notes.values():
        if _is_dead_reply(note, notes):
            diagnostics.append(_dead_reply(note, beside[note.target], len(diagnostics)))
    for kind, records in by_kind.items():
        diagnostics += taken_redirects(kind, records)
    diagnostics += topic_circles(by_kind["topic"])
    diagnostics += reply_circles(notes)
    diagnostics += lookalike_names(by_kind["actor"])
    if dead:
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
        if not (given := as_tuple(getattr(data, key, None))):
            continue
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


def _by_target(notes: Mapping[str, NoteRecord]) -> dict[Target, list[str]]:
    """The ids of the notes on each text."""
    ids: dict[Target, list[str]] = defaultdict(list)
    for note in notes.values():
        ids[note.target].append(note.id)
    return ids


def _dead_reference(
    record: Record[Any], reference: Reference, known: Records, before: int
) -> Diagnostic:
    """What is told of a reference that leads nowhere, `before` faults having been found."""
    close = _meant(reference.id, known, before)
    home = _HOMES[reference.kind]
    return Diagnostic(
        record.positions.of(*reference.keys),
        _UNKNOWN[reference.kind],
        f"There is no {reference.kind} “{reference.id}”",
        f"Did you mean `{close}`?"
        if close
        else f"Write the id of one that exists, or add {home}/{reference.id}.md{_how(reference)}.",
    )


def _dead_references(
    dead: Collection[tuple[Record[Any], Reference]],
    by_kind: Mapping[str, Records],
    unreadable: Collection[str],
    before: int,
) -> Iterator[Diagnostic]:
    """What is told of references that lead nowhere, but for those to what cannot be read."""
    renamed = {kind: _renamed(records) for kind, records in by_kind.items()} if dead else {}
    for number, (record, reference) in enumerate(dead, before):
        if now := renamed[reference.kind].get(reference.id):
            yield _renamed_reference(record, reference, now)
        elif reference.id not in unreadable:
            yield _dead_reference(record, reference, by_kind[reference.kind], number)


def _renamed(records: Records) -> dict[str, str]:
    """What records are called now, by the ids that they had before."""
    return {
        former_id(entry): id_ for id_, record in records.items() for entry in record.data.redirects
    }


def _renamed_reference(record: Record[Any], reference: Reference, now: str) -> Diagnostic:
    return Diagnostic(
        record.positions.of(*reference.keys),
        _UNKNOWN[reference.kind],
        f"The {reference.kind} “{reference.id}” is called “{now}” now",
        f"Write `{now}`.",
    )


def _how(reference: Reference) -> str:
    """The command that begins the record that a reference leads to, where it needs no more."""
    if reference.kind == "article":
        return ""
    return f" with `postil new {reference.kind} --id {reference.id}`"


def _is_dead_reply(note: NoteRecord, notes: Mapping[str, NoteRecord]) -> bool:
    answered = note.data.reply_to
    if not answered:
        return False
    return answered == note.id or f"{note.target.kind}/{note.target.id}#{answered}" not in notes


def _dead_reply(note: NoteRecord, ids: Collection[str], before: int) -> Diagnostic:
    """What is told of a note that answers none of those on its text, which have these ids."""
    answered = str(note.data.reply_to)
    some = list(islice((id_ for id_ in ids if id_ != note.id), _NAMED + 1))
    named = ", ".join([*some[:_NAMED], *(["…"] if len(some) > _NAMED else [])])
    known = f"Notes here are {named}." if some else "There is no other note here yet."
    close = _meant(answered, ids, before, itself=note.id)
    return Diagnostic(
        note.positions.of("reply_to"),
        Code.UNKNOWN_NOTE,
        f"There is no other note “{answered}” on {note.target.id}",
        f"Did you mean `{close}`?" if close else known,
    )


def _meant(wrong: str, known: Collection[str], before: int, itself: str = "") -> str | None:
    """The id that a wrong one was meant to be, not `itself`; none after too many `before`."""
    if before * len(known) >= _MOST_COMPARED:
        return None
    return next((id_ for id_ in nearest_few(wrong, known, 2) if id_ != itself), None)


def _duplicate_id(file: RecordFile, first: Record[Any]) -> Diagnostic:
    return Diagnostic(
        Place(file.path),
        Code.DUPLICATE_ID,
        f"The id “{first.id}” is taken by {first.path}",
        "Rename one of the two files: an id is unique whatever its folder.",
    )

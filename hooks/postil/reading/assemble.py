"""Records become an archive: references are looked up, and what is not published is left out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place
from postil.model.archive import Archive, NoteRecord, Record, Settings
from postil.model.records import Actor, Article, Note, Role, Topic
from postil.model.values import as_tuple
from postil.reading.discover import RecordFile
from postil.reading.nearest import nearest
from postil.reading.records import Reading

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
NOBODY = "none"
"""In `mentions`: the words mean nobody on record."""


@dataclass(frozen=True)
class Reference:
    """A place in a record that names another record."""

    kind: str
    id: str
    keys: tuple[str | int, ...]


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
        diagnostics += _taken_redirects(kind, records)
    diagnostics += _topic_cycles(by_kind["topic"])
    _prune(by_kind, notes)
    return _published(by_kind, notes, settings), tuple(diagnostics)


def _prune(by_kind: Mapping[str, Records], notes: dict[str, NoteRecord]) -> None:
    """Takes out what leads nowhere, and what led there, until all that is left leads somewhere.

    References to articles may stay: an article can be kept back, and pages look before they link.
    """
    while dead := [record for record in _all(by_kind, notes) if _is_dead(record, by_kind)]:
        for record in dead:
            if isinstance(record, NoteRecord):
                del notes[record.key]
            else:
                del by_kind[_kind(record)][record.id]


def _all(by_kind: Mapping[str, Records], notes: Mapping[str, NoteRecord]) -> list[Record[Any]]:
    return [record for records in by_kind.values() for record in records.values()] + [
        *notes.values()
    ]


def _kind(record: Record[Any]) -> str:
    return type(record.data).__name__.lower()


def _is_dead(record: Record[Any], by_kind: Mapping[str, Records]) -> bool:
    return any(
        reference.id not in by_kind[reference.kind]
        for reference in references(record)
        if reference.kind != "article"
    )


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
        articles=_in_order({id_: _without(record, articles) for id_, record in articles.items()}),
        actors=_in_order(by_kind["actor"]),
        topics=_in_order(by_kind["topic"]),
        analysts=_in_order(by_kind["analyst"]),
        notes=_in_order(
            {key: _without(_answering(note, shown), articles) for key, note in shown.items()}
        ),
    )


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
    return replace(note, data=replace(note.data, reply_to=None))


def _in_order(records: Mapping[str, Any]) -> dict[str, Any]:
    return dict(sorted(records.items()))


def references(record: Record[Any]) -> Iterator[Reference]:
    """Every id of another record in a record's front matter, with its place."""
    match record.data:
        case Article() as article:
            yield from _article_references(article)
        case Actor() as actor:
            for index, relation in enumerate(actor.relations):
                yield Reference("actor", relation.to, ("relations", index, "to"))
        case Topic() as topic:
            if topic.parent:
                yield Reference("topic", topic.parent, ("parent",))
            yield from _each("topic", topic.related, "related")
        case Note() as note:
            yield from _each("analyst", as_tuple(note.by), "by")
            yield from _each("analyst", note.reviewed_by, "reviewed_by")
            yield from _each("actor", note.actors, "actors")
            yield from _each("topic", note.topics, "topics")
            for index, source in enumerate(note.sources):
                if isinstance(source, str):
                    yield Reference("article", source, ("sources", index))


def _article_references(article: Article) -> Iterator[Reference]:
    yield from _each("topic", article.topics, "topics")
    for index, actor in enumerate(article.actors):
        if isinstance(actor, Role):
            yield Reference("actor", actor.id, ("actors", index, "id"))
        else:
            yield Reference("actor", actor, ("actors", index))
    for words, actor_id in article.mentions.items():
        if actor_id != NOBODY:
            yield Reference("actor", actor_id, ("mentions", words))
    for key in ("same_text_as", "translation_of", "follows"):
        yield from _each("article", as_tuple(getattr(article, key)), key)
    for index, correction in enumerate(article.corrections):
        yield Reference("analyst", correction.by, ("corrections", index, "by"))


def _each(kind: str, ids: Iterable[str], key: str) -> Iterator[Reference]:
    for index, id_ in enumerate(ids):
        yield Reference(kind, id_, (key, index))


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
    known = f"Notes here are {', '.join(ids)}." if ids else "There is no other note here yet."
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


def _taken_redirects(kind: str, records: Records) -> Iterator[Diagnostic]:
    """Old ids that a living record, or another record's past, already uses."""
    owners = {id_: record.path for id_, record in records.items()}
    for record in records.values():
        for index, old in enumerate(record.data.redirects):
            owner = owners.setdefault(old, record.path)
            if owner != record.path or old == record.id:
                yield Diagnostic(
                    record.positions.of("redirects", index),
                    Code.REDIRECT_TAKEN,
                    f"The old id “{old}” belongs to {owner}",
                    f"Take it out here: an address can lead to one {kind} only.",
                )


def _topic_cycles(topics: Records) -> Iterator[Diagnostic]:
    """Topics that are, through their parents, above themselves."""
    for topic in topics.values():
        seen = [topic.id]
        parent = topic.data.parent
        while parent in topics and parent not in seen:
            seen.append(parent)
            parent = topics[parent].data.parent
        if parent == topic.id:
            yield Diagnostic(
                topic.positions.of("parent"),
                Code.TOPIC_CYCLE,
                f"“{topic.id}” is above itself: {' → '.join([*seen, topic.id])}",
                "Take `parent` out of one of them.",
            )

"""Where a record names another."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from postil.model.archive import Record
from postil.model.records import Actor, Article, Note, Role, Topic
from postil.model.values import as_tuple

NOBODY = "none"
"""In `mentions`: the words mean nobody on record."""


class Reference(NamedTuple):
    """A place in a record that names another record."""

    kind: str
    id: str
    keys: tuple[str | int, ...]


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

"""The tree of topics, upwards."""

from collections.abc import Iterable, Iterator, Mapping

from postil.model.archive import Record
from postil.model.records import Topic


def with_parents(ids: Iterable[str], topics: Mapping[str, Record[Topic]]) -> list[str]:
    """The topics and all wider ones, each once; narrow before wide."""
    found: dict[str, None] = {}
    for id_ in ids:
        if id_ in topics:
            found[id_] = None
            found.update(dict.fromkeys(parents(id_, topics)))
    return list(found)


def parents(id_: str, topics: Mapping[str, Record[Topic]]) -> Iterator[str]:
    """The topics above one, nearest first. A circle is followed once."""
    seen = {id_}
    parent = topics[id_].data.parent
    while parent is not None and parent in topics and parent not in seen:
        yield parent
        seen.add(parent)
        parent = topics[parent].data.parent

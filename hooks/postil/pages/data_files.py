"""`data/*.jsonl`: the lines of all leaves, in the order of their ids."""

from collections.abc import Iterable, Iterator

from postil.model.archive import Target, TargetKind
from postil.pages.page import Stream
from postil.pages.shelf import Shelf
from postil.spool import Piece


def data_files(shelf: Shelf) -> Iterator[Stream]:
    """The files; `data/` says what they hold."""
    archive = shelf.site.archive
    by_kind: dict[TargetKind, Iterable[str]] = {
        "articles": archive.articles,
        "actors": archive.actors,
        "topics": archive.topics,
    }
    for kind, ids in by_kind.items():
        rows = [shelf.slips[Target(kind, id_)].row for id_ in ids]
        yield Stream(f"data/{kind}.jsonl", map(shelf.read, rows))
    yield Stream("data/notes.jsonl", map(shelf.read, _note_rows(shelf)))
    mentions = (shelf.slips[Target("articles", id_)].mention_rows for id_ in archive.articles)
    yield Stream("data/mentions.jsonl", map(shelf.read, mentions))


def _note_rows(shelf: Shelf) -> list[Piece]:
    notes = sorted(shelf.site.archive.notes.values(), key=lambda note: (note.id, note.key))
    return [shelf.notes[note.key].row for note in notes]

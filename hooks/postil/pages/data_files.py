"""`data/*.jsonl`: the lines of all leaves, in the order of their ids."""

from collections.abc import Iterable, Iterator, Sequence

from postil.digests import digest_of
from postil.model.archive import Target, TargetKind
from postil.pages.page import Stream
from postil.pages.shelf import Shelf
from postil.spool import Piece, mark_of


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
        yield _of(shelf, kind, rows)
    yield _of(shelf, "notes", _note_rows(shelf))
    mentions = [shelf.slips[Target("articles", id_)].mention_rows for id_ in archive.articles]
    yield _of(shelf, "mentions", mentions)


def _of(shelf: Shelf, name: str, rows: Sequence[Piece]) -> Stream:
    return Stream(f"data/{name}.jsonl", digest_of(map(mark_of, rows)), map(shelf.read, rows))


def _note_rows(shelf: Shelf) -> list[Piece]:
    notes = sorted(shelf.site.archive.notes.values(), key=lambda note: (note.id, note.key))
    return [shelf.notes[note.key].row for note in notes]

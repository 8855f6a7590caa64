"""The texts of an archive as they lie on the disk, each with the notes in its folder.

Unlike in `Archive`, drafts are among them, and so are notes whose text is gone.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from postil.linking.anchors import Searched
from postil.model.archive import NoteRecord, Record, Target
from postil.reading.discover import NOTES_SUFFIX, RECORD_FOLDERS, RecordFile
from postil.reading.records import Reading
from postil.text.document import read_document


@dataclass(frozen=True)
class NotedText:
    """A text by the path of its file, with its notes in the order of their ids.

    `is_there` says whether there is such a file; `record` is `None` if not, or if it has a fault.
    `unread` are the notes that have one.
    """

    path: str
    target: Target
    is_there: bool = False
    record: Record[Any] | None = None
    notes: tuple[NoteRecord, ...] = ()
    unread: tuple[RecordFile, ...] = ()

    @property
    def folder(self) -> str:
        """The folder of its notes."""
        return self.path.removesuffix(".md") + NOTES_SUFFIX

    @cached_property
    def searched(self) -> Searched | None:
        """Its plain text, for quotes to be looked for."""
        return Searched(read_document(self.record.body).plain) if self.record else None

    @property
    def taken(self) -> frozenset[str]:
        """The ids of its notes, of those with a fault as well."""
        return frozenset(note.id for note in self.notes) | {file.id for file in self.unread}


def noted_texts(reading: Reading) -> Mapping[str, NotedText]:
    """Every text that notes may stand on, and every folder of notes, by the path of the text."""
    by_path: dict[str, list[tuple[RecordFile, Record[Any] | None]]] = defaultdict(list)
    read = dict(reading.records)
    for file in sorted([*read, *reading.unread]):
        if path := _text_path(file):
            by_path[path].append((file, read.get(file)))
    return {path: _noted(path, files) for path, files in by_path.items()}


def _noted(path: str, files: Sequence[tuple[RecordFile, Record[Any] | None]]) -> NotedText:
    own = [(file, record) for file, record in files if file.target is None]
    first = files[0][0]
    return NotedText(
        path=path,
        target=first.target or _target(first),
        is_there=bool(own),
        record=own[0][1] if own else None,
        notes=tuple(record for _, record in files if isinstance(record, NoteRecord)),
        unread=tuple(file for file, record in files if file.target and record is None),
    )


def _text_path(file: RecordFile) -> str | None:
    """The path of the text that a file holds, or that its note stands on; `None` for analysts."""
    if file.kind == "analyst":
        return None
    if file.target is None:
        return file.path
    return str(PurePosixPath(file.path).parent).removesuffix(NOTES_SUFFIX) + ".md"


def _target(file: RecordFile) -> Target:
    kinds = {kind: target_kind for kind, target_kind in RECORD_FOLDERS.values() if target_kind}
    return Target(kinds[file.kind], file.id)

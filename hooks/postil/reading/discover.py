"""Which files make up an archive, and what each of them is.

Only regular files count, and no link is followed: what lies outside the archive stays there.
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path, PurePosixPath
from typing import Literal

from postil.diagnostics.bounds import shortened
from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place
from postil.model.archive import Target, TargetKind
from postil.model.compact import Compact
from postil.model.values import is_record_id
from postil.reading.decode import unreadable

RecordKind = Literal["article", "actor", "topic", "analyst", "note"]

NOTES_SUFFIX = ".notes"

RESERVED = frozenset({"index", "none", "by-name"})
"""Names that no record may have: of index pages, of nobody (in `mentions`), and of what the pages
of first letters lie below."""

_PERIOD = re.compile(r"\d\d|page-\d+", re.ASCII)
"""What the pages of months, of days and of parts of a day are called beside articles."""

DEVICES = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)
}
"""Names that Windows keeps for devices, whatever ends them: no file there can have one."""

_DEEPEST = 8
"""Folders within folders that are looked into. Records lie two or three deep."""

RECORD_FOLDERS: dict[str, tuple[RecordKind, TargetKind | None]] = {
    "articles": ("article", "articles"),
    "docs/actors": ("actor", "actors"),
    "docs/topics": ("topic", "topics"),
    "docs/analysts": ("analyst", None),
}
"""Where each kind of record lies, and as what its notes speak of it."""


@dataclass(frozen=True, order=True, slots=True)
class RecordFile(Compact):
    """A file that holds a record: its path from the root, what it is, and for a note its target."""

    path: str
    kind: RecordKind
    target: Target | None = None

    @property
    def id(self) -> str:
        """The record's id: the stem of the file's name."""
        return self.path.rpartition("/")[2].removesuffix(".md")


@dataclass(frozen=True)
class Discovery:
    """The record files, sorted by path, and what was in their way."""

    files: tuple[RecordFile, ...]
    diagnostics: tuple[Diagnostic, ...]


def discover(root: Path) -> Discovery:
    """The record files under `root`. Files that cannot be records are reported, not read."""
    found = [item for folder in RECORD_FOLDERS for item in _walk(root, folder)]
    among = record_files(item for item in found if isinstance(item, str))
    in_the_way = tuple(item for item in found if isinstance(item, Diagnostic))
    return Discovery(among.files, in_the_way + among.diagnostics)


def record_files(paths: Iterable[str]) -> Discovery:
    """The record files among the paths of regular files, given from the archive's root."""
    files: list[RecordFile] = []
    diagnostics: list[Diagnostic] = []
    for path in paths:
        for folder, (kind, target_kind) in RECORD_FOLDERS.items():
            if not path.startswith(f"{folder}/"):
                continue
            record = _record_file(path, kind, target_kind)
            if isinstance(record, Diagnostic):
                diagnostics.append(record)
            else:
                files.append(record)
    files.sort(key=attrgetter("path"))
    diagnostics += _stray_notes(files)
    return Discovery(tuple(files), tuple(diagnostics))


def _walk(root: Path, folder: str) -> Iterator[str | Diagnostic]:
    """The paths of the regular files below a folder, in order; a diagnostic for anything else."""
    way = [*reversed(PurePosixPath(folder).parents), PurePosixPath(folder)]
    for above in map(str, way[1:]):
        if (root / above).is_symlink():
            yield _no_file(above)
            return
    yield from _below(root, folder)


def _below(root: Path, folder: str) -> Iterator[str | Diagnostic]:
    try:
        entries = sorted(os.scandir(f"{root}/{folder}"), key=attrgetter("name"))
    except FileNotFoundError:
        return
    except OSError as error:
        yield unreadable(folder, error)
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.name.startswith("."):
            continue
        try:
            is_file = entry.is_file(follow_symlinks=False)
            is_folder = not is_file and entry.is_dir(follow_symlinks=False)
        except OSError as error:  # the folder may be listed, and nothing in it looked at
            yield unreadable(path, error)
            continue
        if is_file:
            yield path
        elif not is_folder:
            yield _no_file(path)
        elif path.count("/") <= _DEEPEST:
            yield from _below(root, path)
        else:
            yield Diagnostic(
                Place(path),
                Code.FILE_NAME,
                f"The folder lies deeper than {_DEEPEST} others and is not looked into",
                "Move what is in it up.",
            )


def _no_file(path: str) -> Diagnostic:
    return Diagnostic(
        Place(path),
        Code.FILE_KIND,
        "This is a link or a device, not a file",
        "Put the file itself here: nothing outside the archive is read.",
    )


def _record_file(
    path: str, kind: RecordKind, target_kind: TargetKind | None
) -> RecordFile | Diagnostic:
    *folders, name = path.split("/")
    if not name.endswith(".md"):
        return Diagnostic(
            Place(path),
            Code.FILE_KIND,
            "Only Markdown files (.md) belong here",
            "Rename it to end in .md if it is a record, or move it elsewhere.",
        )
    *above, owner = folders
    for id_ in (*above, owner.removesuffix(NOTES_SUFFIX), name.removesuffix(".md")):
        if not is_record_id(id_):
            return Diagnostic(
                Place(path),
                Code.FILE_NAME,
                f"“{shortened(id_)}” is no id: files and folders of records are named by ids",
                "Rename it, using small letters a to z, digits and single hyphens, 80 at most.",
            )
        if id_ in DEVICES:
            return Diagnostic(
                Place(path),
                Code.FILE_NAME,
                f"“{id_}” is the name of a device on Windows, where no file can have it",
                "Rename it.",
            )
    if not owner.endswith(NOTES_SUFFIX):
        return _in_its_place(path, kind, len(folders)) or RecordFile(path, kind)
    if target_kind is None:
        return Diagnostic(
            Place(path),
            Code.STRAY_NOTES,
            "Notes stand on articles, actors and topics, not on analysts",
            "Move the note to the folder of what it is about.",
        )
    return RecordFile(path, "note", Target(target_kind, owner.removesuffix(NOTES_SUFFIX)))


def _in_its_place(path: str, kind: RecordKind, depth: int) -> Diagnostic | None:
    """What is wrong with where a record lies: its page would take another's address.

    `depth` is the number of folders that lead to it.
    """
    name = path.rpartition("/")[2]
    id_ = name.removesuffix(".md")
    if kind == "article" and depth == len(("articles",)):
        remedy = f"Move it into the folder of its year, such as articles/2025/{name}."
    elif kind != "article" and depth > len(("docs", "actors")):
        remedy = "Move it up: actors, topics and analysts lie in no folders of their own."
    elif kind == "article" and is_period(id_):
        remedy = "Rename it: 03 is a month or a day in the index of articles, page-2 a part of one."
    elif id_ in RESERVED:
        remedy = f"Rename it: {', '.join(sorted(RESERVED))} have a meaning of their own."
    else:
        return None
    message = "The record cannot lie here under this name"
    return Diagnostic(Place(path), Code.FILE_NAME, message, remedy)


def is_period(id_: str) -> bool:
    """Whether an article's id would take the address of a page of the index of articles."""
    return _PERIOD.fullmatch(id_) is not None


def _stray_notes(files: list[RecordFile]) -> Iterator[Diagnostic]:
    """Notes whose folder stands beside no record of that name."""
    paths = {file.path for file in files}
    for file in files:
        owner = file.path.rpartition("/")[0].removesuffix(NOTES_SUFFIX) + ".md"
        if file.target and owner not in paths:
            yield Diagnostic(
                Place(file.path),
                Code.STRAY_NOTES,
                f"There is no {owner} for this note to stand on",
                f"Add {owner}; or, if the text is called NEW now, run "
                f"`postil notes move {owner} NEW`.",
            )

"""The archive that a command works on, and the texts and notes that its arguments name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import click

from postil.cli.given import from_root, given_path
from postil.cli.notes.telling import stop
from postil.cli.opening import open_archive
from postil.diagnostics.diagnostic import Diagnostic
from postil.editing.texts import NotedText, noted_texts
from postil.model.archive import NoteRecord, Record, Settings
from postil.model.records import Analyst
from postil.reading.discover import NOTES_SUFFIX
from postil.reading.nearest import nearest
from postil.reading.records import Reading, read_records


@dataclass(frozen=True)
class Holdings:
    """An archive as it lies on the disk: its texts by path, its analysts by id, and its faults."""

    root: Path
    settings: Settings
    texts: Mapping[str, NotedText]
    analysts: Mapping[str, Record[Analyst]]
    faults: tuple[Diagnostic, ...]

    def faults_of(self, paths: Iterable[str]) -> tuple[Diagnostic, ...]:
        """What is wrong with the files at these paths."""
        wanted = frozenset(paths)
        return tuple(fault for fault in self.faults if fault.place.path in wanted)


def open_holdings() -> Holdings:
    """The archive that the command is run in. Raises `click.UsageError` where there is none."""
    root, settings = open_archive()
    return holdings_in(root, settings, read_records(root))


def holdings_in(root: Path, settings: Settings, reading: Reading) -> Holdings:
    """The archive under `root`, whose files have been read."""
    analysts = {record.id: record for file, record in reading.records if file.kind == "analyst"}
    return Holdings(root, settings, noted_texts(reading), analysts, reading.diagnostics)


def text_named(holdings: Holdings, name: str) -> NotedText:
    """The text that a path or an id names, or the folder of notes of a text that is gone.

    Raises `click.UsageError` where there is none or more than one.
    """
    texts = holdings.texts
    if "/" in name or name.endswith((".md", NOTES_SUFFIX)):
        path = str(_path_in(holdings.root, name)).removesuffix(NOTES_SUFFIX)
        if found := texts.get(path) or texts.get(f"{path}.md"):
            return found
    named = [text for text in texts.values() if name in {text.target.id, _address(text)}]
    named = [text for text in named if text.is_there] or named
    if len(named) > 1:
        ways = ", ".join(text.path for text in named)
        raise click.UsageError(f"“{name}” may be any of {ways}; write the path")
    if not named:
        close = nearest(name, (text.target.id for text in texts.values()))
        hint = _did_you_mean(close) or "; write the id or the path of an article, actor or topic"
        raise click.UsageError(f"there is no text “{name}”{hint}")
    return named[0]


def note_named(holdings: Holdings, name: str) -> tuple[NotedText, NoteRecord]:
    """The note that a path or `ID#NOTE` names, with its text.

    Raises `click.UsageError` where there is none. Ends the command, with what is wrong, where its
    file has a fault.
    """
    text, id_ = _parted(holdings, name)
    found = next((note for note in text.notes if note.id == id_), None)
    if found:
        return text, found
    if broken := next((file for file in text.unread if file.id == id_), None):
        stop(holdings.faults_of([broken.path]))
    raise _no_such_note(text, id_)


def note_in(holdings: Holdings, text: NotedText, name: str) -> str:
    """The id of a note of a text, from its id alone, its path or `TEXT#NOTE`.

    Raises `click.UsageError` where there is none. Ends the command, with what is wrong, where its
    file has a fault.
    """
    full_name = name if "#" in name or "/" in name else f"{holdings.root / text.folder}/{name}"
    found, note = note_named(holdings, full_name)
    if found.path != text.path:
        raise click.UsageError(f"{note.path} is no note on {text.path}")
    return note.id


def _no_such_note(text: NotedText, id_: str) -> click.UsageError:
    close = nearest(id_, (note.id for note in text.notes))
    return click.UsageError(f"there is no note “{id_}” in {text.folder}{_did_you_mean(close)}")


def _parted(holdings: Holdings, name: str) -> tuple[NotedText, str]:
    """The text and the note's id in the name of a note."""
    if not name:
        raise click.UsageError("a NOTE is empty; write the path of its file, or TEXT#NOTE")
    text_name, has_sign, id_ = name.rpartition("#")
    if has_sign:
        return text_named(holdings, text_name), id_
    path = _path_in(holdings.root, name)
    folder = path.parent.name
    if not folder.endswith(NOTES_SUFFIX):
        raise click.UsageError(
            f"“{name}” is no note; write the path of its file, or TEXT#NOTE with their ids"
        )
    text = holdings.texts.get(f"{str(path.parent).removesuffix(NOTES_SUFFIX)}.md")
    if text is None:
        raise click.UsageError(f"there is no note at {name}")
    return text, path.name.removesuffix(".md")


def _path_in(root: Path, name: str) -> PurePosixPath:
    return from_root(given_path(name, root), root)


def _address(text: NotedText) -> str:
    return f"{text.target.kind}/{text.target.id}"


def _did_you_mean(close: str | None) -> str:
    return f"; did you mean “{close}”?" if close else ""

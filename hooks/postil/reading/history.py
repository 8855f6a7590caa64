"""What git remembers of each note: when it was created, changed, re-anchored, retracted, by whom.

A note keeps its history when its file is renamed. What was not committed has no history yet.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from postil.diagnostics.diagnostic import Diagnostic
from postil.model.dates import DateError, Edtf, parse_edtf
from postil.model.history import NO_HISTORIES, Deed, Event, Histories
from postil.model.values import HIDDEN, WIDTHLESS
from postil.reading.decode import MAX_BYTES, decode
from postil.reading.front_matter import split
from postil.reading.git import GitError, ask_git, stored
from postil.reading.log import Change, Commit, read_log

_NOTES = (":(glob)articles/**/*.notes/*.md", ":(glob)docs/*/*.notes/*.md")

_ADDRESS = re.compile(r"<[^<>]*>|\S*@\S*")
_LONGEST_NAME = 80
"""Characters of a name that are shown."""

_MOST_NAMES = 8
"""Names that one event shows."""


@dataclass(frozen=True)
class Remembered:
    """The histories of all notes, and a sentence on what is missing in them."""

    histories: Histories
    gap: str | None = None


def read_histories(root: Path) -> Remembered:
    """The history of every note under `root` that was ever committed."""
    try:
        is_shallow = ask_git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
        log = list(read_log(root, *_NOTES))
        contents = stored(root, _compared(log), MAX_BYTES)
    except FileNotFoundError:
        return Remembered(NO_HISTORIES, "The notes show no history, because there is no git here.")
    except GitError as error:
        return Remembered(NO_HISTORIES, f"The notes show no history; git says: {error}")
    if not is_shallow:
        return Remembered(histories(log, contents))
    # The first commits of such a clone did not create what they bring.
    return Remembered(
        histories([commit for commit in log if not commit.is_first], contents),
        "The clone is shallow, so the history of the notes is cut; `git fetch --unshallow`, or in "
        "CI `fetch-depth: 0`, brings all of it.",
    )


def _compared(log: Iterable[Commit]) -> set[str]:
    """The ids of the contents that tell what was done: before and after each change."""
    return {
        id_
        for commit in log
        for change in commit.changes
        if change.letter in {"M", "R"} and change.before != change.after
        for id_ in (change.before, change.after)
        if id_.strip("0")
    }


def histories(log: Iterable[Commit], contents: Mapping[str, bytes]) -> Histories:
    """What the commits did to each file, by its path after the last of them.

    `contents` are those that changes compare, by their ids; what is not among them tells nothing.
    """
    events: dict[str, list[Event]] = {}
    renamed: dict[str, str] = {}
    for commit in log:
        for change in commit.changes:
            is_new = change.letter == "A"
            path = change.path if is_new else _now(change.path_before, renamed, events)
            known = events.setdefault(path, [])
            known.append(_event(commit, _deed(change, known, contents)))
            if change.letter == "R":
                events[change.path] = events.pop(path)
                renamed[change.path_before] = change.path
    return {path: tuple(known) for path, known in events.items()}


def _now(path: str, renamed: Mapping[str, str], events: Mapping[str, object]) -> str:
    """What a file is called by now: a branch may change it while another renames it."""
    passed = {path}
    now = path
    while now not in events and now in renamed:
        now = renamed[now]
        if now in passed:
            return path
        passed.add(now)
    return now if now in events else path


def _deed(change: Change, known: list[Event], contents: Mapping[str, bytes]) -> Deed:
    match change.letter:
        case "D":
            return "removed"
        case "A" if not known:
            return "created"
        case "A" if known[-1].what == "removed":
            return "restored"
        case "R" if change.before == change.after:
            return "moved"
    return _turn(*(_state(contents.get(id_, b"")) for id_ in (change.before, change.after)))


@dataclass(frozen=True)
class _State:
    """What a version of a note says of its own life: its status, and how often it was moved."""

    status: str = "published"
    reanchored: int = 0


def _turn(before: _State, after: _State) -> Deed:
    """What a change did, by what it made of the note's state."""
    if before.status == "draft" and after.status == "published":
        return "published"
    if before.status != after.status and after.status in {"retracted", "superseded"}:
        return "retracted" if after.status == "retracted" else "superseded"
    return "re-anchored" if after.reanchored > before.reanchored else "changed"


def _state(content: bytes) -> _State:
    """The state that a file's front matter gives; the usual one where it gives none."""
    if b"status" not in content and b"reanchored" not in content:
        return _State()
    text = decode(content, "")
    parts = text if isinstance(text, Diagnostic) else split(text, "")
    if isinstance(parts, Diagnostic):
        return _State()
    status, reanchored = (parts.front.data.get(key) for key in ("status", "reanchored"))
    return _State(
        status if isinstance(status, str) else "published",
        len(reanchored) if isinstance(reanchored, list) else 0,
    )


def _event(commit: Commit, what: Deed) -> Event:
    names = (_name(written) for written in (commit.author, *commit.signers[:_MOST_NAMES]))
    by = tuple(dict.fromkeys(name for name in names if name))
    return Event(_day(commit.day), by[:_MOST_NAMES], what)


def _name(written: str) -> str:
    """A name without its address and without what does not show, no longer than is shown."""
    given = written[: 4 * _LONGEST_NAME].encode("utf-8", "surrogateescape")
    start = HIDDEN.sub(" ", WIDTHLESS.sub("", given.decode("utf-8", "replace")))
    name = " ".join(_ADDRESS.sub(" ", start).split())
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


@cache
def _day(text: str) -> Edtf | None:
    """The day that git gives; none where a clock was wrong by thousands of years."""
    try:
        return parse_edtf(text)
    except DateError:
        return None

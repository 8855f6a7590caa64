"""Git's log of some files, as commits with what each did to which file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from postil.reading.git import ask_git

_COMMIT = "\x01"
"""The part that begins a commit. Parts end with NUL, which neither names nor paths hold."""

_RAW_DATE = re.compile(r"(-?\d+) ([+-])(\d\d)(\d\d)", re.ASCII)

_SIGNED = "%(trailers:key=Signed-off-by,key=Co-authored-by,valueonly,unfold)"

_COMMAND = (
    "-c",
    "log.showRoot=true",
    "log",
    "--topo-order",
    "--reverse",
    "--raw",
    "-c",  # of a merge, the files that it left as none of its parents had them
    "-z",
    "--no-abbrev",
    "--no-color",
    "--no-relative",
    "--no-ext-diff",
    "--no-show-signature",
    "--encoding=UTF-8",
    "--date=raw",  # for any other git reckons with the zone, and gives up at a wild one
    "--find-renames=70%",  # how much of a small file two names share if it was renamed
    "-l400",  # files compared for likeness; equal ones are found among any number
    f"--format=%x01%x00%ad%x00%aN%x00%P%x00{_SIGNED}",
    "HEAD",
    "--",
)


@dataclass(frozen=True)
class Change:
    """What a commit did to a file: git's letter for it, the paths and the ids of the contents."""

    letter: str
    path_before: str
    path: str
    before: str
    after: str


@dataclass(frozen=True)
class Commit:
    """A commit: its author and their day, who signed it off or wrote it as well, and its changes.

    The names are as they were written, with addresses.
    """

    day: str
    author: str
    signers: tuple[str, ...]
    is_first: bool
    changes: tuple[Change, ...]


def read_log(root: Path, *paths: str) -> Iterator[Commit]:
    """The commits up to now that touched the paths, parents before children.

    Raises `GitError` and `FileNotFoundError` as `ask_git` does.
    """
    prefix = _text(ask_git(root, "rev-parse", "--show-prefix")).rstrip("\n")
    return parse_log(ask_git(root, *_COMMAND, *paths), prefix)


def parse_log(log: bytes, prefix: str) -> Iterator[Commit]:
    """The commits in what git printed; paths are from `prefix`, the archive's folder."""
    parts = iter(_text(log).split("\0"))
    head: list[str] = []
    changes: list[Change] = []
    for part in parts:
        mark = part.lstrip("\n")
        if mark == _COMMIT:
            if head:
                yield _commit(head, changes)
            head, changes = [next(parts) for _ in range(4)], []
        elif mark.startswith(":"):
            changes.append(_change(mark, parts, prefix))
    if head:
        yield _commit(head, changes)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _commit(head: list[str], changes: list[Change]) -> Commit:
    day, author, parents, signers = head
    names = tuple(signers.splitlines())
    return Commit(_day(day), author, names, not parents, tuple(changes))


def _day(raw: str) -> str:
    """The day where the author was, of seconds since 1970 and a zone; nothing if there is none."""
    found = _RAW_DATE.fullmatch(raw)
    if not found:
        return ""
    seconds, sign, hours, minutes = found.groups()
    east = timedelta(hours=int(sign + hours), minutes=int(sign + minutes))
    try:
        return (datetime.fromtimestamp(int(seconds), UTC) + east).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return ""


def _change(about: str, parts: Iterator[str], prefix: str) -> Change:
    """A change, whose paths are the next parts. That of a merge compares with its first parent."""
    parents = len(about) - len(about.lstrip(":"))
    words = about.lstrip(":").split(" ")
    ids, letters = words[parents + 1 : -1], words[-1]
    path = next(parts).removeprefix(prefix)
    is_renamed = parents == 1 and letters[0] == "R"
    now = next(parts).removeprefix(prefix) if is_renamed else path
    return Change(letters[0] if parents == 1 else "M", path, now, ids[0], ids[-1])

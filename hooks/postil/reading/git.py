"""Git, asked about the repository that an archive lies in.

The repository has no say in it: none of its hooks, filters, monitors or helpers runs, nothing is
fetched and nothing is written.
"""

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

_OPTIONS = (
    "--no-pager",
    "-c", "core.fsmonitor=false",
    "-c", f"core.hooksPath={os.devnull}",
    "-c", "protocol.allow=never",
)  # fmt: skip

_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}


class GitError(Exception):
    """Why git has no answer, as it says itself."""


def run_git(root: Path, *words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """What git said and how it ended. Raises `FileNotFoundError` where there is no git."""
    command = ["git", *_OPTIONS, "-C", str(root), *words]
    return subprocess.run(  # noqa: S603 -- no shell, and callers see to it that no value passes for an option
        command,
        input=stdin,
        capture_output=True,
        check=False,
        env=os.environ | _ENVIRONMENT,
    )


def ask_git(root: Path, *words: str, stdin: bytes = b"") -> bytes:
    """What git answered. Raises `GitError` where it had no answer, and as `run_git` does."""
    done = run_git(root, *words, stdin=stdin)
    if done.returncode:
        raise GitError(_reason(done.stderr.decode("utf-8", "replace")))
    return done.stdout


def _reason(told: str) -> str:
    """The line that matters: advice may stand behind it, and warnings before it."""
    lines = told.strip().splitlines() or ["nothing"]
    fatal = (line for line in lines if line.startswith("fatal: "))
    return next(fatal, lines[-1]).removeprefix("fatal: ")


def stored(root: Path, ids: Iterable[str], longest: int) -> dict[str, bytes]:
    """What is stored under each id, without what is longer than `longest` bytes.

    Raises `GitError` where something is not there, as it may be in a partial clone.
    """
    sizes = {}
    for line in _asked_of_each(root, "--batch-check", sorted(set(ids))).decode().splitlines():
        id_, kind, *size = line.split()
        if kind == "missing":
            raise GitError(f"{id_} is missing")
        sizes[id_] = int(size[0])
    wanted = [id_ for id_, size in sizes.items() if size <= longest]
    content = _asked_of_each(root, "--batch", wanted)
    found = {}
    position = 0
    for id_ in wanted:
        start = content.index(b"\n", position) + 1
        end = start + sizes[id_]
        found[id_] = content[start:end]
        position = end + 1
    return found


def _asked_of_each(root: Path, how: str, ids: Iterable[str]) -> bytes:
    return ask_git(root, "cat-file", how, stdin="".join(f"{id_}\n" for id_ in ids).encode())

"""The archive as it was at a git revision, read out of the repository without checking it out.

What git has stored is read as it is: links are passed over.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from postil.diagnostics.diagnostic import Diagnostic
from postil.reading.decode import MAX_BYTES, decode
from postil.reading.discover import RECORD_FOLDERS, record_files
from postil.reading.git import GitError, ask_git, run_git, stored
from postil.reading.records import Reading, read_files

_REGULAR = {"100644", "100755"}
"""The modes of files; links and submodules have others."""


def read_revision(root: Path, revision: str) -> Reading:
    """The records under `root` as they were at a revision: a branch, a tag or a commit.

    Raises `click.UsageError` where there is no git, no repository or no such revision.
    """
    try:
        return _read(root, _commit(root, revision))
    except FileNotFoundError:
        raise click.UsageError("--since needs git, and there is none on this machine") from None
    except GitError as error:
        raise click.UsageError(
            f"--since needs the archive’s git repository, and all of it; git says: {error}"
        ) from None


def _commit(root: Path, revision: str) -> str:
    """The id of the commit that a revision names."""
    is_shallow = ask_git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
    name = f"{revision}^{{commit}}"
    found = run_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    if found.returncode == 0:
        return found.stdout.decode().strip()
    if is_shallow:
        raise click.UsageError(
            f"this clone is shallow and does not have “{revision}”; run `git fetch --unshallow`, "
            "or let CI fetch everything (`fetch-depth: 0`)"
        )
    raise click.UsageError(
        f"“{revision}” is no revision of this repository; write a branch, a tag or a commit, "
        "such as origin/main"
    )


def _read(root: Path, commit: str) -> Reading:
    blobs = _blobs(root, commit)
    found = record_files(blobs)
    contents = stored(root, (blobs[file.path] for file in found.files), MAX_BYTES)

    def text_of(path: str) -> str | Diagnostic:
        return decode(contents[blobs[path]], path)

    return read_files(found, text_of)


def _blobs(root: Path, commit: str) -> dict[str, str]:
    """The git ids of the files in the folders of records, by their paths from `root`."""
    folders = [f"{folder}/" for folder in RECORD_FOLDERS]
    listed = ask_git(root, "ls-tree", "-r", "-l", "-z", commit, "--", *folders)
    return dict(_files(listed.split(b"\0")[:-1]))


def _files(entries: Iterable[bytes]) -> Iterator[tuple[str, str]]:
    """Path and id of every file that is not too long for a record."""
    for entry in entries:
        about, _, path = entry.partition(b"\t")
        mode, _, id_, size = about.decode().split()
        if mode in _REGULAR and int(size) <= MAX_BYTES:
            yield path.decode("utf-8", "surrogateescape"), id_

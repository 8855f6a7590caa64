"""The archive as it was at a git revision, read out of the repository without checking it out.

What git has stored is read as it is: links are passed over.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha1, sha256
from pathlib import Path

import click

from postil.building.sources import Known, Sources, known_of, read_sources
from postil.diagnostics.diagnostic import Diagnostic
from postil.reading.decode import MAX_BYTES, read_bytes
from postil.reading.discover import RECORD_FOLDERS, RecordFile, record_files
from postil.reading.git import GitError, ask_git, run_git, stored

_REGULAR = {"100644", "100755"}
"""The modes of files; links and submodules have others."""

_SHA1 = 40
"""Characters of an id in most repositories. In others ids are longer, and SHA-256."""


def commit_of(root: Path, revision: str) -> str:
    """The id of the commit that a revision names: a branch, a tag or a commit.

    Raises `click.UsageError` where there is no git, no repository or no such revision.
    """
    with _git_at_hand():
        return _commit(root, revision)


def read_commit(root: Path, commit: str, known: Mapping[str, Known]) -> Sources:
    """The records under `root` as they were at a commit.

    `known` is what files give now, by their paths: those that were the same are not read again.
    Raises `click.UsageError` where git does not have all of it.
    """
    with _git_at_hand():
        blobs = _blobs(root, commit)
        found = record_files(blobs)
        contents = _contents(root, {file.path: blobs[file.path] for file in found.files})

    def look(file: RecordFile) -> Known:
        return known_of(file, contents[file.path], None, known.get(file.path))

    return read_sources(found, look)


@contextmanager
def _git_at_hand() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise click.UsageError(
            "an earlier state needs git, and there is none on this machine"
        ) from None
    except GitError as error:
        raise click.UsageError(
            "an earlier state needs the archive’s git repository, and all of it: a clone, not a "
            f"download; git says: {error}"
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


def _contents(root: Path, blobs: Mapping[str, str]) -> dict[str, bytes]:
    """What is stored under the git ids of files, by their paths.

    Where the same lies in the archive, it is read there, which is quicker than to ask git.
    """
    here = {path: data for path, id_ in blobs.items() if (data := _lying_here(root, path, id_))}
    ids = {id_ for path, id_ in blobs.items() if path not in here}
    from_git = stored(root, ids, MAX_BYTES) if ids else {}
    return {path: here.get(path) or from_git[id_] for path, id_ in blobs.items()}


def _lying_here(root: Path, path: str, id_: str) -> bytes | None:
    """What lies under a path, if git would call it by that id."""
    data = read_bytes(root, path)
    if isinstance(data, Diagnostic):
        return None
    hashed = sha1 if len(id_) == _SHA1 else sha256
    found = hashed(b"blob %d\0" % len(data) + data, usedforsecurity=False)
    return data if found.hexdigest() == id_ else None


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

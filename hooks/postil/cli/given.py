"""Files and folders as a command is given them."""

import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import click


def given_paths(written: Iterable[str], root: Path) -> list[Path]:
    """The paths. Raises `click.UsageError` for an empty one, which would stand for everything."""
    paths = list(written)
    if not all(paths):
        raise click.UsageError("a PATH is empty; name a file or a folder, or leave all out")
    return [given_path(path, root) for path in paths]


def given_path(written: str, root: Path) -> Path:
    """A path from the folder that the command is run in; from `root` where it is there alone.

    So the paths that commands print can be given to the next one, wherever that is run.
    """
    is_here = os.path.lexists(written) or not os.path.lexists(root / written)
    return Path(written) if is_here else root / written


def from_root(path: Path, root: Path) -> PurePosixPath:
    """A path as it is written, from the archive's root. No link is followed."""
    return PurePosixPath(Path(os.path.relpath(path, root)).as_posix())

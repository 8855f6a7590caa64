"""Which archive a command works on: the one whose folder it is run in, or below."""

from pathlib import Path

import click

from postil.cli.notes.telling import stop
from postil.model.archive import Settings
from postil.reading.settings import read_settings
from postil.reading.settings_faults import settings_faults


def find_root() -> Path:
    """The nearest folder, upwards from here, that holds `mkdocs.yml`.

    Raises `click.UsageError` where there is none.
    """
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file():
            return folder
    raise click.UsageError(
        "there is no mkdocs.yml here or above; run this inside an archive (its folder holds "
        "mkdocs.yml, articles/ and docs/)"
    )


def open_archive() -> tuple[Path, Settings]:
    """The archive's root and settings. Ends the command where they are wrong, and says why."""
    root = find_root()
    if faults := settings_faults(root):
        stop(faults)
    return root, read_settings(root)

"""The archive that a command works on, with its settings."""

from pathlib import Path

from postil.cli.notes.telling import stop
from postil.cli.root import find_root
from postil.model.archive import Settings
from postil.reading.settings import read_settings
from postil.reading.settings_faults import settings_faults


def open_archive() -> tuple[Path, Settings]:
    """The archive's root and settings. Ends the command where they are wrong, and says why."""
    root = find_root()
    if faults := settings_faults(root):
        stop(faults)
    return root, read_settings(root)

"""What the tests of whole builds share: an archive in a folder of its own, and MkDocs run in it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from archives import REPOSITORY

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}

FRAME = ("hooks/archive.py", "docs/.overrides", "docs/assets")
"""What an archive takes over from the repository to be a site."""


def set_up(archive: Path, root: Path) -> Path:
    """Copies an archive and the frame of its site."""
    shutil.copytree(archive, root, dirs_exist_ok=True)
    for part in FRAME:
        source, target = REPOSITORY / part, root / part
        target.parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, target)
    return root


def build(root: Path, *options: str, engine: str = "mkdocs") -> subprocess.CompletedProcess[str]:
    """Runs an engine's `build` on an archive."""
    command = [sys.executable, "-m", engine, "build", "--config-file", "mkdocs.yml", *options]
    return subprocess.run(
        command, cwd=root, env=ENVIRONMENT, capture_output=True, text=True, check=False, timeout=120
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }

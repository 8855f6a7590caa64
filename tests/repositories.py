"""Git repositories for tests, whatever the settings of whoever runs them."""

import os
import subprocess
from pathlib import Path

ENVIRONMENT = {
    **os.environ,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_{what}": "t" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


def git(folder: Path, *words: str) -> str:
    """Runs git in a folder and gives what it prints."""
    done = subprocess.run(
        ["git", *words], cwd=folder, env=ENVIRONMENT, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def committed(folder: Path) -> Path:
    """The folder, made a repository with all that it holds on `main`."""
    git(folder, "init", "--initial-branch", "main")
    commit(folder)
    return folder


def commit(folder: Path) -> None:
    """Commits all that a folder holds."""
    git(folder, "add", "--all")
    git(folder, "commit", "--message", "x")

"""Which archive a command works on: the one whose folder it is run in, or below."""

from pathlib import Path

import click


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

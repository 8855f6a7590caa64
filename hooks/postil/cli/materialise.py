"""`postil materialise`: the archive's pages as files that another engine can take."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from postil.building.composing import compose
from postil.building.ledger import File
from postil.building.memory import NOTHING
from postil.building.part_keys import part_keys
from postil.building.publishing import files, publish
from postil.cli.opening import open_archive
from postil.diagnostics.diagnostic import as_text, has_errors
from postil.engines.files import write, write_all, write_stream
from postil.engines.progress import progress
from postil.engines.steady import read_steady_records
from postil.markup.html import root_of
from postil.pages.data_files import data_files
from postil.pages.home import home_html
from postil.pages.page import Page
from postil.reading.history import read_histories
from postil.spool import Spool


@click.command(short_help="Write every page as front matter and HTML.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def materialise(folder: Path) -> None:
    """Write every page of the archive below FOLDER as front matter and HTML, with its data files.

    A page at `/actors/x/` becomes `FOLDER/actors/x/index.md`: its title, description, kind and
    language as front matter, its content as HTML. FOLDER must be empty or new.
    """
    root, settings = open_archive()
    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(f"{folder} is not empty")
    remembered = read_histories(root)
    if remembered.gap:
        click.echo(remembered.gap, err=True)
    with TemporaryDirectory() as spool:
        composed = compose(
            read_steady_records(root, {}),
            settings,
            remembered.histories,
            NOTHING,
            Spool(Path(spool)),
            progress,
        )
        for diagnostic in composed.diagnostics:
            click.echo(as_text(diagnostic), err=True)
        if has_errors(composed.diagnostics):
            raise SystemExit(1)
        shelf = composed.shelf
        printed = publish(shelf, part_keys(shelf, composed.digests), {}, _Folder(folder), progress)
        for stream in data_files(shelf):
            write_stream(folder / stream.path, stream.pieces)
        write(folder / "home.html", home_html(shelf, root_of("")).encode())
        write_all(folder, files(shelf))
    count = sum(len(part.files) for part in printed.values())
    click.echo(f"{count:,} pages in {folder}", err=True)


@dataclass(frozen=True)
class _Folder:
    """Writes pages below a folder."""

    folder: Path

    def write(self, page: Page) -> File:
        write(self.folder / page.address / "index.md", _as_file(page).encode())
        return File(page.address, 0, 0, 0)

    def write_again(self, files: Sequence[File]) -> bool:  # noqa: ARG002 -- a press' interface
        return False


def _as_file(page: Page) -> str:
    """A page as front matter (JSON values, which YAML reads) and HTML."""
    head = {
        "title": page.title,
        "description": page.description,
        "kind": page.kind,
        "language": page.language,
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
    return "\n".join(["---", *lines, "---", "", str(page.html), ""])

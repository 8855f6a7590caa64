"""`postil materialise`: the archive's pages as files that another engine can take."""

import json
from pathlib import Path

import click

from postil import building
from postil.cli.root import open_archive
from postil.diagnostics.diagnostic import as_text, has_errors
from postil.engines.files import write
from postil.markup.html import root_of
from postil.pages.home import home_html
from postil.pages.page import Page
from postil.reading.history import read_histories


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def materialise(folder: Path) -> None:
    """Write every page of the archive below FOLDER as front matter and HTML, with its data files.

    A page at `/actors/x/` becomes `FOLDER/actors/x/index.md`: its title, description, kind and
    language as front matter, its content as HTML. FOLDER must be empty or new.
    """
    root, settings = open_archive()
    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(f"{folder} is not empty")
    examined = building.examine(root, settings)
    for diagnostic in examined.diagnostics:
        click.echo(as_text(diagnostic), err=True)
    if has_errors(examined.diagnostics):
        raise SystemExit(1)
    remembered = read_histories(root)
    if remembered.gap:
        click.echo(remembered.gap, err=True)
    site = building.compose(examined.linked, remembered.histories)
    count = 0
    for page in building.pages(site):
        write(folder / page.address / "index.md", _as_file(page).encode())
        count += 1
    write(folder / "home.html", home_html(site, root_of("")).encode())
    for asset in building.files(site):
        write(folder / asset.path, asset.content)
    click.echo(f"{count:,} pages in {folder}", err=True)


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

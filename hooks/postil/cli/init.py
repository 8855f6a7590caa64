"""`postil init`: an archive of one's own."""

from importlib.metadata import distribution
from pathlib import Path
from shlex import quote

import click
from pydantic import TypeAdapter, ValidationError

from postil.engines.look import theme_language
from postil.model.values import Language
from postil.starting.requirement import is_of_this_machine, requirement
from postil.starting.starter import Beginning, starter

_OF_THIS_MACHINE = (
    "Postil is taken from where it was installed from, on this machine. Before others build the "
    "archive, put a version or an address into requirements.txt."
)


def _name(_: click.Context, __: click.Parameter, name: str | None) -> str | None:
    """Raises `click.UsageError` for what is no name."""
    if name is not None and not (name.strip() and name.isprintable()):
        raise click.UsageError("--name: write the archive's name on one line")
    return name


def _language(_: click.Context, __: click.Parameter, tag: str) -> str:
    """Raises `click.UsageError` for what is no language tag."""
    try:
        return TypeAdapter(Language).validate_python(tag)
    except ValidationError:
        raise click.UsageError(
            f"--language: “{tag}” is no language tag; write one such as en, uk or zh-Hant (BCP 47)"
        ) from None


@click.command(short_help="Begin an archive of your own.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", callback=_name, help="What the archive is called; DIR's name if left out.")
@click.option(
    "--language", metavar="TAG", callback=_language, default="en", show_default=True,
    help="The language of the archive, such as en or uk.",
)  # fmt: skip
def init(folder: Path, name: str | None, language: str) -> None:
    """Begin an archive of your own in DIR: the smallest one that builds and passes its check.

    DIR must be empty or new, but for the `.git` of a repository. Nothing in it is ever changed by
    a newer Postil.
    """
    if folder.is_dir() and {it.name for it in folder.iterdir()} - {".git"}:
        raise click.UsageError(f"{folder} is not empty; name an empty folder, or one that is new")
    if around := _archive_around(folder):
        raise click.UsageError(f"{folder} lies in the archive {around}; name a folder outside it")
    own = distribution("postil")
    asked_for = requirement(own.version, own.read_text("direct_url.json"))
    beginning = Beginning(
        name=name or folder.resolve().name or "Archive",
        language=language,
        theme_language=theme_language(language),
        version=own.version,
        requirement=asked_for,
    )
    for path, content in starter(beginning).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    is_here = folder.resolve() == Path.cwd()
    click.echo(f"An archive is {'here' if is_here else f'in {folder}'}. Next:", err=True)
    way = "" if is_here else f"  cd {quote(str(folder))}\n"
    click.echo(f"{way}  make check\n  make site", err=True)
    if is_of_this_machine(asked_for):
        click.echo(_OF_THIS_MACHINE, err=True)


def _archive_around(folder: Path) -> Path | None:
    """The archive that a folder would lie in. A site of MkDocs without articles is none."""
    parents = folder.resolve().parents
    held = ("mkdocs.yml", "articles")
    return next((it for it in parents if all((it / name).exists() for name in held)), None)

"""`postil check`: everything that is wrong with an archive's content, at once."""

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import Literal

import click

from postil.building.composing import Composed, compose
from postil.building.examining import examine_reading
from postil.building.sources import Sources
from postil.cli.revision import read_revision
from postil.cli.root import open_archive
from postil.diagnostics.diagnostic import (
    Diagnostic,
    as_github,
    as_json,
    as_text,
    has_errors,
)
from postil.engines import cache
from postil.engines.edition import read_archive
from postil.engines.progress import progress
from postil.linking.touched import touched_notes
from postil.model.archive import Settings
from postil.pages.addresses import lost_addresses
from postil.reading.discover import NOTES_SUFFIX
from postil.reading.history import read_histories


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="text: a line per fault; json: one array; github: annotations on the pull request.",
)
@click.option(
    "--since",
    "revision",
    metavar="BASE",
    help="A branch, a tag or a commit: tell as well which notes the change since then touches, and "
    "which addresses it has lost.",
)
def check(
    paths: tuple[Path, ...], form: Literal["text", "json", "github"], revision: str | None
) -> None:
    """Check the archive, or only what concerns the files and folders PATHS.

    The whole archive is read either way, because records refer to one another; PATHS choose what is
    told. Exits with 1 if there is an error.
    """
    root, settings = open_archive()
    wanted = [_within(root, path) for path in paths]
    base = None if revision is None else read_revision(root, revision)
    sources, composed = _composed(root, settings)
    told = set(composed.diagnostics)
    if base is not None:
        before = examine_reading(base, settings)
        told.update(touched_notes(before.linked, examine_reading(sources.reading, settings).linked))
        told.update(lost_addresses(base, sources.reading))
    found = [item for item in sorted(told) if _concerns(item, wanted)]
    _print(found, form)
    if form == "text":
        archive = composed.shelf.site.archive
        _summarise(found, len(archive.articles), len(archive.notes))
    if has_errors(found):
        raise SystemExit(1)


def _composed(root: Path, settings: Settings) -> tuple[Sources, Composed]:
    """The archive, composed of what earlier builds and checks have left, as a build would do it."""
    with cache.held(root, settings) as kept:
        sources = read_archive(root, kept)
        histories = read_histories(root).histories
        memory, spool = cache.recall(kept), cache.spool(kept)
        composed = compose(sources, settings, histories, memory, spool, progress)
        cache.remember(kept, composed.memory)
    return sources, composed


def _within(root: Path, path: Path) -> PurePosixPath:
    """A path from the archive's root. Raises `click.UsageError` where it leads elsewhere."""
    if not path.exists():
        raise click.UsageError(f"there is no {path}")
    try:
        return PurePosixPath(path.resolve().relative_to(root.resolve()).as_posix())
    except ValueError:
        raise click.UsageError(f"{path} is not in the archive at {root}") from None


def _concerns(diagnostic: Diagnostic, wanted: Sequence[PurePosixPath]) -> bool:
    """Whether a fault lies in one of the paths, or in a note on one of them."""
    path = PurePosixPath(diagnostic.place.path)
    return not wanted or any(
        path.is_relative_to(place) or path.is_relative_to(place.with_suffix(NOTES_SUFFIX))
        for place in wanted
    )


def _print(found: Iterable[Diagnostic], form: str) -> None:
    if form == "json":
        click.echo(as_json(found))
        return
    write = as_github if form == "github" else as_text
    for diagnostic in found:
        click.echo(write(diagnostic))


def _summarise(found: Sequence[Diagnostic], articles: int, notes: int) -> None:
    """A last line for people, on standard error so that a pipe gets faults alone."""
    errors = sum(diagnostic.is_error for diagnostic in found)
    warnings = len(found) - errors
    if found:
        click.echo(f"{_count(errors, 'error')}, {_count(warnings, 'warning')}.", err=True)
    else:
        click.echo(
            f"Nothing wrong: {_count(articles, 'article')}, {_count(notes, 'note')}.", err=True
        )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

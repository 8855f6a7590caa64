"""`postil check`: everything that is wrong with an archive's content, at once."""

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import Literal, get_args

import click

from postil.cli.checked import checked_with
from postil.cli.given import given_paths
from postil.cli.revision import commit_of
from postil.cli.root import find_root
from postil.cli.since import comes_of_changes_since
from postil.diagnostics.diagnostic import (
    Diagnostic,
    as_json,
    as_text,
    has_errors,
)
from postil.diagnostics.forges import as_annotations, as_gitlab
from postil.engines import cache
from postil.parallel import hold_to_the_end, without_collecting
from postil.reading.discover import NOTES_SUFFIX
from postil.reading.settings import read_settings
from postil.reading.settings_faults import settings_faults

Form = Literal["text", "json", "github", "gitlab"]


@click.command(short_help="Tell what is wrong with the archive, and what helps.")
@click.argument("paths", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(get_args(Form)),
    default="text",
    show_default=True,
    help="text: a line per fault; json: one array; github: annotations on the pull request; "
    "gitlab: a code quality report.",
)
@click.option(
    "--since",
    "revision",
    metavar="BASE",
    help="A branch, a tag or a commit: tell as well which notes the change since then touches, "
    "which links it changes in other articles, and which addresses it has lost.",
)
def check(paths: tuple[str, ...], form: Form, revision: str | None) -> None:
    """Check the archive, or only what concerns the files and folders PATHS.

    The whole archive is read either way, because records refer to one another; PATHS choose what is
    told. Exits with 1 if there is an error.
    """
    root = find_root()
    settings = read_settings(root)
    wanted = [_within(root, path) for path in given_paths(paths, root)]
    base = None if revision is None else commit_of(root, revision)
    with without_collecting(), cache.held(root, settings) as kept:
        sources, checked = checked_with(kept, root, settings)
        told = {*settings_faults(root), *checked.diagnostics}
        if base is not None:
            told.update(comes_of_changes_since(base, root, sources, checked))
        hold_to_the_end()
    found = [item for item in sorted(told) if _concerns(item, wanted)]
    for line in _lines(found, form):
        click.echo(line)
    if form == "text":
        _summarise(found, len(checked.archive.articles), len(checked.archive.notes))
    if has_errors(found):
        raise SystemExit(1)


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


def _lines(found: Sequence[Diagnostic], form: Form) -> Iterable[str]:
    match form:
        case "json":
            return [as_json(found)]
        case "github":
            return as_annotations(found)
        case "gitlab":
            return [as_gitlab(found)]
        case "text":
            return map(as_text, found)


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

"""`postil fmt`: front matter in canonical form."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import click

from postil.cli.given import from_root, given_paths
from postil.cli.notes.telling import tell
from postil.cli.notes.writing import replace
from postil.cli.report import count
from postil.cli.root import find_root
from postil.diagnostics.diagnostic import Diagnostic
from postil.editing.canonical import canonical
from postil.editing.source import Source, read_source
from postil.reading.discover import Discovery, RecordFile, discover


@dataclass(frozen=True)
class _Outcome:
    """A file with what it holds in canonical form, or why it is left alone."""

    file: RecordFile
    now: Source | Diagnostic
    canonical: Source | Diagnostic

    @property
    def changes(self) -> bool:
        return isinstance(self.canonical, Source) and self.canonical != self.now


@click.command(short_help="Bring front matter into canonical form.")
@click.argument("paths", nargs=-1)
@click.option("--check", is_flag=True, help="Change nothing; exit with 1 if anything would.")
def fmt(paths: tuple[str, ...], check: bool) -> None:  # noqa: FBT001 -- click's interface
    """Bring front matter into canonical form: of all records, or of the files and folders PATHS.

    Keys stand in the order of the guide's tables, lists on lines of their own, and those whose
    order means nothing are sorted. What the front matter says stays, and so do its comments and
    every byte below it. A file whose front matter cannot be read is left alone, and told of.
    """
    root = find_root()
    found = _chosen(root, discover(root), given_paths(paths, root))
    outcomes = [_outcome(root, file) for file in found.files]
    changing = [outcome for outcome in outcomes if outcome.changes]
    unread = (it.canonical for it in outcomes if isinstance(it.canonical, Diagnostic))
    faults = [*found.diagnostics, *unread]
    if check:
        for outcome in changing:
            path = outcome.file.path
            click.echo(f"{path}: not in canonical form; run `postil fmt {path}`")
    else:
        faults += _write(root, changing)
    tell(faults)
    verb = "would change" if check else "changed"
    click.echo(f"{count(len(changing), 'file')} of {len(outcomes):,} {verb}.", err=True)
    if faults or (check and changing):
        raise SystemExit(1)


def _chosen(root: Path, found: Discovery, paths: Sequence[Path]) -> Discovery:
    """The record files, and what is in their way, in the files and folders asked for.

    Paths are only compared, and none of their links is followed. Raises `click.UsageError` where
    there is no record.
    """
    if not paths:
        return found
    files: set[RecordFile] = set()
    faults: set[Diagnostic] = set()
    for asked in paths:
        path = from_root(asked, root)
        here = {file for file in found.files if _is_in(file.path, path)}
        wrong = {item for item in found.diagnostics if _is_in(item.place.path, path)}
        if not here and not wrong:
            raise click.UsageError(f"there is no record at {asked}")
        files |= here
        faults |= wrong
    return Discovery(tuple(sorted(files)), tuple(sorted(faults)))


def _is_in(path: str, wanted: PurePosixPath) -> bool:
    return PurePosixPath(path).is_relative_to(wanted)


def _outcome(root: Path, file: RecordFile) -> _Outcome:
    now = read_source(root, file.path)
    return _Outcome(file, now, canonical(now, file) if isinstance(now, Source) else now)


def _write(root: Path, changing: Iterable[_Outcome]) -> Iterator[Diagnostic]:
    """Writes each file and tells which; gives what prevented it."""
    for outcome in changing:
        assert isinstance(outcome.canonical, Source)  # noqa: S101 -- it changes
        wrong = replace(root, outcome.file.path, outcome.canonical)
        if not wrong:
            click.echo(outcome.file.path)
        yield from wrong

"""How a command ends that shows an archive in spite of its faults."""

from collections.abc import Iterable

import click

from postil.cli.report import count
from postil.diagnostics.diagnostic import Diagnostic


def end_with(diagnostics: Iterable[Diagnostic]) -> None:
    """Ends the command with 1 where there are errors, since what they concern may be missing."""
    errors = sum(diagnostic.is_error for diagnostic in diagnostics)
    if errors:
        told = f"The archive has {count(errors, 'error')}, and this may lack what they concern"
        click.echo(f"{told}: run `postil check`.", err=True)
        raise SystemExit(1)

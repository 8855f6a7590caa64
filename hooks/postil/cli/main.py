"""The commands. Exit status: 0 fine, 1 content errors, 2 wrong usage."""

from pathlib import Path
from typing import Any

import click

from postil.cli.check import check
from postil.cli.fmt import fmt
from postil.cli.init import init
from postil.cli.materialise import materialise
from postil.cli.mentions import mentions
from postil.cli.names import names
from postil.cli.new.group import new
from postil.cli.notes.group import notes
from postil.cli.pull_request.command import report
from postil.cli.schema import schema
from postil.cli.site import build, serve
from postil.cli.sources import sources
from postil.engines.faults import as_line


class _Commands(click.Group):
    """Tells what the machine does to a command in a line, as a build does."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 -- click's interface
        try:
            return super().invoke(ctx)
        except OSError as error:
            if (line := as_line(error, Path.cwd())) is None:
                raise
            click.echo(line, err=True)
            raise SystemExit(1) from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="postil")
def main() -> None:
    """Keep an annotated news archive, and publish it as a static site."""


for command in (
    check,
    report,
    fmt,
    mentions,
    names,
    new,
    notes,
    build,
    serve,
    schema,
    materialise,
    init,
    sources,
):
    main.add_command(command)

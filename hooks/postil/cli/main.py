"""The commands. Exit status: 0 fine, 1 content errors, 2 wrong usage."""

import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click

from postil.engines.faults import as_line

_MODULES = {
    "check": "postil.cli.check",
    "report": "postil.cli.pull_request.command",
    "fmt": "postil.cli.fmt",
    "mentions": "postil.cli.mentions",
    "names": "postil.cli.names",
    "new": "postil.cli.new.group",
    "notes": "postil.cli.notes.group",
    "build": "postil.cli.site",
    "serve": "postil.cli.site",
    "schema": "postil.cli.schema",
    "materialise": "postil.cli.materialise",
    "init": "postil.cli.init",
    "sources": "postil.cli.sources",
}
"""Where each command is, under its own name. It is loaded when it is called: an editor that runs
`fmt` on every file saved need not wait for what links and builds."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's interface
        return sorted(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _MODULES:
            return None
        command: click.Command = getattr(import_module(_MODULES[cmd_name]), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 -- click's interface
        """Tells what the machine does to a command in a line, as a build does."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):  # what a terminal cannot show is spelt out
                stream.reconfigure(errors="backslashreplace")
        if os.environ.get("NO_COLOR"):
            ctx.color = False
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # whoever reads has read enough: click ends the command in silence
            raise
        except OSError as error:
            if (line := as_line(error, None)) is None:
                raise
            click.echo(line, err=True)
            raise SystemExit(1) from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="postil")
def main() -> None:
    """Keep an annotated news archive, and publish it as a static site."""

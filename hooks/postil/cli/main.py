"""The commands. Exit status: 0 fine, 1 content errors, 2 wrong usage."""

import click

from postil.cli.check import check
from postil.cli.materialise import materialise
from postil.cli.schema import schema
from postil.cli.site import build, serve


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="postil")
def main() -> None:
    """Keep an annotated news archive, and publish it as a static site."""


for command in (check, build, serve, schema, materialise):
    main.add_command(command)

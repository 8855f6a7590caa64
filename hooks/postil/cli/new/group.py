"""`postil new`, with its commands."""

import click

from postil.cli.new.actor import actor
from postil.cli.new.analyst import analyst
from postil.cli.new.article import article
from postil.cli.new.note import note
from postil.cli.new.topic import topic


@click.group(short_help="Begin a record.")
def new() -> None:
    """Begin a record: its file, at its place, with the keys that it must have.

    What is left out is asked for on a terminal; with --yes, or where there is none, options say
    everything. A file that is there is never written over.
    """


for command in (article, note, actor, topic, analyst):
    new.add_command(command)

"""`postil notes`, with its commands."""

import click

from postil.cli.notes.accept import accept
from postil.cli.notes.extract import extract
from postil.cli.notes.move import move
from postil.cli.notes.take_back import retract, supersede


@click.group(short_help="Keep notes on their words when texts change.")
def notes() -> None:
    """Keep notes on their words when texts change.

    A NOTE is the path of its file, or the id of its text and its own: `harbour-talks#cost`, or
    `actors/ada-novak#office` where an article and an actor share an id.

    In the files, only what is meant is changed. Nothing is committed to git.
    """


for command in (accept, retract, supersede, move, extract):
    notes.add_command(command)

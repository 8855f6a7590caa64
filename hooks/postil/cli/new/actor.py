"""`postil new actor`: a record of someone or something that acts in the news."""

from shlex import quote
from typing import get_args

import click

from postil.cli.new.asking import Question, answers, names_by_language, utf8
from postil.cli.new.options import id_option, names_option, yes_option
from postil.cli.new.placing import Shelf, begun, open_shelf, put
from postil.model.archive import Record
from postil.model.records import Actor
from postil.model.vocabulary import ActorType
from postil.surveying.bearing import bearings, names_by_key


@click.command(short_help="Begin the record of an actor.")
@click.argument("name", required=False, type=utf8)
@click.option("--type", "type_", type=click.Choice(get_args(ActorType)), help="What it is.")
@click.option("--summary", metavar="WORDS", type=utf8, help="Who or what it is, in a sentence.")
@click.option(
    "--alias",
    "aliases",
    metavar="NAME",
    type=utf8,
    multiple=True,
    help="Another name that means nobody else; repeatable.",
)
@click.option(
    "--weak-alias",
    "weak_aliases",
    metavar="NAME",
    type=utf8,
    multiple=True,
    help="A surname or metonym; repeatable.",
)
@names_option
@id_option
@yes_option
def actor(  # noqa: PLR0913, PLR0917 -- click hands options over by name
    name: str | None,
    type_: str | None,
    summary: str | None,
    aliases: tuple[str, ...],
    weak_aliases: tuple[str, ...],
    names: tuple[str, ...],
    id_: str | None,
    yes: bool,  # noqa: FBT001 -- the same
) -> None:
    """Write the record of the actor NAME into docs/actors/.

    A name that another actor bears as a strong one is refused: it would link to neither. Without
    --id, the id is made of NAME, in Latin letters.
    """
    shelf = open_shelf()
    questions = [
        Question("NAME", name),
        Question("--type", type_, get_args(ActorType)),
        Question("--summary", summary),
    ]
    name, type_, summary = answers(questions, is_agreed=yes)
    front = {
        "name": name,
        "type": type_,
        "summary": summary,
        "names": names_by_language(names),
        "aliases": aliases,
        "weak_aliases": weak_aliases,
    }
    new = begun(shelf, "actor", front, id_, is_agreed=yes)
    _refuse_shared(shelf, new.record)
    put(shelf, new, f"See who answers to the name: `postil names {quote(name)}`.")


def _refuse_shared(shelf: Shelf, new: Record[Actor]) -> None:
    """Raises `click.ClickException` where another actor bears a strong name of the new one."""
    for _, strength, name in names_by_key(new.data):
        if strength != "strong":
            continue
        for bearing in bearings(name, shelf.archive.actors, {}):
            if bearing.strength == "strong":
                other = shelf.archive.actors[bearing.actor]
                raise click.ClickException(
                    f"“{name}” is a name of {other.data.name} already, under `{bearing.key}` in "
                    f"{other.path}; if this is somebody else, give a name that tells the two "
                    "apart, or make it a weak alias of both"
                )

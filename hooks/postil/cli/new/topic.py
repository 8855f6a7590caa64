"""`postil new topic`: a subject that articles are filed under."""

import click

from postil.cli.new.asking import Question, answers, names_by_language, utf8
from postil.cli.new.options import id_option, names_option, yes_option
from postil.cli.new.placing import begun, open_shelf, put


@click.command(short_help="Begin the record of a topic.")
@click.argument("name", required=False, type=utf8)
@click.option("--summary", metavar="WORDS", type=utf8, help="What it covers, in a sentence.")
@click.option("--parent", metavar="ID", type=utf8, help="The wider topic it is part of.")
@click.option(
    "--alias",
    "aliases",
    metavar="WORDS",
    type=utf8,
    multiple=True,
    help="Other words that readers search it by; repeatable.",
)
@names_option
@id_option
@yes_option
def topic(  # noqa: PLR0913, PLR0917 -- click hands options over by name
    name: str | None,
    summary: str | None,
    parent: str | None,
    aliases: tuple[str, ...],
    names: tuple[str, ...],
    id_: str | None,
    yes: bool,  # noqa: FBT001 -- the same
) -> None:
    """Write the record of the topic NAME into docs/topics/."""
    shelf = open_shelf()
    questions = [Question("NAME", name), Question("--summary", summary)]
    name, summary = answers(questions, is_agreed=yes)
    front = {
        "name": name,
        "summary": summary,
        "names": names_by_language(names),
        "aliases": aliases,
        "parent": parent,
    }
    new = begun(shelf, "topic", front, id_, is_agreed=yes)
    put(shelf, new, f"File articles under it: `topics: [{new.file.id}]`.")

"""`postil new topic`: a subject that articles are filed under."""

import click

from postil.cli.new.asking import Question, answers, names_by_language, utf8
from postil.cli.new.placing import checked, open_shelf, place, put, written_record


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
@click.option(
    "--lang-name",
    "names",
    metavar="LANGUAGE=NAME",
    type=utf8,
    multiple=True,
    help="Its name in a language, such as uk=Пороми; repeatable.",
)
@click.option("--id", "id_", metavar="ID", type=utf8, help="The name of its file.")
@click.option("--yes", is_flag=True, help="Ask nothing: take what is suggested.")
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
    file = place(shelf, "topic", name, id_, is_agreed=yes)
    text = written_record(front, file)
    checked(shelf, text, file)
    put(shelf, text, file, f"File articles under it: `topics: [{file.id}]`.")

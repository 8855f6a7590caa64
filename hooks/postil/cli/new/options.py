"""Options that several of the commands have."""

import click

from postil.cli.new.asking import utf8

id_option = click.option("--id", "id_", metavar="ID", type=utf8, help="The name of its file.")

yes_option = click.option("--yes", is_flag=True, help="Ask nothing: take what is suggested.")

names_option = click.option(
    "--lang-name",
    "names",
    metavar="LANGUAGE=NAME",
    type=utf8,
    multiple=True,
    help="Its name in a language, such as uk=Ада Новак; repeatable.",
)

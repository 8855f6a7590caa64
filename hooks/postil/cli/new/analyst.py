"""`postil new analyst`: someone who signs notes."""

import click

from postil.cli.new.asking import Question, answers, utf8
from postil.cli.new.options import id_option, yes_option
from postil.cli.new.placing import begun, open_shelf, put


@click.command(short_help="Begin the record of an analyst.")
@click.argument("name", required=False, type=utf8)
@click.option("--affiliation", metavar="WORDS", type=utf8, help="Where they work.")
@click.option("--orcid", metavar="ORCID", type=utf8, help="Their ORCID iD.")
@click.option(
    "--disclosure", metavar="WORDS", type=utf8, help="Interests that readers should know of."
)
@id_option
@yes_option
def analyst(  # noqa: PLR0913, PLR0917 -- click hands options over by name
    name: str | None,
    affiliation: str | None,
    orcid: str | None,
    disclosure: str | None,
    id_: str | None,
    yes: bool,  # noqa: FBT001 -- the same
) -> None:
    """Write the record of the analyst NAME into docs/analysts/."""
    shelf = open_shelf()
    (name,) = answers([Question("NAME", name)], is_agreed=yes)
    front = {
        "name": name,
        "affiliation": affiliation,
        "orcid": orcid,
        "disclosure": disclosure,
    }
    new = begun(shelf, "analyst", front, id_, is_agreed=yes)
    put(shelf, new, f"Sign notes with it: `by: {new.file.id}`.")

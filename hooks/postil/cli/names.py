"""`postil names`: who answers to a name, what another name would change, and who has no record."""

import click

from postil.building.examining import examine_reading
from postil.cli import bearers, candidates, proposal
from postil.cli.articles import shortened
from postil.cli.faults import end_with
from postil.cli.new.asking import utf8
from postil.cli.opening import open_archive
from postil.cli.report import Form, form_option, print_report
from postil.diagnostics.diagnostic import has_errors
from postil.model.archive import Archive, Record
from postil.model.records import Actor
from postil.model.values import HIDDEN, MAX_WORDS_LENGTH
from postil.reading.nearest import nearest
from postil.reading.records import read_records
from postil.surveying.aliasing import Key, consequences, with_name
from postil.text.folding import folded


@click.command(short_help="Tell who answers to a name.")
@click.argument("names", nargs=-1, type=utf8, metavar="[NAME]...")
@click.option(
    "--as", "actor", metavar="ACTOR", help="Show what NAME as an alias of ACTOR would change."
)
@click.option("--weak", "key", flag_value="weak_aliases", help="With --as: as a weak alias.")
@form_option
def names(names: tuple[str, ...], actor: str | None, key: Key | None, form: Form) -> None:
    """Tell who answers to each NAME, how often it stands in the articles, and how often it links.

    Without NAME: list what looks like an actor's name and has no record, most articles first.

    With --as: link all articles with NAME in the record of ACTOR, and list what changes. No file is
    changed. Exits with 1 if the check would tell errors then.
    """
    names = tuple(map(_as_name, names))
    if key and actor is None:
        raise click.UsageError("--weak goes with --as ACTOR")
    if actor is not None and len(names) != 1:
        raise click.UsageError("--as takes one NAME; put a name of several words in quotes")
    root, settings = open_archive()
    reading = read_records(root)
    examined = examine_reading(reading, settings)
    linked = examined.linked
    if actor is None:
        report = bearers.report(linked, names) if names else candidates.report(linked)
        print_report(report, form)
        end_with(examined.diagnostics)
        return
    record = _actor(linked.archive, actor)
    proposed = proposal.Proposal(names[0], record, key or "aliases")
    changed = with_name(linked.archive, record.id, proposed.key, proposed.name)
    outcome = consequences(linked, changed, reading.paths)
    print_report(proposal.report(proposed, linked, outcome), form)
    end_with(examined.diagnostics)
    if has_errors(outcome.faults):
        raise SystemExit(1)


def _as_name(given: str) -> str:
    """What was given, with single spaces.

    Raises `click.UsageError` where no record may have such a name, or no text does.
    """
    name = " ".join(given.split())
    if len(name) > MAX_WORDS_LENGTH:
        raise click.UsageError(
            f"“{shortened(name)}” is {len(name):,} characters long; a name has "
            f"{MAX_WORDS_LENGTH:,} at most"
        )
    if not any(char.isalnum() for char in folded(name)):
        raise click.UsageError(f"“{name}” is no name: write a word as the texts have it")
    if hidden := HIDDEN.search(name):
        raise click.UsageError(f"the name holds a hidden character, U+{ord(hidden[0]):04X}")
    return name


def _actor(archive: Archive, id_: str) -> Record[Actor]:
    if id_ in archive.actors:
        return archive.actors[id_]
    close = nearest(id_, archive.actors)
    remedy = f"did you mean `{close}`?" if close else f"add docs/actors/{shortened(id_)}.md first"
    raise click.UsageError(f"there is no actor “{shortened(id_)}”; {remedy}")

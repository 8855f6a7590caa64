"""`postil report`: what a change does to the archive, in readers' terms."""

from typing import Literal

import click

from postil.building.comparing import compare
from postil.building.composing import Composed, compose
from postil.building.sources import Sources
from postil.cli.composed import composed_with
from postil.cli.opening import open_archive
from postil.cli.pull_request.markdown import as_markdown
from postil.cli.pull_request.rows import report_json
from postil.cli.revision import commit_of, read_commit
from postil.engines import cache
from postil.engines.progress import progress
from postil.parallel import without_collecting
from postil.surveying.report import Report


@click.command(short_help="Tell what a change does for readers.")
@click.argument("base")
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "json"]),
    default="markdown",
    show_default=True,
    help="markdown: a comment for the pull request; json: all of it, for programs.",
)
def report(base: str, form: Literal["markdown", "json"]) -> None:
    """Tell what has changed for readers since BASE: a branch, a tag or a commit.

    Articles, notes, actors and topics; the words under notes; links; pages; and addresses that
    would vanish. Where only the form of a file changed, nothing is told of it.

    Exits with 1 if an address would vanish or the archive has errors.
    """
    found = _report_since(base)
    click.echo(as_markdown(found) if form == "markdown" else report_json(found), nl=False)
    if found.fails:
        raise SystemExit(1)


def _report_since(base: str) -> Report:
    root, settings = open_archive()
    commit = commit_of(root, base)
    with without_collecting(), cache.held(root, settings) as kept:
        now = composed_with(kept, root, settings)
        before = read_commit(root, commit, now.sources.known)
        histories, memory = now.composed.shelf.site.histories, now.composed.memory

        def composed(sources: Sources) -> Composed:
            return compose(sources, settings, histories, memory, cache.spool(kept), progress)

        return compare(before, now, composed)

"""`postil mentions`: every name in an article, with whom it links to and why, or why not."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import click

from postil.building.examining import examine_reading
from postil.cli.articles import choose_articles
from postil.cli.faults import end_with
from postil.cli.opening import open_archive
from postil.cli.report import Form, Report, count, form_option, print_report
from postil.diagnostics.diagnostic import Place
from postil.linking.link import LinkedText
from postil.linking.mentions import Mention, Unlinked
from postil.reading.records import read_records
from postil.surveying.excerpt import places_of
from postil.surveying.reasons import explanation

Located = tuple[LinkedText, Mention | Unlinked, Place]
"""A name in an article, and its place in the file."""


@click.command(short_help="List the names of actors in articles.")
@click.argument("articles", nargs=-1)
@form_option
def mentions(articles: tuple[str, ...], form: Form) -> None:
    """List the names of actors in ARTICLES, and how each was understood.

    ARTICLES are ids, files or folders; all published articles if there are none. Drafts are left
    out.

    A name links by the first rule that settles it. declared: `mentions` of the article says whom it
    means. strong: it means one actor wherever it stands. listed: one of those it may mean is among
    the article's `actors`. earlier: one of those it may mean was named in full before.
    """
    root, settings = open_archive()
    reading = read_records(root)
    examined = examine_reading(reading, settings)
    chosen = choose_articles(root, reading, examined.linked, articles)
    names = [name for text in chosen for name in _names(text)]
    report = Report((_line(*name) for name in names), (_row(*name) for name in names))
    print_report(report, form)
    click.echo(_summary(names), err=True)
    end_with(examined.diagnostics)


def _names(text: LinkedText) -> Iterator[Located]:
    names: list[Mention | Unlinked] = [*text.naming.mentions, *text.naming.unlinked]
    ordered = sorted(names, key=lambda name: name.span)
    for name, place in zip(ordered, places_of(text, (n.span for n in ordered)), strict=True):
        yield text, name, place


def _line(_: LinkedText, name: Mention | Unlinked, place: Place) -> str:
    where = f"{place.path}:{place.line}:{place.column}"
    if isinstance(name, Mention):
        return f"{where}  “{name.words}” → {name.actor} ({name.rule})"
    return f"{where}  “{name.words}” left alone: {explanation(name)}"


def _row(text: LinkedText, name: Mention | Unlinked, place: Place) -> dict[str, Any]:
    """As in `data/mentions.jsonl`, with the place; of a name left alone, why."""
    row = {
        "article": text.record.id,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "start": name.span.start,
        "end": name.span.end,
        "words": name.words,
    }
    if isinstance(name, Mention):
        return {**row, "actor": name.actor, "rule": name.rule}
    return {**row, "candidates": name.candidates, "reason": name.reason}


def _summary(names: list[Located]) -> str:
    """The last line, for people, on standard error."""
    by_actor = Counter(name.actor for _, name, _ in names if isinstance(name, Mention))
    links = count(by_actor.total(), "link")
    left = len(names) - by_actor.total()
    return f"{links} to {count(len(by_actor), 'actor')}, {count(left, 'name')} left alone."

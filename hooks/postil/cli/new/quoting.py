"""The words that a new note quotes: as they stand in the text, in one place."""

from shlex import quote as quoted

import click

from postil.cli.notes.showing import difference, safe, show_places
from postil.cli.notes.telling import at_terminal
from postil.linking.anchors import Searched, candidates, resolve
from postil.linking.quoting import told_apart
from postil.model.records import Quotation
from postil.surveying.excerpt import excerpt

_LISTED = 12
"""Places that are listed, each with a prefix that leads there."""


def quotation_of(given: Quotation, searched: Searched, path: str, *, is_agreed: bool) -> Quotation:
    """The quotation, which leads to one place of the text; on a terminal a person may choose which.

    Typography becomes that of the text. Raises `click.UsageError` where the words do not stand
    there, with the nearest, or stand there more than once, with what tells the places apart.
    """
    found = resolve(given, searched)
    if found.state == "exact":
        return given
    if found.state == "normalised" and found.span:
        words = searched.plain[found.span.start : found.span.end]
        if quote := told_apart(words, searched, found.span):
            return quote
    if found.state == "ambiguous":
        return _chosen(given, searched, path, is_agreed=is_agreed)
    raise click.UsageError(_not_there(given, searched, path))


def refuse_missing(given: Quotation, searched: Searched, path: str) -> None:
    """Raises `click.UsageError` where the words do not stand in a text, with the nearest."""
    if resolve(given, searched).state not in {"exact", "normalised", "ambiguous"}:
        raise click.UsageError(_not_there(given, searched, path))


def _not_there(given: Quotation, searched: Searched, path: str) -> str:
    near = resolve(given, searched).nearest
    if near is None:
        return f"the words of --quote do not stand in {path}, nor anything like them"
    now = searched.plain[near.start : near.end]
    if now == given.exact:
        return f"the words of --quote stand in {path}, but not between that --prefix and --suffix"
    changes = difference(given.exact, now)
    return f"the words of --quote do not stand in {path}; nearest: “{changes}”"


def _chosen(given: Quotation, searched: Searched, path: str, *, is_agreed: bool) -> Quotation:
    """The quotation that leads to one of several places."""
    places = candidates(given, searched)
    if not places:
        raise click.UsageError(
            f"the words of --quote stand too often to count in {path}; quote more of the passage"
        )
    quotes = {
        place: quote
        for place in places[:_LISTED]
        if (quote := told_apart(searched.plain[place.start : place.end], searched, place))
    }
    if is_agreed or not at_terminal() or not quotes:
        lines = [
            f"  {safe(_options(quote))}  ({safe(excerpt(searched.plain, place))})"
            for place, quote in quotes.items()
        ]
        told = f"the words of --quote stand {len(places):,} times in {path}"
        raise click.UsageError("\n".join([f"{told}; add what leads to one place:", *lines]))
    show_places(searched.plain, [*quotes])
    number = click.prompt("Which place", type=click.IntRange(1, len(quotes)))
    return [*quotes.values()][number - 1]


def _options(quote: Quotation) -> str:
    """The options that lead to a place."""
    given = {"--prefix": quote.prefix, "--suffix": quote.suffix}
    return " ".join(f"{option} {quoted(words)}" for option, words in given.items() if words)

"""What a command found, as lines for people or as JSON."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

import click

Form = Literal["text", "json"]

form_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="text: lines for people; json: one array.",
)


@dataclass(frozen=True)
class Report:
    """The same findings twice; only those that are printed are worked out."""

    lines: Iterable[str]
    rows: Iterable[dict[str, Any]]


def print_report(report: Report, form: Form) -> None:
    """Prints a report in one of its forms."""
    if form == "json":
        click.echo(json.dumps(list(report.rows), ensure_ascii=False, indent=2))
    else:
        for line in report.lines:
            click.echo(line)


def count(number: int, noun: str) -> str:
    """`1 article`, `2 articles`, `1,200 articles`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

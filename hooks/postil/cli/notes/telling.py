"""How the commands speak and ask."""

import sys
from collections.abc import Callable, Iterable
from typing import NoReturn

import click

from postil.diagnostics.diagnostic import Diagnostic, as_text


def tell(faults: Iterable[Diagnostic]) -> None:
    """Prints faults, a line for each, where they do not mix with what was done."""
    for fault in faults:
        click.echo(as_text(fault), err=True)


def stop(faults: Iterable[Diagnostic]) -> NoReturn:
    """Ends the command because of faults in the content."""
    tell(faults)
    raise SystemExit(1)


def asker(is_agreed: bool) -> Callable[[str], bool]:  # noqa: FBT001 -- the option `--yes`, as it came
    """What decides a question: the option `--yes`, or a person at the terminal."""
    return _agree if is_agreed else _ask


def _agree(_question: str) -> bool:
    return True


def _ask(question: str) -> bool:
    """Raises `click.UsageError` where nobody can answer."""
    if not at_terminal():
        raise click.UsageError(
            "this asks before it changes anything, and there is no terminal to answer at; "
            "add --yes if the answer is yes. Nothing was changed"
        )
    return click.confirm(question)


def at_terminal() -> bool:
    """Whether a person can be asked."""
    return sys.stdin.isatty()

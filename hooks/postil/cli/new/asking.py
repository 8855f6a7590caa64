"""What a new record must have: said by options, or asked for on a terminal."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import click

from postil.cli.notes.telling import at_terminal


@dataclass(frozen=True)
class Question:
    """What is needed: the option that gives it, what that gave, and the words to choose from.

    A suggestion stands where nobody answers. Of a person at a terminal it is asked again while
    `check` raises `click.UsageError`.
    """

    option: str
    given: str | None
    choices: tuple[str, ...] = ()
    suggestion: str | None = None
    check: Callable[[str], str] = str


def answers(questions: Sequence[Question], *, is_agreed: bool) -> list[str]:
    """An answer to each question, from its option, a person or its suggestion.

    Raises `click.UsageError`, with every option that is missing, where nobody can be asked.
    """
    if not is_agreed and at_terminal():
        return [question.given or _ask(question) for question in questions]
    missing = [it for it in questions if not it.given and not it.suggestion]
    if missing:
        raise click.UsageError(f"give {', '.join(map(_named, missing))}")
    return [question.given or question.suggestion or "" for question in questions]


def utf8(given: str) -> str:
    """What an option says. Raises `click.BadParameter` where its bytes are no UTF-8."""
    try:
        given.encode()
    except UnicodeEncodeError:
        raise click.BadParameter("this is not UTF-8") from None
    return given


def names_by_language(given: Iterable[str]) -> dict[str, str | list[str]]:
    """The names in `uk=Ада` and the like, as a record has them.

    Raises `click.UsageError` where one has no language.
    """
    found: dict[str, list[str]] = {}
    for text in given:
        language, sign, name = text.partition("=")
        if not sign:
            raise click.UsageError(f"--lang-name {text}: write LANGUAGE=NAME, such as uk=Ада Новак")
        found.setdefault(language.strip(), []).append(name.strip())
    return {key: names[0] if len(names) == 1 else names for key, names in found.items()}


def _ask(question: Question) -> str:
    choices = question.choices
    label = question.option.removeprefix("--").capitalize()
    if choices:
        return str(click.prompt(label, default=question.suggestion, type=click.Choice(choices)))
    return str(click.prompt(label, default=question.suggestion, value_proc=question.check))


def _named(question: Question) -> str:
    among = f" ({', '.join(question.choices)})" if question.choices else ""
    return f"{question.option}{among}"

"""What a new article's file will say: from options, from the page, or from who is asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import click

from postil.cli.notes.telling import at_terminal
from postil.gathering.gathered import Gathered
from postil.gathering.known import outlet_in, suggested_actors, suggested_topics
from postil.model.archive import Archive
from postil.model.dates import DateError, parse_edtf
from postil.model.records import Article, Source
from postil.reading.nearest import nearest
from postil.text.document import read_document

TEXT_FORMS = {
    "full": "the whole article: only where its licence or its owner lets you publish it",
    "excerpt": "a part of it, as the right to quote allows; you choose the words",
    "digest": "a brief in the archive's own words; you write it",
    "link-only": "nothing is published but the citation, and the words that notes quote",
}
"""What a body may be, each with what it means for those who publish it."""


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What is known of an article; empty or `None` where nothing is yet."""

    title: str | None
    published: str | None
    outlet: str | None
    byline: tuple[str, ...]
    lang: str | None
    kind: str | None
    text: str | None
    licence: str | None
    summary: str | None
    actors: tuple[str, ...]
    topics: tuple[str, ...]


def checked(answers: Answers, archive: Archive) -> None:
    """Raises `click.UsageError` where an option names what is not there, or is no date."""
    if answers.published is not None:
        _check_date(answers.published)
    for option, ids, known in (
        ("--actor", answers.actors, archive.actors),
        ("--topic", answers.topics, archive.topics),
    ):
        check_ids(option, ids, known)


def check_ids(option: str, ids: Iterable[str], known: Iterable[str]) -> None:
    """Raises `click.UsageError` where one of the ids is not among those known."""
    there = frozenset(known)
    for id_ in ids:
        if id_ not in there:
            close = nearest(id_, there)
            hint = f"did you mean `{close}`?" if close else "write the id of one that exists"
            raise click.UsageError(f"{option}: there is no “{id_}”; {hint}")


def with_page(answers: Answers, page: Gathered, archive: Archive) -> Answers:
    """The answers, with what the page says where no option does."""
    found = replace(
        answers,
        title=answers.title or page.title,
        published=answers.published or page.published,
        outlet=answers.outlet or outlet_in(archive, page.outlet, page.url) or page.outlet,
        byline=answers.byline or page.byline,
        lang=answers.lang or page.lang,
    )
    return _with_suggestions(found, page, archive)


def settled(answers: Answers, given: Answers, archive: Archive, *, is_agreed: bool) -> Answers:
    """The answers after a person has seen those that no option gave.

    Raises `click.UsageError` where something is missing and nobody can be asked.
    """
    if is_agreed or not at_terminal():
        _refuse_missing(answers, is_agreed=is_agreed)
        return answers
    return _asked(answers, given, archive)


def _with_suggestions(answers: Answers, page: Gathered, archive: Archive) -> Answers:
    """The same with actors and topics that the page's text suggests, where no option gave any."""
    if not (answers.title and answers.published and answers.outlet):
        return answers
    article = Article(
        title=answers.title,
        published=parse_edtf(answers.published),
        source=Source(outlet=answers.outlet),
        topics=answers.topics,
        lang=answers.lang,
        actors=answers.actors,
    )
    document = read_document(page.text)
    actors = answers.actors or tuple(suggested_actors(archive, document, article))
    words = f"{answers.title} {document.plain}"
    topics = answers.topics or tuple(suggested_topics(archive, words, actors))
    return replace(answers, actors=actors, topics=topics)


def _refuse_missing(answers: Answers, *, is_agreed: bool) -> None:
    needed = {
        "--title": answers.title,
        "--published": answers.published,
        "--outlet": answers.outlet,
        "--topic": answers.topics,
        "--text": answers.text,
    }
    missing = [option for option, value in needed.items() if not value]
    if missing:
        raise click.UsageError(f"the page does not say all that is needed; add {_listed(missing)}")
    if not is_agreed:
        raise click.UsageError(
            "this asks whether all is right, and there is no terminal to answer at; add --yes to "
            "take what the page says and what is suggested. Nothing was written"
        )


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]


def _asked(found: Answers, given: Answers, archive: Archive) -> Answers:
    """Each answer that no option gave, asked for; what was found is what Enter takes."""
    return replace(
        found,
        title=given.title or click.prompt("Title", default=found.title),
        published=given.published
        or click.prompt("Published", default=found.published, value_proc=_check_date),
        outlet=given.outlet
        or click.prompt("Outlet (an actor's id, or a name)", default=found.outlet),
        lang=given.lang
        or click.prompt("Language (such as en; empty: the site's)", default=found.lang or ""),
        text=given.text or _asked_text(),
        topics=given.topics or _asked_ids("Topics", found.topics, archive.topics),
        actors=given.actors
        or _asked_ids("Actors (- for none)", found.actors or ("-",), archive.actors),
    )


def _asked_text() -> str:
    click.echo("What may be published of the text?")
    for form, meaning in TEXT_FORMS.items():
        click.echo(f"  {form:<10} {meaning}")
    answer: str = click.prompt("Text", type=click.Choice(list(TEXT_FORMS)), show_choices=False)
    return answer


def _asked_ids(label: str, suggested: Sequence[str], known: Iterable[str]) -> tuple[str, ...]:
    def ids_in(answer: str) -> tuple[str, ...]:
        ids = tuple(id_ for id_ in answer.replace(",", " ").split() if id_ != "-")
        check_ids(label, ids, known)
        return ids

    default = " ".join(suggested) or None
    ids: tuple[str, ...] = click.prompt(f"{label}, by id", default=default, value_proc=ids_in)
    return ids


def _check_date(written: str) -> str:
    """The same date. Raises `click.UsageError` where it is none."""
    try:
        return parse_edtf(written.strip()).text
    except DateError as error:
        raise click.UsageError(f"“{written}” {error}") from None

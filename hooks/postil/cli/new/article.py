"""`postil new article`: an article from a web page."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, get_args

import click

from postil.cli.new.article_answers import (
    TEXT_FORMS,
    Answers,
    check_ids,
    checked,
    settled,
    with_page,
)
from postil.cli.new.article_body import Body, body_for
from postil.cli.new.options import id_option
from postil.cli.new.placing import chosen_id, open_shelf, place_at, put, written
from postil.cli.new.taking import Taken, take
from postil.cli.notes.telling import asker, at_terminal
from postil.gathering.known import article_at
from postil.gathering.likeness import most_alike
from postil.model.archive import Record
from postil.model.dates import parse_edtf
from postil.model.records import Article
from postil.model.vocabulary import ArticleKind

Articles = Mapping[str, Record[Article]]
"""The articles of an archive, drafts among them, by id."""


@click.command(short_help="Begin an article from a web page.")
@click.argument("source", metavar="URL|FILE.html")
@click.option("--url", metavar="URL", help="Where the page of a FILE comes from.")
@click.option("--title", metavar="WORDS", help="The headline.")
@click.option("--published", metavar="DATE", help="When it was published.")
@click.option("--outlet", metavar="ACTOR|NAME", help="Who published it.")
@click.option("--byline", metavar="NAME", multiple=True, help="Who wrote it; may be repeated.")
@click.option("--lang", metavar="TAG", help="Its language, such as en or uk.")
@click.option("--kind", type=click.Choice(get_args(ArticleKind)), help="What sort of text it is.")
@click.option("--text", type=click.Choice(list(TEXT_FORMS)), help="What may be published of it.")
@click.option("--body", metavar="FILE", type=click.Path(path_type=Path), help="The text to keep.")
@click.option("--licence", metavar="WORDS", help="The licence of the text.")
@click.option("--summary", metavar="WORDS", help="One or two sentences for lists.")
@click.option(
    "--actor", "actors", metavar="ID", multiple=True, help="Whom it is about; repeatable."
)
@click.option(
    "--topic", "topics", metavar="ID", multiple=True, help="What it is about; repeatable."
)
@id_option
@click.option("--by", metavar="WHO", help="Who took it from its source.")
@click.option("--retrieved", metavar="DATE", help="When, if not now or when FILE was saved.")
@click.option(
    "--same-text-as", "same", metavar="ID", multiple=True, help="An article with the same text."
)
@click.option("--yes", is_flag=True, help="Take what the page says and what is suggested.")
def article(  # noqa: PLR0913, PLR0917 -- click hands options over by name
    source: str,
    url: str | None,
    body: Path | None,
    id_: str | None,
    by: str | None,
    retrieved: str | None,
    same: tuple[str, ...],
    yes: bool,  # noqa: FBT001 -- the same
    **options: Any,  # noqa: ANN401 -- those that `Answers` holds, by its names
) -> None:
    """Write an article's file from the web page at URL, or saved in FILE.html.

    Takes title, date, byline, outlet, language and text from the page, suggests actors, topics and
    an id, and asks whether that is right. Nothing is published that you do not choose with --text.

    An article that the archive has already, at the same address, is refused; nearly the same text
    is told of.
    """
    given = Answers(**options)
    shelf = open_shelf()
    articles = {it.id: it for file, it in shelf.reading.records if file.kind == "article"}
    checked(given, shelf.archive)
    check_ids("--same-text-as", same, articles)
    taken = take(source, url)
    if path := article_at(taken.addresses, articles.values()):
        raise click.ClickException(f"the archive has this article already: {path}")
    answers = settled(
        with_page(given, taken.gathered, shelf.archive), given, shelf.archive, is_agreed=yes
    )
    checked(answers, shelf.archive)
    kept = body_for(str(answers.text), taken.gathered.text, body)
    _warn(taken, answers, articles, same, is_agreed=yes)
    id_ = chosen_id(shelf, "article", str(answers.title), id_, is_agreed=yes)
    file = place_at(f"articles/{parse_edtf(str(answers.published)).year:04}/{id_}.md")
    front = _front(answers, taken, kept, same) | _retrieved(taken, kept, by, retrieved)
    put(shelf, written(shelf, front, kept.text, file), _next_step(answers, kept))


def _next_step(answers: Answers, kept: Body) -> str:
    if kept.is_start:
        return (
            f"It is a draft: write the {answers.text} below its front matter, and take "
            "`status: draft` out."
        )
    return "Read it over in an editor, or with `postil serve`."


def _warn(
    taken: Taken, answers: Answers, articles: Articles, same: Iterable[str], *, is_agreed: bool
) -> None:
    """Tells what a person should know before a file is written, and asks on a terminal."""
    page = taken.gathered
    told = []
    if page.is_walled and answers.text == "full":
        told.append("the page says that it is not free to read: this may be its beginning only")
    bodies = ((id_, record.body) for id_, record in articles.items() if id_ not in same)
    if page.text and (found := most_alike(page.text, bodies)):
        id_, share = found
        told.append(
            f"{share:.0%} of the text stands in {articles[id_].path} as well; if it is "
            f"the same, add --same-text-as {id_}"
        )
    for line in told:
        click.echo(f"Warning: {line}.", err=True)
    if told and at_terminal() and not asker(is_agreed)("Write it all the same?"):
        raise click.Abort


def _front(answers: Answers, taken: Taken, body: Body, same: tuple[str, ...]) -> dict[str, object]:
    page = taken.gathered
    return {
        "title": answers.title,
        "published": answers.published,
        "source": {
            "outlet": answers.outlet,
            "title": page.title if answers.text == "digest" else None,
            "url": page.url,
            "byline": answers.byline,
            "updated": page.updated,
        },
        "topics": answers.topics,
        "lang": answers.lang,
        "kind": answers.kind,
        "text": answers.text,
        "licence": answers.licence,
        "summary": answers.summary,
        "actors": answers.actors,
        "archived": [{"url": copy.url, "at": copy.at} for copy in page.archived],
        "same_text_as": same[0] if len(same) == 1 else same,
        "status": "draft" if body.is_start else None,
    }


def _retrieved(taken: Taken, body: Body, by: str | None, at: str | None) -> dict[str, object]:
    moment = at or f"{taken.at:%Y-%m-%dT%H:%M}Z"
    return {"retrieved": {"at": moment, "by": by, "sha256": body.sha256}}

"""`postil new article`: an article from a web page."""

from collections.abc import Iterable
from dataclasses import dataclass
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
from postil.cli.new.taking import Taken, take
from postil.cli.notes.telling import asker, at_terminal, stop, tell
from postil.cli.notes.writing import create
from postil.cli.root import open_archive
from postil.diagnostics.diagnostic import Diagnostic, has_errors
from postil.editing.naming import suggested_id
from postil.editing.record_file import record_text
from postil.gathering.known import article_at
from postil.gathering.likeness import most_alike
from postil.linking.lexicon import build_lexicon
from postil.linking.link import faults_in_text, language_of, link_text
from postil.model.archive import Archive, Record
from postil.model.dates import parse_edtf
from postil.model.records import Article
from postil.model.vocabulary import ArticleKind
from postil.reading.assemble import assemble
from postil.reading.discover import RecordFile, record_files
from postil.reading.records import Reading, parse, read_records
from postil.reading.redirects import former_id


@dataclass(frozen=True)
class _Holdings:
    """The archive that an article is added to, with its articles, drafts among them, by id."""

    root: Path
    reading: Reading
    archive: Archive
    articles: dict[str, Record[Article]]


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
@click.option("--id", "id_", metavar="ID", help="The name of its file.")
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
    holdings = _open()
    checked(given, holdings.archive)
    check_ids("--same-text-as", same, holdings.articles)
    taken = take(source, url)
    _refuse_known(taken, holdings)
    answers = settled(with_page(given, taken.gathered, holdings.archive), given, is_agreed=yes)
    checked(answers, holdings.archive)
    kept = body_for(str(answers.text), taken.gathered.text, body)
    _warn(taken, answers, holdings, same, is_agreed=yes)
    file = _file(answers, id_, holdings, is_agreed=yes)
    front = _front(answers, taken, kept, same) | _retrieved(taken, kept, by, retrieved)
    written = record_text(front, kept.text, file)
    if isinstance(written, Diagnostic):
        stop([written])
    _check(written, file, holdings)
    if wrong := create(holdings.root, file.path, written):
        stop(wrong)
    click.echo(file.path)
    if kept.is_start:
        click.echo(
            f"It is a draft: write the {answers.text} below its front matter, and take "
            "`status: draft` out.",
            err=True,
        )


def _open() -> _Holdings:
    root, settings = open_archive()
    reading = read_records(root)
    archive, _ = assemble(reading, settings)
    articles = {record.id: record for file, record in reading.records if file.kind == "article"}
    return _Holdings(root, reading, archive, articles)


def _refuse_known(taken: Taken, holdings: _Holdings) -> None:
    if path := article_at(taken.addresses, holdings.articles.values()):
        raise click.ClickException(f"the archive has this article already: {path}")


def _warn(
    taken: Taken, answers: Answers, holdings: _Holdings, same: Iterable[str], *, is_agreed: bool
) -> None:
    """Tells what a person should know before a file is written, and asks on a terminal."""
    page = taken.gathered
    told = []
    if page.is_walled and answers.text == "full":
        told.append("the page says that it is not free to read: this may be its beginning only")
    bodies = ((id_, record.body) for id_, record in holdings.articles.items() if id_ not in same)
    if page.text and (found := most_alike(page.text, bodies)):
        id_, share = found
        told.append(
            f"{share:.0%} of the text stands in {holdings.articles[id_].path} as well; if it is "
            f"the same, add --same-text-as {id_}"
        )
    for line in told:
        click.echo(f"Warning: {line}.", err=True)
    if told and at_terminal() and not asker(is_agreed)("Write it all the same?"):
        raise click.Abort


def _file(answers: Answers, id_: str | None, holdings: _Holdings, *, is_agreed: bool) -> RecordFile:
    """The place of the new file. Ends the command where no record can lie there."""
    articles = holdings.articles.values()
    taken = {file.id for file in holdings.reading.unread if file.kind == "article"}
    taken |= {former_id(entry) for record in articles for entry in record.data.redirects}
    taken |= holdings.articles.keys()
    suggested = id_ or suggested_id(str(answers.title), "article", taken)
    if not id_ and not is_agreed:
        suggested = click.prompt("Id", default=suggested)
    if suggested in taken:
        raise click.UsageError(f"--id: “{suggested}” is taken by another article; choose another")
    path = f"articles/{parse_edtf(str(answers.published)).year:04}/{suggested}.md"
    found = record_files([path])
    if found.diagnostics:
        stop(found.diagnostics)
    return found.files[0]


def _front(answers: Answers, taken: Taken, body: Body, same: tuple[str, ...]) -> dict[str, object]:
    page = taken.gathered
    return {
        "title": answers.title,
        "published": answers.published,
        "source": {
            "outlet": answers.outlet,
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


def _check(written: str, file: RecordFile, holdings: _Holdings) -> None:
    """Ends the command where the check would tell errors of the new file."""
    record, faults = parse(written, file)
    found = list(faults)
    if record is not None:
        language = language_of(record, holdings.archive.settings.language)
        lexicon = build_lexicon(holdings.archive.actors, language)
        linked = link_text(record, (), lexicon)
        found += faults_in_text(linked, holdings.archive.actors, holdings.reading.paths)
    tell(found)
    if has_errors(found):
        raise SystemExit(1)

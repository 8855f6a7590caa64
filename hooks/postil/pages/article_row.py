"""What lists and dossiers show of an article."""

from dataclasses import dataclass

from postil.model.archive import NoteRecord, Record, Target
from postil.model.records import Article
from postil.pages.dates import date_label, machine_date
from postil.pages.notes import Link, article_link, count_current, named_link, topic_link
from postil.pages.site import Site, language_of


@dataclass(frozen=True)
class ArticleRow:
    """An article in a list."""

    id: str
    article: Link
    date: str
    machine_date: str
    outlet: Link
    language: str
    summary: str | None
    topics: tuple[Link, ...]
    notes: int


def article_row(site: Site, record: Record[Article]) -> ArticleRow:
    """An article as a row of a list."""
    article = record.data
    return ArticleRow(
        id=record.id,
        article=article_link(site, record.id),
        date=date_label(article.published, site.language),
        machine_date=machine_date(article.published),
        outlet=named_link(site, article.source.outlet),
        language=language_of(site, record),
        summary=article.summary,
        topics=tuple(topic_link(site, topic) for topic in article.topics),
        notes=count_current(notes_on(site, record)),
    )


def notes_on(site: Site, article: Record[Article]) -> tuple[NoteRecord, ...]:
    """The notes on an article."""
    return site.relations.notes_on.get(Target("articles", article.id), ())

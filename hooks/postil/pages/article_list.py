"""The index of articles: the newest, and the pages of the periods."""

from collections.abc import Iterator
from dataclasses import dataclass

from postil.markup.html import ANY_ROOT, root_of
from postil.model.archive import NoteRecord, Record, Target
from postil.model.records import Article
from postil.pages.dates import date_label, machine_date
from postil.pages.environment import call, render
from postil.pages.nesting import Entry
from postil.pages.notes import Link, article_link, count_current, named_link, topic_link
from postil.pages.page import Page
from postil.pages.periods import Series, newest, period_of, period_pages
from postil.pages.shelf import newest_articles
from postil.pages.site import Site

NEWEST = 60
"""Articles on the first page: about as many as anyone scrolls through."""


@dataclass(frozen=True)
class ArticleRow:
    """An article in a list."""

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
        article=article_link(site, record.id),
        date=date_label(article.published, site.language),
        machine_date=machine_date(article.published),
        outlet=named_link(site, article.source.outlet),
        language=article.lang or site.language,
        summary=article.summary,
        topics=tuple(topic_link(site, topic) for topic in article.topics),
        notes=count_current(notes_on(site, record)),
    )


def notes_on(site: Site, article: Record[Article]) -> tuple[NoteRecord, ...]:
    """The notes on an article."""
    return site.relations.notes_on.get(Target("articles", article.id), ())


def article_indexes(site: Site) -> Iterator[Page]:
    """`articles/` and the pages of its periods."""
    series = Series(
        address="articles/",
        name="Articles",
        summary="every article of that time in the archive",
        noun="article",
        layout="rows",
        kind="index",
        language=site.language,
        entries=tuple(_entry(site, article) for article in newest_articles(site.archive)),
    )
    html = render(
        "articles.html", root_of(series.address), title=series.name, view=newest(series, NEWEST, 2)
    )
    description = "Every article of the archive, by date."
    yield Page(series.address, series.name, description, series.kind, html, series.language)
    yield from period_pages(series)


def _entry(site: Site, article: Record[Article]) -> Entry:
    html = call("macros.html", "article_row", article_row(site, article), ANY_ROOT)
    return Entry(period_of(article.data.published), html)

"""The index pages: articles, notes by date; actors by type; topics as a tree; analysts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from postil.linking.relations import newest_notes_first
from postil.markup.html import root_of
from postil.model.archive import NoteRecord, Record, Target
from postil.model.records import Actor, Analyst, Article
from postil.model.vocabulary import ACTOR_TYPE_LABELS
from postil.pages.dates import date_label, machine_date, month_label
from postil.pages.dossier import Year
from postil.pages.environment import render
from postil.pages.notes import (
    Link,
    actor_link,
    article_link,
    count_current,
    named_link,
    topic_link,
)
from postil.pages.page import Page
from postil.pages.shelf import Shelf, newest_articles
from postil.pages.site import Site, plain_html

NEWEST_ARTICLES = 60
"""Articles on the first page of their index: about as many as anyone scrolls through."""

NEWEST_NOTES = 40
"""Notes on the first page of the stream."""


@dataclass(frozen=True)
class ArticleRow:
    """An article in a list."""

    article: Link
    date: str
    machine_date: str
    month: str
    outlet: Link
    language: str
    summary: str | None
    topics: tuple[Link, ...]
    notes: int


@dataclass(frozen=True)
class Branch:
    """A topic in the tree, with its number of articles and what is below it."""

    topic: Link
    summary: str
    articles: int
    children: tuple["Branch", ...]


def article_row(site: Site, record: Record[Article]) -> ArticleRow:
    """An article as a row of a list."""
    article = record.data
    return ArticleRow(
        article=article_link(site, record.id),
        date=date_label(article.published, site.language),
        machine_date=machine_date(article.published),
        month=month_label(article.published, site.language),
        outlet=named_link(site, article.source.outlet),
        language=article.lang or site.language,
        summary=article.summary,
        topics=tuple(topic_link(site, topic) for topic in article.topics),
        notes=count_current(notes_on(site, record)),
    )


def notes_on(site: Site, record: Record[Article]) -> tuple[NoteRecord, ...]:
    """The notes on an article."""
    return site.relations.notes_on.get(Target("articles", record.id), ())


def article_indexes(site: Site) -> Iterator[Page]:
    """`articles/` and a page for each year."""
    articles = newest_articles(site.archive)
    by_year = {
        year: list(group)
        for year, group in groupby(articles, key=lambda record: record.data.published.year)
    }
    years = [Year(year, len(group), f"articles/{year}/") for year, group in by_year.items()]
    newest = [article_row(site, record) for record in articles[:NEWEST_ARTICLES]]
    yield _page(
        site,
        "articles/",
        "Articles",
        "Every article of the archive, by date.",
        "articles.html",
        total=len(articles),
        years=years,
        current=None,
        months=_by_month(newest),
        rest=len(articles) - len(newest),
    )
    for shown in years:
        yield _page(
            site,
            shown.address,
            f"Articles of {shown.year}",
            f"Every article of {shown.year} in the archive.",
            "articles.html",
            total=shown.count,
            years=years,
            current=shown.year,
            months=_by_month([article_row(site, record) for record in by_year[shown.year]]),
            rest=0,
        )


def _by_month(rows: list[ArticleRow]) -> list[tuple[str, list[ArticleRow]]]:
    return [(month, list(group)) for month, group in groupby(rows, key=lambda row: row.month)]


def actor_index(shelf: Shelf) -> Page:
    """`actors/`: by type, and by name within it."""
    site = shelf.site
    by_type: dict[str, list[tuple[Link, str, int]]] = {kind: [] for kind in ACTOR_TYPE_LABELS}
    for id_, record in sorted(site.archive.actors.items(), key=_by_name):
        row = (
            actor_link(site, id_),
            record.data.summary,
            len(shelf.appearances[Target("actors", id_)]),
        )
        by_type[record.data.type].append(row)
    groups = [(kind, ACTOR_TYPE_LABELS[kind], rows) for kind, rows in by_type.items() if rows]
    description = "Everyone and everything that acts in the archive’s articles."
    return _page(site, "actors/", "Actors", description, "actors.html", groups=groups)


def _by_name(item: tuple[str, Record[Actor]]) -> tuple[str, str]:
    return (item[1].data.name.casefold(), item[0])


def topic_tree(shelf: Shelf) -> tuple[Branch, ...]:
    """The topics that have no wider one, each with what is below it."""
    site = shelf.site
    children: dict[str | None, list[str]] = {}
    for id_, record in site.archive.topics.items():
        parent = record.data.parent if record.data.parent in site.archive.topics else None
        children.setdefault(parent, []).append(id_)

    def branch(id_: str) -> Branch:
        below = tuple(branch(child) for child in children.get(id_, ()))
        summary = site.archive.topics[id_].data.summary
        return Branch(
            topic_link(site, id_), summary, len(shelf.appearances[Target("topics", id_)]), below
        )

    return tuple(branch(id_) for id_ in children.get(None, ()))


def topic_index(shelf: Shelf) -> Page:
    """`topics/`: the tree."""
    description = "What the archive’s articles are about, from wide to narrow."
    tree = topic_tree(shelf)
    return _page(shelf.site, "topics/", "Topics", description, "topics.html", tree=tree)


def note_stream(shelf: Shelf) -> Iterator[Page]:
    """`notes/`: the newest notes, and a page for each year."""
    notes = newest_notes_first(shelf.site.archive.notes.values())
    yield from _stream(
        shelf, notes, "notes/", "Notes", "What the archive’s analysts noted, newest first.", None
    )


def analyst_pages(shelf: Shelf, record: Record[Analyst]) -> Iterator[Page]:
    """An analyst's page, with what they noted, and a page for each year."""
    address = shelf.site.addresses[record.path]
    notes = list(shelf.site.relations.signed.get(record.id, ()))
    description = f"The notes of {record.data.name}."
    yield from _stream(shelf, notes, address, record.data.name, description, record)


def _stream(  # noqa: PLR0913, PLR0917 -- a stream and the head over it
    shelf: Shelf,
    notes: list[NoteRecord],
    address: str,
    title: str,
    description: str,
    analyst: Record[Analyst] | None,
) -> Iterator[Page]:
    site = shelf.site
    by_year = {
        year: list(group) for year, group in groupby(notes, key=lambda note: note.data.date.year)
    }
    years = [Year(year, len(group), f"{address}{year}/") for year, group in by_year.items()]
    current = count_current(notes)
    shown: Mapping[int | None, list[NoteRecord]] = {None: notes[:NEWEST_NOTES], **by_year}
    for year, group in shown.items():
        page_address = f"{address}{year}/" if year else address
        root = root_of(page_address)
        yield _page(
            site,
            page_address,
            f"{title} in {year}" if year else title,
            description,
            "notes.html",
            kind="analyst" if analyst else "notes",
            source=analyst.path if analyst and not year else None,
            analyst=analyst.data if analyst else None,
            profile=plain_html(site, analyst, root) if analyst and not year else "",
            notes=[shelf.note(note.key, root) for note in group],
            total=current,
            taken_back=len(notes) - current,
            years=years,
            current=year,
            rest=0 if year else len(notes) - len(group),
            home=address,
        )


def analyst_index(site: Site) -> Page:
    """`analysts/`: everyone who signs notes."""
    rows = [
        (
            Link(record.data.name, site.addresses[record.path]),
            record.data,
            count_current(site.relations.signed.get(id_, ())),
        )
        for id_, record in site.archive.analysts.items()
    ]
    description = "Those who sign the archive’s notes."
    return _page(site, "analysts/", "Analysts", description, "analysts.html", rows=rows)


def search_page(site: Site) -> Page:
    """`search/`: the form and the place for results; the engine fills it."""
    description = "Search the archive’s articles, notes, actors and topics."
    return _page(site, "search/", "Search", description, "search.html")


def _page(  # noqa: PLR0913, PLR0917 -- a page's head, its template and what that shows
    site: Site,
    address: str,
    title: str,
    description: str,
    template: str,
    kind: str = "index",
    source: str | None = None,
    **values: object,
) -> Page:
    html = render(template, root_of(address), title=title, description=description, **values)
    return Page(address, title, description, kind, html, site.language, source)

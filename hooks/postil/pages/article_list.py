"""The index of articles: the newest, and the pages of the periods."""

from collections.abc import Iterator

from postil.markup.html import root_of
from postil.pages.environment import render
from postil.pages.page import Page, PlannedPage, planned
from postil.pages.periods import Series, newest, period_of, period_pages
from postil.pages.shelf import Shelf

NEWEST = 60
"""Articles on the first page: about as many as anyone scrolls through."""


def article_indexes(shelf: Shelf) -> Iterator[PlannedPage]:
    """`articles/` and the pages of its periods."""
    series = Series(
        address="articles/",
        name="Articles",
        summary="every article of that time in the archive",
        noun="article",
        layout="rows",
        kind="index",
        language=shelf.site.language,
        entries=tuple(
            shelf.entry(period_of(article.data.published), shelf.row(article))
            for article in shelf.newest
        ),
    )
    html = render(
        "articles.html", root_of(series.address), title=series.name, view=newest(series, NEWEST, 2)
    )
    description = "Every article of the archive, by date."
    page = Page(series.address, series.name, description, series.kind, html, series.language)
    yield planned(page)
    yield from period_pages(series)

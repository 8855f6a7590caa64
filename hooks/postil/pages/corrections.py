"""The list of all corrections: what was wrong in which article, when it was mended, by whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from postil.markup.html import ANY_ROOT, root_of
from postil.model.archive import Record
from postil.model.records import Article, Correction
from postil.pages.dates import date_label, machine_date
from postil.pages.environment import call, render
from postil.pages.nesting import Entry, entry_of
from postil.pages.notes import Link, analyst_link, article_link
from postil.pages.page import Page, PlannedPage, planned
from postil.pages.periods import Series, newest, period_of, period_pages
from postil.pages.site import Site, language_of

ADDRESS = "corrections/"

NEWEST = 60
"""Corrections on the first page."""


@dataclass(frozen=True)
class CorrectionView:
    """A correction, ready to be shown, with its article and the language of that."""

    date: str
    machine_date: str
    by: Link
    text: str
    article: Link
    language: str


def correction_pages(site: Site) -> Iterator[PlannedPage]:
    """`corrections/`: the newest corrections, and the pages of their periods."""
    description = "What was wrong in the archive’s articles, and what they say now."
    found = sorted(_corrections(site), key=_newest_first, reverse=True)
    series = Series(
        address=ADDRESS,
        name="Corrections",
        summary="what was wrong in the archive’s articles, and what they say now",
        noun="correction",
        layout="rows",
        kind="corrections",
        language=site.language,
        entries=tuple(_entry(site, *item) for item in found),
    )
    html = render(
        "corrections.html",
        root_of(ADDRESS),
        title=series.name,
        description=description,
        view=newest(series, NEWEST, 2),
    )
    page = Page(ADDRESS, series.name, description, series.kind, html, series.language)
    yield planned(page)
    yield from period_pages(series)


def correction_view(site: Site, record: Record[Article], correction: Correction) -> CorrectionView:
    """A correction of an article."""
    return CorrectionView(
        date=date_label(correction.at, site.language),
        machine_date=machine_date(correction.at),
        by=analyst_link(site, correction.by),
        text=correction.text,
        article=article_link(site, record.id),
        language=language_of(site, record),
    )


def _entry(site: Site, record: Record[Article], correction: Correction) -> Entry:
    view = correction_view(site, record, correction)
    html = call("macros.html", "correction_row", view, ANY_ROOT)
    return entry_of(period_of(correction.at), html)


def _corrections(site: Site) -> Iterator[tuple[Record[Article], Correction]]:
    for record in site.archive.articles.values():
        for correction in record.data.corrections:
            yield record, correction


def _newest_first(item: tuple[Record[Article], Correction]) -> tuple[object, str]:
    record, correction = item
    return (correction.at.sort_key, record.id)

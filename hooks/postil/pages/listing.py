"""The index pages of actors, topics and analysts, and the page of the search."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from postil.markup.html import ANY_ROOT, root_of
from postil.model.archive import Archive, Target
from postil.model.vocabulary import ACTOR_TYPE_LABELS
from postil.pages.by_name import (
    Home,
    Names,
    first_letters,
    in_order,
    letter_pages,
    shown,
    sort_name,
)
from postil.pages.environment import call, render
from postil.pages.nesting import Entry, entry_of
from postil.pages.notes import Link, actor_link, analyst_link, count_current, topic_link
from postil.pages.page import Page, PlannedPage, planned
from postil.pages.search import SEARCH_PAGE
from postil.pages.shelf import Shelf
from postil.pages.site import Site

BY_NAME = "by-name/"
"""What the pages of letters lie below; no record may be called that."""


_LEVELS = 12
"""Levels of the tree of topics that its page shows."""


@dataclass(frozen=True)
class Row:
    """A record in a list by name, with how much there is on it, and of what."""

    to: Link
    count: int
    noun: str
    summary: str | None


@dataclass(frozen=True)
class Branch:
    """A topic in the tree, with its number of articles and what is below it."""

    topic: Link
    summary: str
    articles: int
    children: tuple["Branch", ...]


def actor_indexes(shelf: Shelf) -> Iterator[PlannedPage]:
    """`actors/`, by type and by name within it, and the pages of the letters."""
    site = shelf.site
    rows: dict[str, list[Row]] = {kind: [] for kind in ACTOR_TYPE_LABELS}
    for id_, record in site.archive.actors.items():
        count = len(shelf.appearances[Target("actors", id_)])
        rows[record.data.type].append(
            Row(actor_link(site, id_), count, "article", record.data.summary)
        )
    home = Home("Actors", "actors/")
    lists = {
        kind: _names(site, home, f"{BY_NAME}{kind.lower()}/", ACTOR_TYPE_LABELS[kind], found)
        for kind, found in rows.items()
        if found
    }
    sections = shown(list(lists.values()))
    description = "Everyone and everything that acts in the archive’s articles."
    groups = list(zip(lists, sections, strict=True))
    yield _drafted(site, home.href, home.name, description, "actors.html", groups=groups)
    for names, section in zip(lists.values(), sections, strict=True):
        if section.letters:
            yield from letter_pages(names)


def topic_tree(shelf: Shelf) -> tuple[Branch, ...]:
    """The topics that have no wider one, each with what is below it.

    What lies deeper than `_LEVELS` is in the dossiers of the topics above it.
    """
    site = shelf.site
    children: dict[str | None, list[str]] = {}
    for id_, record in site.archive.topics.items():
        parent = record.data.parent if record.data.parent in site.archive.topics else None
        children.setdefault(parent, []).append(id_)

    def branches(parent: str | None, levels: int) -> tuple[Branch, ...]:
        below = in_order(children.get(parent, ()) if levels else (), site.archive.topics)
        return tuple(branch(id_, levels - 1) for id_ in below)

    def branch(id_: str, levels: int) -> Branch:
        summary = site.archive.topics[id_].data.summary
        count = len(shelf.appearances[Target("topics", id_)])
        return Branch(topic_link(site, id_), summary, count, branches(id_, levels))

    return branches(None, _LEVELS)


def topic_indexes(shelf: Shelf) -> Iterator[PlannedPage]:
    """`topics/`: the tree or, where that weighs too much, the letters and their pages."""
    site = shelf.site
    home = Home("Topics", "topics/")
    rows = [
        Row(
            topic_link(site, id_),
            len(shelf.appearances[Target("topics", id_)]),
            "article",
            record.data.summary,
        )
        for id_, record in site.archive.topics.items()
    ]
    names = _names(site, home, BY_NAME, home.name, rows)
    (section,) = shown([names])
    description = "What the archive’s articles are about, from wide to narrow."
    tree = () if section.letters else topic_tree(shelf)
    yield _drafted(site, home.href, home.name, description, "topics.html", view=section, tree=tree)
    if section.letters:
        yield from letter_pages(names)


def analyst_indexes(site: Site) -> Iterator[PlannedPage]:
    """`analysts/`: everyone who signs notes, and the pages of the letters."""
    home = Home("Analysts", "analysts/")
    rows = [
        Row(
            analyst_link(site, id_),
            count_current(site.relations.signed.get(id_, ())),
            "note",
            record.data.affiliation,
        )
        for id_, record in site.archive.analysts.items()
    ]
    names = _names(site, home, BY_NAME, home.name, rows)
    (section,) = shown([names])
    description = "Those who sign the archive’s notes."
    yield _drafted(site, home.href, home.name, description, "analysts.html", view=section)
    if section.letters:
        yield from letter_pages(names)


def _names(site: Site, home: Home, below: str, label: str, rows: Iterable[Row]) -> Names:
    """Rows as a list by name; those of one name in the order of their addresses."""
    in_order = sorted(rows, key=lambda row: (sort_name(row.to.name), row.to.name, row.to.href))
    return Names(
        label=label,
        address=home.href + below,
        home=home,
        language=site.language,
        entries=tuple(_entry(row) for row in in_order),
    )


def _entry(row: Row) -> Entry:
    html = call("macros.html", "named", row, ANY_ROOT)
    return entry_of(first_letters(row.to.name), html)


def search_page(site: Site) -> PlannedPage:
    """`search/`: the form and the place for results; the engine fills it."""
    description = "Search the archive’s articles, notes, actors and topics."
    years = _years(site.archive)
    return _drafted(site, SEARCH_PAGE, "Search", description, "search.html", years=years)


def _years(archive: Archive) -> tuple[int, int] | None:
    """The first and the last year of an article or a note."""
    dates = [
        *(it.data.published for it in archive.articles.values()),
        *(it.data.date for it in archive.notes.values()),
    ]
    years = [when.year for when in dates]
    return (min(years), max(years)) if years else None


def _drafted(
    site: Site, address: str, title: str, description: str, template: str, **values: object
) -> PlannedPage:
    html = render(template, root_of(address), title=title, description=description, **values)
    return planned(Page(address, title, description, "index", html, site.language))

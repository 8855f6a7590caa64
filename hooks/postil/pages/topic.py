"""The dossier of a topic: its place in the tree, and the passages with notes on it, by date."""

from collections.abc import Iterator, Mapping
from functools import partial

from postil.linking.topics import parents
from postil.markup.html import at_root, root_of
from postil.model.archive import Record, Target
from postil.model.records import Topic
from postil.pages.by_name import in_order
from postil.pages.dossier import dossier_pages, dossier_view, elsewhere
from postil.pages.environment import render
from postil.pages.notes import topic_link
from postil.pages.page import Page, PlannedPage
from postil.pages.periods import Series
from postil.pages.shelf import Shelf


def topic_pages(shelf: Shelf, record: Record[Topic]) -> Iterator[PlannedPage]:
    """A topic's dossier and the pages of its periods."""
    dossier = Target("topics", record.id)
    return dossier_pages(shelf, dossier, record, partial(_first_page, shelf, record, dossier))


def _first_page(shelf: Shelf, record: Record[Topic], dossier: Target, series: Series) -> Page:
    site, topic = shelf.site, record.data
    topics = site.archive.topics
    root = root_of(series.address)
    html = render(
        "topic.html",
        root,
        topic=topic,
        parents=[topic_link(site, id_) for id_ in reversed([*parents(record.id, topics)])],
        children=[
            (topic_link(site, id_), len(shelf.appearances[Target("topics", id_)]))
            for id_ in in_order(_below(record.id, topics), topics)
        ],
        beside=[topic_link(site, id_) for id_ in site.relations.beside.get(record.id, ())],
        path=record.path,
        profile=at_root(shelf.profile(dossier), root),
        view=dossier_view(shelf, dossier, series),
        elsewhere=elsewhere(shelf, dossier, root),
    )
    return Page(
        series.address, topic.name, topic.summary, "topic", html, site.language, record.path
    )


def _below(id_: str, topics: Mapping[str, Record[Topic]]) -> Iterator[str]:
    """The topics whose parent a topic is."""
    return (other for other, record in topics.items() if record.data.parent == id_)

"""The dossier of a topic: its place in the tree, and the passages with notes on it, by date."""

from collections import Counter
from collections.abc import Iterator

from postil.linking.backlinks import Appearance
from postil.linking.topics import parents
from postil.markup.html import root_of
from postil.model.archive import Record, Target
from postil.model.records import Topic
from postil.pages.annotated import annotated
from postil.pages.dossier import companions, elsewhere, newest_passages, passages
from postil.pages.environment import render
from postil.pages.notes import topic_link
from postil.pages.page import Page
from postil.pages.periods import period_pages
from postil.pages.site import Site


def topic_pages(site: Site, record: Record[Topic]) -> Iterator[Page]:
    """A topic's dossier and the pages of its periods."""
    topic = record.data
    address = site.addresses[record.path]
    root = root_of(address)
    appearances = site.backlinks.topics[record.id]
    series = passages(site, appearances, address, topic.name)
    target = Target("topics", record.id)
    text = site.linked.texts[target]
    html = render(
        "topic.html",
        root,
        topic=topic,
        parents=[
            topic_link(site, id_) for id_ in reversed([*parents(record.id, site.archive.topics)])
        ],
        children=[
            (topic_link(site, id_), len(site.backlinks.topics[id_]))
            for id_, other in site.archive.topics.items()
            if other.data.parent == record.id
        ],
        beside=[topic_link(site, id_) for id_ in site.backlinks.beside[record.id]],
        text=annotated(site, text, root),
        companions=companions(site, _involved(appearances)),
        passages=newest_passages(series),
        elsewhere=elsewhere(site, target, root),
    )
    yield Page(
        address,
        topic.name,
        topic.summary,
        "topic",
        html,
        site.language,
        record.path,
    )
    yield from period_pages(series)


def _involved(appearances: tuple[Appearance, ...]) -> Counter[str]:
    """The actors that a topic's articles name, by the number of articles."""
    counts: Counter[str] = Counter()
    for appearance in appearances:
        counts.update({mention.actor for mention in appearance.text.naming.mentions})
    return counts

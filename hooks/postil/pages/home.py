"""What the home page shows beneath its introduction: what is new, what is discussed most."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice

from markupsafe import Markup

from postil.linking.backlinks import all_notes, newest_notes_first
from postil.linking.link import LinkedText
from postil.pages.article_list import article_row, newest_articles
from postil.pages.environment import render
from postil.pages.notes import actor_link, count_current, note_alone, topic_link
from postil.pages.site import Site

NEWEST = 6
"""Articles that count as new."""

NEWEST_NOTES = 4
"""Notes that count as new."""

MOST = 5
"""Articles, topics and actors that count as discussed most."""


def home_html(site: Site, root: str = "./") -> Markup:
    """The home page's lists."""
    texts = newest_articles(site)
    notes = [
        (text, note)
        for text, note in newest_notes_first(all_notes(site.linked))
        if note.record.data.is_current
    ]
    return render(
        "home.html",
        root,
        newest=[article_row(site, text) for text in texts[:NEWEST]],
        notes=[note_alone(site, text, note, root) for text, note in islice(notes, NEWEST_NOTES)],
        discussed=[article_row(site, text) for text in _most_noted(texts)],
        topics=[(topic_link(site, id_), count) for id_, count in _most_noted_topics(site)],
        actors=[(actor_link(site, id_), count) for id_, count in _most_named(site)],
        counts={
            "articles": len(texts),
            "notes": len(notes),
            "actors": len(site.archive.actors),
            "topics": len(site.archive.topics),
        },
    )


def _most_noted(texts: Iterable[LinkedText]) -> list[LinkedText]:
    """Articles by their notes, in the order given where equal."""
    counted = [(count_current(text.notes()), text) for text in texts]
    most = sorted(counted, key=lambda item: item[0], reverse=True)[:MOST]
    return [text for count, text in most if count]


def _most_noted_topics(site: Site) -> list[tuple[str, int]]:
    """Topics by their notes; a note that names none counts under its article's."""
    counts: Counter[str] = Counter()
    for text in site.linked.articles():
        for note in text.notes():
            if note.record.data.is_current:
                counts.update(note.record.data.topics or text.record.data.topics)
    return _top(counts)


def _most_named(site: Site) -> list[tuple[str, int]]:
    """Actors by the number of articles that name them."""
    return _top(Counter({id_: len(found) for id_, found in site.backlinks.actors.items() if found}))


def _top(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST]

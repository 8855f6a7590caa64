"""What the home page shows beneath its introduction: what is new, what is discussed most."""

from collections import Counter
from collections.abc import Iterable

from markupsafe import Markup

from postil.linking.relations import newest_notes_first
from postil.markup.html import at_root
from postil.model.archive import Record
from postil.model.records import Article
from postil.pages.article_row import article_row, notes_on
from postil.pages.environment import render
from postil.pages.notes import actor_link, count_current, topic_link
from postil.pages.shelf import Shelf
from postil.pages.site import Site

NEWEST = 6
"""Articles that count as new."""

NEWEST_NOTES = 4
"""Notes that count as new."""

MOST = 5
"""Articles, topics and actors that count as discussed most."""


def home_html(shelf: Shelf, root: str = "./") -> Markup:
    """The home page's lists."""
    site = shelf.site
    articles = shelf.newest
    every_note = newest_notes_first(site.archive.notes.values())
    notes = [note for note in every_note if note.data.is_current]
    return render(
        "home.html",
        root,
        newest=[article_row(site, article) for article in articles[:NEWEST]],
        notes=[at_root(shelf.listed_note(note.key), root) for note in notes[:NEWEST_NOTES]],
        discussed=[article_row(site, article) for article in _most_noted(site, articles)],
        topics=[(topic_link(site, id_), count) for id_, count in _most_noted_topics(site)],
        actors=[(actor_link(site, id_), count) for id_, count in _most_named(shelf)],
        counts={
            "articles": len(articles),
            "notes": len(notes),
            "actors": len(site.archive.actors),
            "topics": len(site.archive.topics),
        },
    )


def _most_noted(site: Site, articles: Iterable[Record[Article]]) -> list[Record[Article]]:
    """Articles by their notes, in the order given where equal."""
    counted = [(count_current(notes_on(site, article)), article) for article in articles]
    most = sorted(counted, key=lambda item: item[0], reverse=True)[:MOST]
    return [article for count, article in most if count]


def _most_noted_topics(site: Site) -> list[tuple[str, int]]:
    """Topics by their notes; a note that names none counts under its article's."""
    counts: Counter[str] = Counter()
    for note in site.archive.notes.values():
        if note.target.kind == "articles" and note.data.is_current:
            article = site.archive.articles[note.target.id]
            counts.update(note.data.topics or article.data.topics)
    return _top(counts)


def _most_named(shelf: Shelf) -> list[tuple[str, int]]:
    """Actors by the number of articles that name them."""
    found = {
        dossier.id: len(articles)
        for dossier, articles in shelf.appearances.items()
        if dossier.kind == "actors" and articles
    }
    return _top(Counter(found))


def _top(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST]

"""What the home page shows beneath its introduction: what is new, what is discussed most."""

from collections import Counter

from markupsafe import Markup

from postil.linking.relations import newest_notes_first
from postil.pages.environment import render
from postil.pages.listing import article_row
from postil.pages.notes import actor_link, topic_link
from postil.pages.shelf import Shelf, newest_articles
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
    every_note = newest_notes_first(site.archive.notes.values())
    notes = [note for note in every_note if note.data.is_current]
    rows = [article_row(site, record) for record in newest_articles(site.archive)]
    by_notes = sorted(rows, key=lambda row: row.notes, reverse=True)
    return render(
        "home.html",
        root,
        newest=rows[:NEWEST],
        notes=[shelf.note(note.key, root) for note in notes[:NEWEST_NOTES]],
        discussed=[row for row in by_notes[:MOST] if row.notes],
        topics=[(topic_link(site, id_), count) for id_, count in _most_noted_topics(site)],
        actors=[(actor_link(site, id_), count) for id_, count in _most_named(shelf)],
        counts={
            "articles": len(rows),
            "notes": len(notes),
            "actors": len(site.archive.actors),
            "topics": len(site.archive.topics),
        },
    )


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

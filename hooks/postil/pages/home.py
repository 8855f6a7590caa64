"""What the home page shows beneath its introduction: what is there, new, and disputed."""

from collections import Counter

from markupsafe import Markup

from postil.linking.relations import newest_notes_first
from postil.markup.html import at_root
from postil.model.values import as_tuple
from postil.pages.article_row import article_row
from postil.pages.environment import render
from postil.pages.notes import actor_link, analyst_link, topic_link
from postil.pages.shelf import Shelf
from postil.pages.site import Site
from postil.pages.strip import strip
from postil.pages.timeline import extent

NEWEST = 5
"""Articles that count as new."""

NEWEST_NOTES = 4
"""Notes that count as new."""

MOST = 6
"""Passages, topics, actors and analysts of which there is most."""

DISPUTES = 4
"""Disagreements that are shown."""


def home_html(shelf: Shelf, root: str = "./") -> Markup:
    """The home page's lists."""
    site = shelf.site
    every_note = newest_notes_first(site.archive.notes.values())
    notes = [note for note in every_note if note.data.is_current]
    analysts = _top(Counter(id_ for note in notes for id_ in as_tuple(note.data.by)))
    return render(
        "home.html",
        root,
        extent=extent(shelf),
        strip=strip((it.data.published for it in shelf.newest), site.language),
        newest=[article_row(site, article) for article in shelf.newest[:NEWEST]],
        notes=[at_root(shelf.listed_note(note.key), root) for note in notes[:NEWEST_NOTES]],
        discussed=[at_root(html, root) for html in shelf.highest("discussed", MOST)],
        disputes=[at_root(html, root) for html in shelf.highest("disputes", DISPUTES)],
        topics=[(topic_link(site, id_), count) for id_, count in _most_noted_topics(site)],
        actors=[(actor_link(site, id_), count) for id_, count in _most_named(shelf)],
        analysts=[analyst_link(site, id_) for id_, _ in analysts],
        other_analysts=len(site.archive.analysts) - len(analysts),
        counts={
            "article": len(shelf.newest),
            "note": len(notes),
            "actor": len(site.archive.actors),
            "topic": len(site.archive.topics),
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
    """Actors by the number of articles that name them or are about them."""
    return _top(Counter(id_ for slip in shelf.slips.values() for id_ in slip.named))


def _top(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST]

"""`feed.xml` and `notes/feed.xml`: the newest articles and notes, as Atom (RFC 4287).

What is in a feed has whole addresses, so an archive that does not know its own has none.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from html import escape

from feedgenerator import Atom1Feed

from postil.linking.relations import newest_notes_first
from postil.markup.html import at_root
from postil.model.archive import NoteRecord, Record, Settings
from postil.model.dates import Edtf
from postil.model.records import Article
from postil.model.values import as_tuple
from postil.pages.page import Asset
from postil.pages.shelf import Shelf
from postil.pages.site import title_of

ARTICLES_FEED = "feed.xml"
NOTES_FEED = "notes/feed.xml"

NEWEST = 30
"""Entries of a feed."""

_BEFORE_ALL = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without an entry has changed: the library would ask the clock."""


class _Feed(Atom1Feed):  # type: ignore[misc]
    """A feed whose dates are those of its entries."""

    def latest_post_date(self) -> datetime:
        """When the feed has changed."""
        return max((item["updateddate"] for item in self.items), default=_BEFORE_ALL)


def has_feeds(settings: Settings) -> bool:
    """Whether an archive has feeds."""
    return settings.address is not None


def feed_files(shelf: Shelf) -> Iterator[Asset]:
    """The feeds, if the archive has any."""
    root = shelf.site.archive.settings.address
    if root is not None:
        yield Asset(ARTICLES_FEED, _articles(shelf, root))
        yield Asset(NOTES_FEED, _notes(shelf, root))


def _articles(shelf: Shelf, root: str) -> bytes:
    feed = _feed(shelf, root, "articles/", ARTICLES_FEED, "Articles")
    published = [record for record in shelf.newest if record.data.status == "published"]
    for record in published[:NEWEST]:
        article = record.data
        page = shelf.page(record.id)
        feed.add_item(
            title=article.title,
            link=f"{root}{page.address}",
            description=escape(page.description, quote=False),
            unique_id=f"{root}{page.address}",
            author_name=", ".join(article.source.byline) or None,
            pubdate=moment(article.published),
            updateddate=_last_change(record),
            categories=[shelf.site.archive.topics[it].data.name for it in article.topics],
        )
    return _written(feed)


def _notes(shelf: Shelf, root: str) -> bytes:
    feed = _feed(shelf, root, "notes/", NOTES_FEED, "Notes")
    site = shelf.site
    for note in newest_notes_first(site.archive.notes.values())[:NEWEST]:
        address = f"{root}{site.target_address(note.target)}#note-{note.id}"
        analysts = [site.archive.analysts[it].data.name for it in as_tuple(note.data.by)]
        feed.add_item(
            title=_title(shelf, note),
            link=address,
            description=at_root(shelf.listed_note(note.key), root),
            unique_id=address,
            author_name=", ".join(analysts),
            pubdate=moment(note.data.date),
            updateddate=max(moment(it) for it in (note.data.date, *_reanchored(note))),
        )
    return _written(feed)


def moment(when: Edtf) -> datetime:
    """The moment that a date stands for: its first, in UTC where it has no time of its own."""
    return when.moment or datetime.combine(when.first, time(), UTC)


def _feed(shelf: Shelf, root: str, address: str, path: str, what: str) -> _Feed:
    settings = shelf.site.archive.settings
    return _Feed(
        title=f"{settings.site_name}: {what.lower()}",
        link=f"{root}{address}",
        description=None,
        language=settings.language,
        author_name=settings.site_name,
        feed_url=f"{root}{path}",
        feed_guid=f"{root}{path}",
    )


def _written(feed: _Feed) -> bytes:
    text: str = feed.writeString("utf-8")
    return text.encode()


def _title(shelf: Shelf, note: NoteRecord) -> str:
    state = "" if note.data.is_current else f" ({note.data.status})"
    on = title_of(shelf.site.archive.target(note.target))
    return f"{note.data.kind.capitalize()} on “{on}”{state}"


def _last_change(record: Record[Article]) -> datetime:
    source = record.data.source
    changes = (source.updated or record.data.published, *(it.at for it in record.data.corrections))
    return max(map(moment, changes))


def _reanchored(note: NoteRecord) -> Iterator[Edtf]:
    yield from (change.at for change in note.data.reanchored)

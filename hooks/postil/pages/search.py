"""What the search can find of each text: every article, note, actor and topic, with its facets."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

from postil.linking.link import LinkedText, PlacedNote
from postil.linking.mentions import actor_ids
from postil.linking.topics import with_parents
from postil.model.archive import Record
from postil.model.records import Actor, Article, Topic
from postil.model.values import as_tuple
from postil.model.vocabulary import ACTOR_TYPE_LABEL
from postil.pages.dates import date_label
from postil.pages.page import SearchEntry
from postil.pages.site import Site, actor_name, shows_text, title_of

SEARCH_PAGE = "search/"
"""The address of the page that searches."""

Facets = Mapping[str, tuple[str, ...]]


def search_address(site: Site, facet: str, name: str) -> str | None:
    """The address of the search, narrowed to one value; none where the archive has no search."""
    has_search = site.archive.settings.search
    return f"{SEARCH_PAGE}?{urlencode({facet: name})}" if has_search else None


def text_entries(site: Site, text: LinkedText) -> Iterator[SearchEntry]:
    """What the search can find of one text: itself and the notes on it."""
    match text.record.data:
        case Article():
            facets = _facets_of(site, text)
            yield _article_entry(site, text, facets)
        case Actor(name=name):
            facets = {"kind": ("Actor",), "actor": (name,)}
            yield _actor_entry(site, text.record, text, facets)
        case Topic(name=name):
            facets = {"kind": ("Topic",), "topic": (name,)}
            yield _topic_entry(site, text.record, text, facets)
    yield from _note_entries(site, text, facets)


def _findable(*texts: str) -> str:
    """The first of the texts that holds a word: Pagefind keeps no entry without one."""
    return next(text for text in texts if any(char.isalnum() for char in text))


def _facets_of(site: Site, text: LinkedText) -> Facets:
    """The actors, topics, outlet and year of an article."""
    article: Article = text.record.data
    named = {mention.actor for mention in text.naming.mentions} | set(actor_ids(article))
    return {
        "actor": tuple(sorted(actor_name(site, id_) for id_ in named)),
        "topic": _topics(site, article.topics),
        "outlet": (actor_name(site, article.source.outlet),),
        "year": (str(article.published.year),),
    }


def _article_entry(site: Site, text: LinkedText, facets: Facets) -> SearchEntry:
    article: Article = text.record.data
    words = text.document.plain if shows_text(article) else ""
    return SearchEntry(
        address=f"/{site.addresses[text.record.path]}",
        title=article.title,
        text=_findable(words, article.summary or "", article.title, text.record.id),
        language=article.lang or site.language,
        facets={"kind": ("Article",), **facets},
        details={
            "date": date_label(article.published, site.language),
            "outlet": actor_name(site, article.source.outlet),
        },
        when=article.published,
    )


def _actor_entry(
    site: Site, record: Record[Actor], text: LinkedText, facets: Facets
) -> SearchEntry:
    actor = record.data
    return SearchEntry(
        address=f"/{site.addresses[record.path]}",
        title=actor.name,
        text=_findable(f"{actor.summary} {text.document.plain}", actor.name, record.id),
        language=site.language,
        facets=facets,
        details={"type": ACTOR_TYPE_LABEL[actor.type]},
        names=_all_names(actor),
    )


def _topic_entry(
    site: Site, record: Record[Topic], text: LinkedText, facets: Facets
) -> SearchEntry:
    topic = record.data
    return SearchEntry(
        address=f"/{site.addresses[record.path]}",
        title=topic.name,
        text=_findable(f"{topic.summary} {text.document.plain}", topic.name, record.id),
        language=site.language,
        facets=facets,
        details={},
        names=(*topic.aliases, *(n for names in topic.names.values() for n in as_tuple(names))),
    )


def _note_entries(site: Site, text: LinkedText, around: Facets) -> Iterator[SearchEntry]:
    """The notes on a text; `around` are the facets of what they stand on."""
    for note in text.notes():
        yield _note_entry(site, text, note, around)


def _note_entry(site: Site, text: LinkedText, note: PlacedNote, around: Facets) -> SearchEntry:
    data = note.record.data
    own = {
        "actor": tuple(sorted(actor_name(site, id_) for id_ in data.actors)),
        "topic": _topics(site, data.topics),
    }
    signed = ", ".join(site.archive.analysts[id_].data.name for id_ in as_tuple(data.by))
    return SearchEntry(
        address=f"/{site.target_address(note.record.target)}#note-{note.record.id}",
        title="",
        text=_findable(note.document.plain, title_of(text.record), note.record.id),
        language=site.language,
        facets={
            **around,
            "kind": ("Note",),
            **{facet: values for facet, values in own.items() if values},
            "year": (str(data.date.year),),
        },
        details={
            "about": title_of(text.record),
            "note": data.kind.capitalize(),
            "status": "" if data.is_current else data.status,
            "date": date_label(data.date, site.language),
            "by": signed,
        },
        when=data.date,
    )


def _topics(site: Site, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The names of topics and of all wider ones, so that a wide topic finds its narrow ones."""
    topics = site.archive.topics
    return tuple(topics[id_].data.name for id_ in with_parents(ids, topics))


def _all_names(actor: Actor) -> tuple[str, ...]:
    """Every name that readers may search an actor by."""
    by_language = (name for names in actor.names.values() for name in as_tuple(names))
    names = (*by_language, *actor.aliases, *actor.weak_aliases, *actor.previous_names)
    return tuple(dict.fromkeys(name for name in names if name != actor.name))

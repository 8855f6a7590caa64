"""What the search knows of articles and notes beyond their words."""

from collections.abc import Mapping

from postil.linking.link import LinkedText, PlacedNote
from postil.linking.mentions import actor_ids
from postil.linking.topics import with_parents
from postil.model.records import Article
from postil.model.values import as_tuple
from postil.pages.dates import date_label
from postil.pages.page import SearchEntry
from postil.pages.site import Site, actor_name, title_of


def facets_of(site: Site, text: LinkedText) -> Mapping[str, tuple[str, ...]]:
    """The actors, topics, outlet and year of an article."""
    article: Article = text.record.data
    named = {mention.actor for mention in text.naming.mentions} | set(actor_ids(article))
    return {
        "actor": tuple(sorted(actor_name(site, id_) for id_ in named)),
        "topic": _topics(site, article.topics),
        "outlet": (actor_name(site, article.source.outlet),),
        "year": (str(article.published.year),),
    }


def note_entry(
    site: Site, text: LinkedText, note: PlacedNote, around: Mapping[str, tuple[str, ...]]
) -> SearchEntry:
    """A note as something to find. `around` are the facets of what it stands on."""
    data = note.record.data
    own = {
        "actor": tuple(sorted(actor_name(site, id_) for id_ in data.actors)),
        "topic": _topics(site, data.topics),
    }
    signed = ", ".join(site.archive.analysts[id_].data.name for id_ in as_tuple(data.by))
    return SearchEntry(
        address=f"/{site.target_address(note.record.target)}#note-{note.record.id}",
        title=title_of(text.record),
        text=note.document.plain,
        language=site.language,
        facets={
            **around,
            "kind": ("Note",),
            **{facet: values for facet, values in own.items() if values},
            "year": (str(data.date.year),),
        },
        details={
            "note": data.kind.capitalize(),
            "date": date_label(data.date, site.language),
            "by": signed,
        },
        when=data.date,
    )


def _topics(site: Site, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The names of topics and of all wider ones, so that a wide topic finds its narrow ones."""
    topics = site.archive.topics
    return tuple(topics[id_].data.name for id_ in with_parents(ids, topics))

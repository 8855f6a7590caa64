"""What an archive knows of a gathered article already: the article, its outlet, who is in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from postil.gathering.addresses import host_of, same_page_key
from postil.linking.lexicon import build_lexicon, strong_names
from postil.linking.mentions import actor_ids, name_actors
from postil.model.archive import Archive, Record
from postil.model.records import Article
from postil.model.values import as_tuple
from postil.reading.records import AnyRecord
from postil.text.document import Document
from postil.text.folding import folded

_MOST_ACTORS = 6
_MOST_TOPICS = 3
_OFTEN = 2
"""Times that an actor is named of whom an article is likely to speak, not only to make mention."""

_OUTLETS = frozenset({"MediaOutlet", "Organization", "PublicBody"})


def article_at(addresses: Iterable[str], articles: Iterable[Record[Article]]) -> str | None:
    """The path of the article whose source, or a copy of it, is at one of the addresses."""
    wanted = {same_page_key(address) for address in addresses}
    for record in articles:
        if not wanted.isdisjoint(map(same_page_key, _addresses(record.data))):
            return record.path
    return None


def outlet_in(archive: Archive, name: str | None, url: str | None) -> str | None:
    """The id of the actor that is an outlet: by one of its names, else by the host of its pages."""
    plain = _plain(name or "")
    host = host_of(url or "")
    by_name = (id_ for id_, actor in _outlets(archive) if plain in _names(actor))
    by_page = (
        id_
        for id_, actor in _outlets(archive)
        if host and host in {host_of(address) for address in actor.data.same_as}
    )
    by_articles = (
        article.data.source.outlet
        for article in archive.articles.values()
        if host and host == host_of(article.data.source.url or "")
    )
    found = next(by_name, None) or next(by_page, None)
    return found or next((id_ for id_ in by_articles if id_ in archive.actors), None)


def suggested_actors(archive: Archive, document: Document, article: Article) -> list[str]:
    """Those who are named twice or more, or in the title: the most often named come first."""
    language = (article.lang or archive.settings.language).partition("-")[0]
    lexicon = build_lexicon(archive.actors, language)
    named = Counter(mention.actor for mention in name_actors(document, article, lexicon).mentions)
    title = folded(article.title)
    likely = [
        id_
        for id_, times in named.most_common()
        if times >= _OFTEN
        or any(folded(name) in title for name in strong_names(archive.actors[id_].data))
    ]
    outlet = article.source.outlet
    return [id_ for id_ in likely if id_ != outlet][:_MOST_ACTORS]


def suggested_topics(archive: Archive, words: str, actors: Iterable[str]) -> list[str]:
    """Topics that are named in the words, then those that articles on the same actors have."""
    text = f" {_plain(words)} "
    named = [id_ for id_, topic in archive.topics.items() if _is_named(topic, text)]
    about = frozenset(actors)
    shared: Counter[str] = Counter()
    for article in archive.articles.values():
        common = len(about.intersection(actor_ids(article.data)))
        for id_ in article.data.topics if common else ():
            shared[id_] += common
    return list(dict.fromkeys([*named, *(id_ for id_, _ in shared.most_common())]))[:_MOST_TOPICS]


def _addresses(article: Article) -> Iterator[str]:
    if article.source.url:
        yield article.source.url
    for copy in article.archived:
        yield copy.url


def _outlets(archive: Archive) -> Iterator[tuple[str, AnyRecord]]:
    for id_, actor in archive.actors.items():
        if actor.data.type in _OUTLETS:
            yield id_, actor


def _names(actor: AnyRecord) -> set[str]:
    return {_plain(name) for name in (*strong_names(actor.data), *actor.data.weak_aliases)}


def _is_named(topic: AnyRecord, text: str) -> bool:
    others: Mapping[str, str | tuple[str, ...]] = topic.data.names
    names = (
        topic.data.name,
        *topic.data.aliases,
        *(n for o in others.values() for n in as_tuple(o)),
    )
    return any(f" {_plain(name)} " in text for name in names)


def _plain(text: str) -> str:
    """Words in small letters with single spaces, and nothing else between them."""
    kept = "".join(char if char.isalnum() else " " for char in folded(text).casefold())
    return " ".join(kept.split()).removeprefix("the ")

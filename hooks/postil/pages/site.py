"""What is known before any text is read: records, how they relate, where their pages are."""

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from postil.linking.relations import Relations, relations
from postil.markup.html import to_html
from postil.markup.weave import weave
from postil.model.archive import Archive, Record, Target
from postil.model.history import Histories
from postil.model.records import Actor, Article
from postil.text.document import Document, Node, read_document
from postil.text.links import is_web, record_path


@dataclass(frozen=True)
class Site:
    """An archive with everything that is looked up while its texts are turned into pages.

    `addresses` maps a record file's path to the address of its page; `histories` says what was done
    to each note, by the path of its file; `paths` are the paths of all record files, drafts among
    them.
    """

    archive: Archive
    relations: Relations
    addresses: Mapping[str, str]
    histories: Histories
    paths: Container[str]

    @property
    def language(self) -> str:
        """The language that the site speaks to its readers."""
        return self.archive.settings.language

    def article_address(self, id_: str) -> str:
        """`articles/2025/x/`."""
        return self.addresses[self.archive.articles[id_].path]

    def target_address(self, target: Target) -> str:
        """The address of the page that a note stands on."""
        return self.addresses[self.archive.target(target).path]


def make_site(archive: Archive, histories: Histories, paths: Container[str]) -> Site:
    """The site of an archive whose notes have these histories."""
    addresses = {record.path: page_address(record.path) for record in records(archive)}
    return Site(archive, relations(archive), addresses, histories, paths)


def records(archive: Archive) -> Iterator[Record[Any]]:
    """Every record that has a page."""
    yield from archive.articles.values()
    yield from archive.actors.values()
    yield from archive.topics.values()
    yield from archive.analysts.values()


def page_address(path: str) -> str:
    """The address of a record's page: its path, without `docs/` and `.md`."""
    return path.removeprefix("docs/").removesuffix(".md") + "/"


def resolver(path: str, addresses: Mapping[str, str]) -> Callable[[str], str | None]:
    """How links in the file `path` lead: out to the web, or to a record's page; else nowhere."""

    def resolve(destination: str) -> str | None:
        if is_web(destination):
            return destination
        target = record_path(destination, path)
        if not target or target not in addresses:
            return None
        _, hash_, place = destination.partition("#")
        return f"/{addresses[target]}{hash_}{place}"

    return resolve


def plain_nodes(document: Document, path: str, addresses: Mapping[str, str]) -> tuple[Node, ...]:
    """A text that carries no notes, with its links resolved."""
    blocks = weave(document, (), (), resolver(path, addresses))
    return tuple(node for block in blocks for node in block.nodes)


def plain_html(site: Site, record: Record[Any], root: str) -> str:
    """The body of a record that carries no notes, as HTML."""
    return to_html(plain_nodes(read_document(record.body), record.path, site.addresses), root)


def language_of(site: Site, record: Record[Any]) -> str:
    """The language of a record's text: an article's own, else the site's."""
    return getattr(record.data, "lang", None) or site.language


def actor_name(site: Site, id_or_name: str) -> str:
    """The name of an actor on record, or the plain name that was given instead."""
    actor = site.archive.actors.get(id_or_name)
    return actor.data.name if actor else id_or_name


def actor_href(site: Site, id_or_name: str) -> str | None:
    """The address of an actor on record."""
    actor: Record[Actor] | None = site.archive.actors.get(id_or_name)
    return site.addresses[actor.path] if actor else None


def shows_text(article: Article) -> bool:
    """Whether an article's text may be published."""
    return article.text != "link-only" and article.status != "withdrawn"


def title_of(record: Record[Any]) -> str:
    """The title of an article, or the name of an actor, topic or analyst."""
    return str(getattr(record.data, "title", None) or record.data.name)

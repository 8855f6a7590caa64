"""Notes as readers see them: on their page, in dossiers, and in the stream of all notes."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from postil.linking.anchors import parts_of, quotation
from postil.linking.link import LinkedText, PlacedNote
from postil.markup.html import to_html
from postil.model.records import Citation
from postil.model.values import as_tuple
from postil.model.vocabulary import LIKELIHOOD_RANGE
from postil.pages.dates import date_label, machine_date
from postil.pages.site import Site, actor_href, actor_name, title_of


@dataclass(frozen=True)
class Link:
    """A name with the address it leads to from the site's root, or from the web, or nowhere."""

    name: str
    href: str | None = None


@dataclass(frozen=True)
class NoteView:
    """A note, ready to be shown."""

    id: str
    number: int
    kind: str
    status: str
    reason: str | None
    authors: tuple[Link, ...]
    date: str
    machine_date: str
    confidence: str | None
    likelihood: str | None
    likelihood_range: str | None
    quote: str | None
    anchor: str
    body: Markup
    sources: tuple[Link, ...]
    reviewers: tuple[Link, ...]
    address: str
    """Where it stands: the page and the place in it."""
    target: str
    """The title of what it stands on."""
    answers: int | None
    """The number of the note that it answers."""
    replies: tuple["NoteView", ...]


def note_view(
    site: Site, text: LinkedText, note: PlacedNote, root: str, answers: int | None = None
) -> NoteView:
    """A note for a page from which `root` leads to the site's root, with the notes answering it."""
    data = note.record.data
    quote = quotation(data)
    page = site.target_address(note.record.target)
    return NoteView(
        id=note.record.id,
        number=note.number,
        kind=data.kind,
        status=data.status,
        reason=data.reason,
        authors=tuple(_analyst(site, id_) for id_ in as_tuple(data.by)),
        date=date_label(data.date, site.language),
        machine_date=machine_date(data.date),
        confidence=data.confidence,
        likelihood=data.likelihood,
        likelihood_range=LIKELIHOOD_RANGE.get(data.likelihood or ""),
        quote=_shown_quote(text, note, quote.exact) if quote else None,
        anchor=note.anchor.state,
        body=to_html(site.note_nodes[note.record.key], root),
        sources=tuple(_source(site, source) for source in data.sources),
        reviewers=tuple(_analyst(site, id_) for id_ in data.reviewed_by),
        address=f"{page}#note-{note.record.id}",
        target=title_of(text.record),
        answers=answers,
        replies=tuple(note_view(site, text, reply, root, note.number) for reply in note.replies),
    )


def note_alone(site: Site, text: LinkedText, note: PlacedNote, root: str) -> NoteView:
    """A note for a list of all notes, in which those that answer it have places of their own."""
    return replace(note_view(site, text, note, root), replies=())


def actor_link(site: Site, id_: str) -> Link:
    """An actor's name and page."""
    record = site.archive.actors[id_]
    return Link(record.data.name, site.addresses[record.path])


def named_link(site: Site, id_or_name: str) -> Link:
    """An outlet or organisation: an actor's name and page, or the plain name given instead."""
    return Link(actor_name(site, id_or_name), actor_href(site, id_or_name))


def topic_link(site: Site, id_: str) -> Link:
    """A topic's name and page."""
    record = site.archive.topics[id_]
    return Link(record.data.name, site.addresses[record.path])


def article_link(site: Site, id_: str) -> Link:
    """An article's title and page."""
    return Link(site.archive.articles[id_].data.title, site.article_address(id_))


def _analyst(site: Site, id_: str) -> Link:
    record = site.archive.analysts[id_]
    return Link(record.data.name, site.addresses[record.path])


def _source(site: Site, source: str | Citation) -> Link:
    if isinstance(source, Citation):
        return Link(source.title, source.url)
    return article_link(site, source) if source in site.archive.articles else Link(source)


def _shown_quote(text: LinkedText, note: PlacedNote, quoted: str) -> str:
    """The words as the text has them where the note stands on them; else as the note has them."""
    if note.passage is None or len(parts_of(quoted)) > 1:
        return quoted
    return " ".join(text.document.plain[note.passage.start : note.passage.end].split())

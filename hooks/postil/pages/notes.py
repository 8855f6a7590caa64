"""Notes as readers see them: on their page, in dossiers, and in the stream of all notes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from postil.linking.anchors import parts_of, quotation
from postil.linking.link import LinkedText, PlacedNote
from postil.markup.html import to_html
from postil.model.archive import NoteRecord
from postil.model.history import Deed, Event
from postil.model.records import Article, Citation, Reanchoring
from postil.model.values import as_tuple
from postil.model.vocabulary import LIKELIHOOD_RANGE
from postil.pages.dates import date_label, machine_date
from postil.pages.site import (
    Site,
    actor_href,
    actor_name,
    language_of,
    plain_nodes,
    shows_text,
    title_of,
)


@dataclass(frozen=True)
class Link:
    """A name with the address it leads to from the site's root, or from the web, or nowhere."""

    name: str
    href: str | None = None
    language: str = ""
    """Of the name, where it is not the site's."""


@dataclass(frozen=True)
class ReanchoringView:
    """A change of a note's quote: when, by whom, and the words that it quoted before."""

    date: str
    machine_date: str
    by: Link
    words: str


@dataclass(frozen=True)
class EventView:
    """Something that was done to a note."""

    date: str
    machine_date: str
    by: tuple[str, ...]
    what: Deed


@dataclass(frozen=True)
class NoteView:
    """A note, ready to be shown."""

    id: str
    number: int
    by: tuple[str, ...]
    kind: str
    status: str
    is_current: bool
    reason: str | None
    authors: tuple[Link, ...]
    date: str
    machine_date: str
    confidence: str | None
    likelihood: str | None
    likelihood_range: str | None
    quote: str | None
    language: str
    """The language of what it quotes and stands on."""
    anchor: str
    place: str | None
    """The id of the element that its passage begins at; none where its words are not shown."""
    reanchored: tuple[ReanchoringView, ...]
    history: tuple[EventView, ...]
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


def note_view(site: Site, text: LinkedText, note: PlacedNote, root: str) -> NoteView:
    """A note for a page from which `root` leads to the site's root, with its replies.

    Of any page, if `root` is `ANY_ROOT` (see `at_root`).
    """
    data = note.record.data
    quote = quotation(data)
    page = site.target_address(note.record.target)
    return NoteView(
        id=note.record.id,
        number=note.number,
        by=as_tuple(data.by),
        kind=data.kind,
        status=data.status,
        is_current=data.is_current,
        reason=data.reason,
        authors=tuple(analyst_link(site, id_) for id_ in as_tuple(data.by)),
        date=date_label(data.date, site.language),
        machine_date=machine_date(data.date),
        confidence=data.confidence,
        likelihood=data.likelihood,
        likelihood_range=LIKELIHOOD_RANGE.get(data.likelihood or ""),
        quote=_shown_quote(text, note, quote.exact) if quote else None,
        language=language_of(site, text.record),
        anchor=note.anchor.state,
        place=f"passage-{note.record.id}" if note.passage and _is_shown(text) else None,
        reanchored=tuple(_reanchoring(site, change) for change in data.reanchored),
        history=tuple(_event(site, it) for it in site.histories.get(note.record.path, ())),
        body=to_html(plain_nodes(note.document, note.record.path, site.addresses), root),
        sources=tuple(_source(site, source) for source in data.sources),
        reviewers=tuple(analyst_link(site, id_) for id_ in data.reviewed_by),
        address=f"{page}#note-{note.record.id}",
        target=title_of(text.record),
        answers=note.answers,
        replies=tuple(note_view(site, text, reply, root) for reply in note.replies),
    )


def alone(note: NoteView) -> NoteView:
    """A note without those that answer it."""
    return replace(note, replies=()) if note.replies else note


def actor_link(site: Site, id_: str) -> Link:
    """An actor's name and page."""
    record = site.archive.actors[id_]
    return Link(record.data.name, site.addresses[record.path])


def named_link(site: Site, id_or_name: str) -> Link:
    """An outlet or organisation: an actor's name and page, or the plain name given instead."""
    return Link(actor_name(site, id_or_name), actor_href(site, id_or_name))


def analyst_link(site: Site, id_: str) -> Link:
    """An analyst's name and page."""
    record = site.archive.analysts[id_]
    return Link(record.data.name, site.addresses[record.path])


def topic_link(site: Site, id_: str) -> Link:
    """A topic's name and page."""
    record = site.archive.topics[id_]
    return Link(record.data.name, site.addresses[record.path])


def article_link(site: Site, id_: str) -> Link:
    """An article's title and page."""
    record = site.archive.articles[id_]
    language = language_of(site, record)
    return Link(
        record.data.title,
        site.article_address(id_),
        "" if language == site.language else language,
    )


def count_current(notes: Iterable[NoteRecord]) -> int:
    """How many of the notes are neither retracted nor superseded: what a number of notes says."""
    return sum(note.data.is_current for note in notes)


def _is_shown(text: LinkedText) -> bool:
    return not isinstance(text.record.data, Article) or shows_text(text.record.data)


def _reanchoring(site: Site, change: Reanchoring) -> ReanchoringView:
    is_analyst = change.by in site.archive.analysts
    return ReanchoringView(
        date=date_label(change.at, site.language),
        machine_date=machine_date(change.at),
        by=analyst_link(site, change.by) if is_analyst else Link(change.by),
        words=change.from_,
    )


def _event(site: Site, event: Event) -> EventView:
    return EventView(
        date=date_label(event.at, site.language) if event.at else "",
        machine_date=machine_date(event.at) if event.at else "",
        by=event.by,
        what=event.what,
    )


def _source(site: Site, source: str | Citation) -> Link:
    if isinstance(source, Citation):
        return Link(source.title, source.url)
    return article_link(site, source) if source in site.archive.articles else Link(source)


def _shown_quote(text: LinkedText, note: PlacedNote, quoted: str) -> str:
    """The words as the text has them where the note stands on them; else as the note has them."""
    if note.passage is None or len(parts_of(quoted)) > 1:
        return quoted
    return " ".join(text.document.plain[note.passage.start : note.passage.end].split())

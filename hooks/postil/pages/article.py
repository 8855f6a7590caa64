"""The page of an article: its text with the notes beside the passages they are on."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from postil.linking.link import LinkedText
from postil.linking.mentions import actor_ids
from postil.linking.relations import Between
from postil.markup.html import root_of
from postil.model.archive import NoteRecord, Record
from postil.model.records import Article, Role
from postil.model.vocabulary import TEXT_FORM_LABELS
from postil.pages.annotated import annotated, only_notes
from postil.pages.bibtex import bibtex
from postil.pages.citation import archived_page, citation_line, original
from postil.pages.corrections import correction_view
from postil.pages.csl import csl_json
from postil.pages.dates import date_label, machine_date
from postil.pages.environment import render
from postil.pages.forge import filled, forge_of
from postil.pages.notes import Link, actor_link, article_link, named_link, topic_link
from postil.pages.notes_menu import notes_menu
from postil.pages.offices import office_labels
from postil.pages.page import Page
from postil.pages.site import Site, language_of, shows_text, title_of
from postil.pages.structured_data import structured_data

_TITLE = 200
"""Characters of an issue's title. GitLab and Gitea take 255."""


@dataclass(frozen=True)
class Participant:
    """Someone named in an article: what they were at its date, and how often it names them."""

    actor: Link
    offices: tuple[str, ...]
    role: str | None
    count: int


@dataclass(frozen=True)
class Citing:
    """A note elsewhere that names the article as a source."""

    kind: str
    target: str
    language: str
    """Of the target's name."""
    address: str
    date: str
    status: str
    is_current: bool


@dataclass(frozen=True)
class Neighbour:
    """The article before or after another one in a topic."""

    article: Link
    language: str
    date: str
    machine_date: str


@dataclass(frozen=True)
class InTopic:
    """Where an article stands in a topic."""

    topic: Link
    earlier: Neighbour | None
    later: Neighbour | None


@dataclass(frozen=True)
class Cited:
    """How an article and the archive's page of it are cited: as lines, and for programs."""

    original: str
    page: str
    bibtex: str
    csl_json: str


def article_page(site: Site, text: LinkedText) -> Page:
    """The page of an article; of a withdrawn one, its citation and notice."""
    record: Record[Article] = text.record
    article = record.data
    address = site.addresses[record.path]
    root = root_of(address)
    shown = shows_text(article)
    language = language_of(site, record)
    view = annotated(site, text, root) if shown else only_notes(site, text, root)
    html = render(
        "article.html",
        root,
        article=article,
        language=language,
        published=date_label(article.published, site.language),
        published_machine=machine_date(article.published),
        outlet=named_link(site, article.source.outlet),
        form=TEXT_FORM_LABELS[article.text],
        topics=[topic_link(site, topic) for topic in article.topics],
        corrections=[correction_view(site, record, it) for it in article.corrections],
        text=view,
        menu=notes_menu(view),
        participants=list(_participants(site, text)),
        related=[
            (how, article_link(site, other))
            for how, other in site.relations.related.get(record.id, ())
        ],
        between=[_in_topic(site, it) for it in site.relations.between.get(record.id, ())],
        citing=[_citing(site, note) for note in site.relations.citing.get(record.id, ())],
        date_of=lambda when: date_label(when, site.language),
        path=record.path,
        id=record.id,
        report=_report(site, record),
        citation=_cited(site, record),
    )
    return Page(
        address=address,
        title=article.title,
        description=article.summary or (_opening(text) if shown else ""),
        kind="article",
        html=html,
        language=language,
        source=record.path,
        head=structured_data(site, record),
    )


def _participants(site: Site, text: LinkedText) -> Iterator[Participant]:
    """Those the article is about, in its own order, then others it names, most named first."""
    article: Article = text.record.data
    counts = Counter(mention.actor for mention in text.naming.mentions)
    roles = {actor.id: actor.role for actor in article.actors if isinstance(actor, Role)}
    listed = list(dict.fromkeys(actor_ids(article)))
    others = sorted(counts.keys() - set(listed), key=lambda id_: (-counts[id_], id_))
    for id_ in [*listed, *others]:
        actor = site.archive.actors[id_].data
        offices = office_labels(site, actor, article.published)
        yield Participant(actor_link(site, id_), offices, roles.get(id_), counts[id_])


def _in_topic(site: Site, between: Between) -> InTopic:
    return InTopic(
        topic=topic_link(site, between.topic),
        earlier=_neighbour(site, between.earlier) if between.earlier else None,
        later=_neighbour(site, between.later) if between.later else None,
    )


def _neighbour(site: Site, id_: str) -> Neighbour:
    record = site.archive.articles[id_]
    article = record.data
    return Neighbour(
        article=article_link(site, id_),
        language=language_of(site, record),
        date=date_label(article.published, site.language),
        machine_date=machine_date(article.published),
    )


def _cited(site: Site, record: Record[Article]) -> Cited:
    source, page = original(site, record), archived_page(site, record)
    return Cited(
        original=citation_line(source, site.language),
        page=citation_line(page, site.language),
        bibtex=f"{bibtex(source)}\n{bibtex(page)}",
        csl_json=csl_json(source, page),
    )


def _citing(site: Site, note: NoteRecord) -> Citing:
    target = site.archive.target(note.target)
    return Citing(
        kind=note.data.kind,
        target=title_of(target),
        language=language_of(site, target),
        address=f"{site.target_address(note.target)}#note-{note.id}",
        date=date_label(note.data.date, site.language),
        status=note.data.status,
        is_current=note.data.is_current,
    )


def _report(site: Site, record: Record[Article]) -> str | None:
    """The forge's page for a new issue, with the article's title and place filled in."""
    forge = forge_of(site.archive.settings)
    if forge is None:
        return None
    title = f"Correction: {record.data.title}"[:_TITLE]
    text = f"In `{record.path}`:\n\nIt says:\n\nIt should say:\n\nSource:\n"
    return filled(forge.new_issue, title=title, text=text)


def _opening(text: LinkedText) -> str:
    """The first sentence, for a description where no summary was written."""
    if not text.sentences:
        return ""
    first = text.sentences[0]
    return text.document.plain[first.start : first.end]

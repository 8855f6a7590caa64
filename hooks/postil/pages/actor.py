"""The dossier of an actor: who it is, what it held when, and what was said of it, by date."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from postil.markup.html import at_root, root_of
from postil.model.archive import Record, Target
from postil.model.dates import Edtf
from postil.model.records import Actor, Position, Relation
from postil.model.values import as_tuple
from postil.model.vocabulary import ACTOR_TYPE_LABEL
from postil.pages.dates import date_label, locale_of
from postil.pages.dossier import dossier_pages, dossier_view, elsewhere
from postil.pages.environment import render
from postil.pages.notes import Link, actor_link, named_link
from postil.pages.offices import newest_first, offices_at, organisation_of, role_of
from postil.pages.outlet import published
from postil.pages.page import Page, PlannedPage
from postil.pages.periods import Series
from postil.pages.shelf import Shelf
from postil.pages.site import Site
from postil.text.links import is_web


@dataclass(frozen=True)
class Term:
    """An office with its term, as a row of a dossier's head."""

    role: str
    organisation: Link | None
    term: str
    source: Link | None
    is_held: bool
    """Whether it was held when the archive last named its holder."""


@dataclass(frozen=True)
class Tie:
    """A relation to another actor, in words."""

    type: str
    other: Link
    term: str
    source: Link | None
    is_inverse: bool
    """Whether it is the other that has it to this one."""


def actor_pages(shelf: Shelf, record: Record[Actor]) -> Iterator[PlannedPage]:
    """An actor's dossier and the pages of its periods."""
    dossier = Target("actors", record.id)
    return dossier_pages(shelf, dossier, record, partial(_first_page, shelf, record, dossier))


def _first_page(shelf: Shelf, record: Record[Actor], dossier: Target, series: Series) -> Page:
    site, actor = shelf.site, record.data
    root = root_of(series.address)
    last = next((it.data.published for it in shelf.appearances[dossier]), None)
    held = offices_at(actor, last) if last else ()
    html = render(
        "actor.html",
        root,
        actor=actor,
        label=ACTOR_TYPE_LABEL[actor.type],
        names=_native_names(actor),
        also=_other_names(actor),
        terms=[_term(site, it, is_held=it in held) for it in newest_first(actor.positions)],
        last_named=date_label(last, site.language) if last else None,
        ties=list(_ties(site, record.id, actor)),
        path=record.path,
        profile=at_root(shelf.profile(dossier), root),
        view=dossier_view(shelf, dossier, series),
        published=published(shelf, record.id, root),
        elsewhere=elsewhere(shelf, dossier, root),
    )
    return Page(
        series.address, actor.name, actor.summary, "actor", html, site.language, record.path
    )


def _native_names(actor: Actor) -> list[tuple[str, str, str]]:
    """The first name in each language but the site's: its tag, the language's name, the name."""
    native = []
    for language, names in actor.names.items():
        first = as_tuple(names)[0]
        if first != actor.name:
            label = locale_of(language).get_display_name("en") or language
            native.append((language, label, first))
    return native


def _other_names(actor: Actor) -> tuple[str, ...]:
    """What it is called beside the names above its page."""
    above = {actor.name, *(native for _, _, native in _native_names(actor))}
    others = dict.fromkeys((*actor.aliases, *actor.previous_names))
    return tuple(name for name in others if name not in above)


def _term(site: Site, position: Position, *, is_held: bool) -> Term:
    role, organisation = role_of(position), organisation_of(site, position)
    return Term(
        role=role[0].upper() + role[1:],
        organisation=named_link(site, organisation) if organisation else None,
        term=_span_label(site, position.start, position.end),
        source=_source(position.source),
        is_held=is_held,
    )


def _source(documented: str | None) -> Link | None:
    """Where something is documented: a page of the web, or what is not there in its own words."""
    if documented and documented.startswith("http") and is_web(documented):
        return Link("source", documented)
    return Link(documented) if documented else None


def _span_label(site: Site, start: Edtf | None, end: Edtf | None) -> str:
    begins = date_label(start, site.language) if start else ""
    ends = date_label(end, site.language) if end else ""
    if begins and ends:
        return begins if begins == ends else f"{begins} – {ends}"
    if begins:
        return f"since {begins}"
    return f"until {ends}" if ends else ""


def _ties(site: Site, id_: str, actor: Actor) -> Iterator[Tie]:
    """An actor's relations, and those that others have to it."""
    for relation in actor.relations:
        yield _tie(site, relation, relation.to, is_inverse=False)
    for other, relation in site.relations.ties.get(id_, ()):
        yield _tie(site, relation, other, is_inverse=True)


def _tie(site: Site, relation: Relation, other: str, *, is_inverse: bool) -> Tie:
    return Tie(
        type=relation.type,
        other=actor_link(site, other),
        term=_span_label(site, relation.start, relation.end),
        source=_source(relation.source),
        is_inverse=is_inverse,
    )

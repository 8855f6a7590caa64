"""Dossiers: what was said of an actor or under a topic, by date, with the notes on it.

A dossier shows its newest appearances and links a page for each year, so that no page grows
without end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from postil.linking.backlinks import Appearance
from postil.linking.topics import parents
from postil.markup.html import root_of
from postil.model.archive import Record, Target
from postil.model.records import Actor, Position, Topic
from postil.model.values import as_tuple
from postil.pages.annotated import annotated
from postil.pages.dates import date_label, locale_of
from postil.pages.environment import render
from postil.pages.facets import note_entry
from postil.pages.notes import Link, NoteView, actor_link, note_view, topic_link
from postil.pages.page import Page, SearchEntry
from postil.pages.passages import appearance_view, by_year
from postil.pages.site import Site, actor_href, actor_name

NEWEST = 12
"""Articles on a dossier's first page; what is older is on the pages of the years."""

COMPANIONS = 15
"""Actors shown as named together with another, those named together most often."""

_TYPES = {
    "Person": "Person",
    "Organization": "Organisation",
    "PublicBody": "Public body",
    "State": "State",
    "MediaOutlet": "Media outlet",
}


@dataclass(frozen=True)
class Term:
    """An office with its term, as a row of a dossier's head."""

    role: str
    organisation: Link | None
    term: str
    source: str | None


@dataclass(frozen=True)
class Tie:
    """A relation to another actor, in words."""

    type: str
    other: Link
    term: str
    is_inverse: bool
    """Whether it is the other that has it to this one."""


def actor_pages(site: Site, record: Record[Actor]) -> Iterator[Page]:
    """An actor's dossier and the pages of its years."""
    actor = record.data
    address = site.addresses[record.path]
    root = root_of(address)
    appearances = site.backlinks.actors[record.id]
    text = site.linked.texts[Target("actors", record.id)]
    head = {
        "label": _TYPES[actor.type],
        "name": actor.name,
        "summary": actor.summary,
        "names": _native_names(actor),
        "also": tuple(dict.fromkeys((*actor.aliases, *actor.previous_names))),
    }
    html = render(
        "actor.html",
        root,
        **head,
        wikidata=actor.wikidata,
        same_as=actor.same_as,
        terms=[
            _term(site, position) for position in sorted(actor.positions, key=_start, reverse=True)
        ],
        ties=list(_ties(site, record.id, actor)),
        text=annotated(site, text, root),
        companions=[
            (actor_link(site, other), count)
            for other, count in _ranked(site.backlinks.together[record.id])[:COMPANIONS]
        ],
        **_passages(site, appearances, root, address, actor),
        elsewhere=_elsewhere(site, Target("actors", record.id), root),
    )
    facets = {"kind": ("Actor",), "actor": (actor.name,)}
    notes = [note_entry(site, text, note, facets) for note in text.notes()]
    entry = SearchEntry(
        address=f"/{address}",
        title=actor.name,
        text=f"{actor.summary} {text.document.plain}",
        language=site.language,
        facets=facets,
        details={"type": _TYPES[actor.type]},
        names=_all_names(actor),
    )
    yield Page(
        address,
        actor.name,
        actor.summary,
        "actor",
        html,
        site.language,
        record.path,
        (entry, *notes),
    )
    yield from _year_pages(site, appearances, address, actor.name, actor)


def topic_pages(site: Site, record: Record[Topic]) -> Iterator[Page]:
    """A topic's dossier and the pages of its years."""
    topic = record.data
    address = site.addresses[record.path]
    root = root_of(address)
    appearances = site.backlinks.topics[record.id]
    text = site.linked.texts[Target("topics", record.id)]
    html = render(
        "topic.html",
        root,
        name=topic.name,
        summary=topic.summary,
        also=topic.aliases,
        wikidata=topic.wikidata,
        stances=topic.stances,
        parents=[
            topic_link(site, id_) for id_ in reversed([*parents(record.id, site.archive.topics)])
        ],
        children=[
            (topic_link(site, id_), len(site.backlinks.topics[id_]))
            for id_, other in site.archive.topics.items()
            if other.data.parent == record.id
        ],
        beside=[topic_link(site, id_) for id_ in site.backlinks.beside[record.id]],
        text=annotated(site, text, root),
        companions=[
            (actor_link(site, id_), count)
            for id_, count in _involved(appearances)[:COMPANIONS]
            if id_ in site.archive.actors
        ],
        **_passages(site, appearances, root, address),
        elsewhere=_elsewhere(site, Target("topics", record.id), root),
    )
    facets = {"kind": ("Topic",), "topic": (topic.name,)}
    notes = [note_entry(site, text, note, facets) for note in text.notes()]
    entry = SearchEntry(
        address=f"/{address}",
        title=topic.name,
        text=f"{topic.summary} {text.document.plain}",
        language=site.language,
        facets=facets,
        details={},
        names=(*topic.aliases, *(n for names in topic.names.values() for n in as_tuple(names))),
    )
    yield Page(
        address,
        topic.name,
        topic.summary,
        "topic",
        html,
        site.language,
        record.path,
        (entry, *notes),
    )
    yield from _year_pages(site, appearances, address, topic.name)


def _elsewhere(site: Site, target: Target, root: str) -> list[NoteView]:
    """Notes on others' profiles and introductions that speak of this one."""
    notes = site.backlinks.elsewhere.get(target, ())
    return [note_view(site, text, note, root) for text, note in notes]


def _passages(
    site: Site,
    appearances: tuple[Appearance, ...],
    root: str,
    address: str,
    actor: Actor | None = None,
) -> dict[str, Any]:
    """What both kinds of dossier show of their passages."""
    views = tuple(appearance_view(site, item, root, actor) for item in appearances[:NEWEST])
    return {
        "newest": list(by_year(views)),
        "total": len(appearances),
        "rest": len(appearances) - len(views),
        "years": _years(appearances, address),
    }


def _years(appearances: tuple[Appearance, ...], address: str) -> list[tuple[int, int, str]]:
    """Each year with the number of its articles and the address of its page, newest first."""
    counts: dict[int, int] = {}
    for appearance in appearances:
        year = appearance.article.data.published.year
        counts[year] = counts.get(year, 0) + 1
    return [(year, count, f"{address}{year}/") for year, count in counts.items()]


def _year_pages(
    site: Site,
    appearances: tuple[Appearance, ...],
    address: str,
    name: str,
    actor: Actor | None = None,
) -> Iterator[Page]:
    years = _years(appearances, address)
    for year, count, year_address in years:
        root = root_of(year_address)
        views = [
            appearance_view(site, item, root, actor)
            for item in appearances
            if item.article.data.published.year == year
        ]
        html = render(
            "dossier_year.html",
            root,
            name=name,
            address=address,
            year=year,
            years=years,
            count=count,
            appearances=views,
        )
        yield Page(
            year_address,
            f"{name} in {year}",
            f"What the archive’s articles of {year} say of {name}, with the notes on it.",
            "dossier-year",
            html,
            site.language,
        )


def _native_names(actor: Actor) -> list[tuple[str, str, str]]:
    """The first name in each language but the site's: its tag, the language's name, the name."""
    shown = []
    for language, names in actor.names.items():
        first = as_tuple(names)[0]
        if first != actor.name:
            label = locale_of(language).get_display_name("en") or language
            shown.append((language, label, first))
    return shown


def _all_names(actor: Actor) -> tuple[str, ...]:
    """Every name that readers may search an actor by."""
    by_language = (name for names in actor.names.values() for name in as_tuple(names))
    names = (*by_language, *actor.aliases, *actor.weak_aliases, *actor.previous_names)
    return tuple(dict.fromkeys(name for name in names if name != actor.name))


def _term(site: Site, position: Position) -> Term:
    role = f"Acting {position.role}" if position.acting else position.role
    organisation = (
        Link(actor_name(site, position.org), actor_href(site, position.org))
        if position.org and not role.endswith(actor_name(site, position.org))
        else None
    )
    return Term(
        role, organisation, _span_label(site, position.start, position.end), position.source
    )


def _start(position: Position) -> tuple[int, str]:
    return (position.start.first.toordinal() if position.start else 0, position.role)


def _span_label(site: Site, start: Any, end: Any) -> str:  # noqa: ANN401 -- two Edtf or None
    begins = date_label(start, site.language) if start else ""
    ends = date_label(end, site.language) if end else ""
    if begins and ends:
        return f"{begins} – {ends}"
    if begins:
        return f"since {begins}"
    return f"until {ends}" if ends else ""


def _ties(site: Site, id_: str, actor: Actor) -> Iterator[Tie]:
    """An actor's relations, and those that others have to it."""
    for relation in actor.relations:
        label = _span_label(site, relation.start, relation.end)
        yield Tie(relation.type, actor_link(site, relation.to), label, is_inverse=False)
    for other, relation in site.backlinks.ties[id_]:
        label = _span_label(site, relation.start, relation.end)
        yield Tie(relation.type, actor_link(site, other), label, is_inverse=True)


def _ranked(counts: Any) -> list[tuple[str, int]]:  # noqa: ANN401 -- a Counter
    """Most first, and by id where equal, so that every build ranks alike."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _involved(appearances: tuple[Appearance, ...]) -> list[tuple[str, int]]:
    """The actors that a topic's articles name, by the number of articles."""
    counts: dict[str, int] = {}
    for appearance in appearances:
        for actor in {mention.actor for mention in appearance.text.naming.mentions}:
            counts[actor] = counts.get(actor, 0) + 1
    return _ranked(counts)

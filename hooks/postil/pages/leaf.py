"""A leaf: all that one text gives the site beside its own page.

A leaf needs its text, the notes on it and the records, but no other text. So leaves are made in any
order and in any process, and put away; dossiers, lists and data files are made of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from postil.digests import digest
from postil.linking.appearances import actor_appearances, actors_named, topic_appearances
from postil.linking.link import LinkedText, PlacedNote
from postil.markup.html import ANY_ROOT
from postil.model.archive import Record, Target
from postil.model.records import Article
from postil.pages.annotated import annotated
from postil.pages.article_row import ArticleRow, article_row
from postil.pages.card import card_of
from postil.pages.data import mention_rows, note_row, text_row
from postil.pages.discussed import Ranked, discussed
from postil.pages.environment import call
from postil.pages.moment import Moment, moment
from postil.pages.notes import NoteView, alone, note_view
from postil.pages.offices import office_labels
from postil.pages.passages import appearance_html, mould
from postil.pages.search import text_entries
from postil.pages.search_document import search_document
from postil.pages.site import Site, actor_name, language_of

_UNDATED = (date.min, 0.0)


class EntryLeaf(NamedTuple):
    """What the search finds: the path of its address, what it sorts by, and its document."""

    path: str
    title: str
    when: tuple[date, float]
    document: Markup


class NoteLeaf(NamedTuple):
    """What one note gives: how lists show it, and its line of the data file."""

    key: str
    listed: Markup
    row: str


@dataclass(frozen=True)
class Leaf:
    """What one text gives. All HTML is for any page (see `at_root`).

    `appearances` are those of its article in dossiers, `named` the actors counted as named
    together; `around` stands for whatever else dossiers show of the article. `listed` is its row in
    the list of articles; `profile` the text itself, where it is a part of a dossier. The home page
    chooses from `discussed` and `disputes`, the timeline from each `moment`. `row` and
    `mention_rows` are lines of the data files. `card` is the picture of an article, where the
    archive has such.
    """

    appearances: Mapping[Target, Markup]
    named: tuple[str, ...]
    around: bytes
    notes: tuple[NoteLeaf, ...]
    listed: Markup
    profile: Markup
    discussed: tuple[Ranked, ...]
    disputes: tuple[Ranked, ...]
    moment: Moment
    entries: tuple[EntryLeaf, ...]
    row: str
    mention_rows: str
    mentions: int
    card: bytes


def leaf_of(site: Site, text: LinkedText) -> Leaf:
    """The leaf of a linked text."""
    notes = {it.record.key: note_view(site, text, it, ANY_ROOT) for it in text.notes()}
    row = article_row(site, text.record) if isinstance(text.record.data, Article) else None
    if row:
        named = actors_named(text, site.archive.actors)
        around = _around(site, text.record, named)
        rows = mention_rows(text)
        listed, profile = call("macros.html", "article_row", row, ANY_ROOT), Markup()
        on_timeline = moment(site, text, row, notes)
    else:
        named, around, rows = (), b"", ()
        listed, profile = Markup(), _profile(site, text)
        on_timeline = Moment(0, Markup())
    most, disputes = discussed(site, text, notes)
    return Leaf(
        appearances=dict(_appearances(site, text, row, notes)),
        named=named,
        around=around,
        notes=tuple(_note_leaf(site, text, it, notes[it.record.key]) for it in text.notes()),
        listed=listed,
        profile=profile,
        discussed=most,
        disputes=disputes,
        moment=on_timeline,
        entries=tuple(_entries(site, text)),
        row=text_row(site, text),
        mention_rows="".join(rows),
        mentions=len(rows),
        card=card_of(site, text.record) if row and site.archive.settings.cards else b"",
    )


def _around(site: Site, record: Record[Article], named: tuple[str, ...]) -> bytes:
    """What stands for what dossiers show of an article beside its appearance in them.

    They link to it by its title, count it by its date, and narrow by the rest. Of its topics only
    those that narrow are named, which depends on the other articles of a page.
    """
    article = record.data
    actors = [(id_, actor_name(site, id_)) for id_ in (article.source.outlet, *named)]
    link = (site.addresses[record.path], article.title, language_of(site, record))
    return digest(repr((link, article.published.text, article.topics, actors)).encode())


def _profile(site: Site, text: LinkedText) -> Markup:
    """A text that is a part of a dossier, with the notes on it; nothing where there is neither."""
    view = annotated(site, text, ANY_ROOT)
    if not (view.blocks or view.whole or view.earlier):
        return Markup()
    return call("macros.html", "annotated", view, ANY_ROOT)


def _note_leaf(site: Site, text: LinkedText, note: PlacedNote, view: NoteView) -> NoteLeaf:
    listed = call("macros.html", "listed_note", alone(view), ANY_ROOT)
    return NoteLeaf(note.record.key, listed, note_row(site, text, note))


def _entries(site: Site, text: LinkedText) -> Iterator[EntryLeaf]:
    """What the search finds, if the archive has one."""
    for entry in text_entries(site, text) if site.archive.settings.search else ():
        when = entry.when.sort_key if entry.when else _UNDATED
        yield EntryLeaf(entry.address.strip("/"), entry.title, when, search_document(entry))


def _appearances(
    site: Site, text: LinkedText, row: ArticleRow | None, notes: Mapping[str, NoteView]
) -> Iterator[tuple[Target, Markup]]:
    """What a published article shows in dossiers, with the notes on it."""
    article = text.record.data
    if not row or article.status != "published":
        return
    alike = mould(row, notes)
    actors = site.archive.actors
    for id_, appearance in actor_appearances(text, actors):
        offices = office_labels(site, actors[id_].data, article.published)
        yield Target("actors", id_), appearance_html(alike, appearance, offices)
    for id_, appearance in topic_appearances(text, site.archive.topics):
        yield Target("topics", id_), appearance_html(alike, appearance)

"""A leaf: all that one text gives the site beside its own page; and the slip of a leaf.

A leaf needs its text, the notes on it and the records, but no other text. So leaves are made in any
order and in any process, and put away; dossiers, lists and data files are made of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from postil.linking.appearances import actor_appearances, actors_named, topic_appearances
from postil.linking.link import LinkedText
from postil.markup.html import ANY_ROOT
from postil.model.archive import Target
from postil.model.records import Article
from postil.pages.annotated import AnnotatedText, annotated
from postil.pages.data import mention_rows, note_row, text_row
from postil.pages.notes import NoteView, alone, note_view
from postil.pages.offices import office_labels
from postil.pages.page import SearchEntry
from postil.pages.passages import appearance_html, mould
from postil.pages.search import text_entries
from postil.pages.site import Site
from postil.spool import Piece
from postil.text.folding import folded


@dataclass(frozen=True)
class Leaf:
    """What one text gives.

    `appearances` are those of its article in dossiers, `named` the actors counted as named
    together. `profile` is the text itself where it is a part of a dossier. The rows are lines of
    the data files; those of notes are in the order of `notes`. `words` are what names were looked
    for in, folded.
    """

    appearances: Mapping[Target, Markup]
    named: tuple[str, ...]
    notes: tuple[tuple[str, NoteView], ...]
    profile: AnnotatedText | None
    entries: tuple[SearchEntry, ...]
    row: str
    note_rows: tuple[str, ...]
    mention_rows: str
    mentions: int
    words: str


@dataclass(frozen=True, slots=True)
class Slip:
    """What is held of a leaf, and where the rest lies, with the page of the text if it has one."""

    page: Piece
    appearances: Mapping[Target, Piece]
    named: tuple[str, ...]
    notes: tuple[tuple[str, NoteView], ...]
    profile: AnnotatedText | None
    entries: Piece
    row: Piece
    note_rows: tuple[Piece, ...]
    mention_rows: Piece
    mentions: int
    words: Piece


def leaf_of(site: Site, text: LinkedText) -> Leaf:
    """The leaf of a linked text."""
    is_article = isinstance(text.record.data, Article)
    rows = mention_rows(text) if is_article else ()
    notes = {it.record.key: note_view(site, text, it, ANY_ROOT) for it in text.notes()}
    return Leaf(
        appearances=dict(_appearances(site, text, notes)),
        named=actors_named(text, site.archive.actors) if is_article else (),
        notes=tuple((key, alone(note)) for key, note in notes.items()),
        profile=None if is_article else annotated(site, text, ANY_ROOT),
        entries=tuple(text_entries(site, text)),
        row=text_row(site, text),
        note_rows=tuple(note_row(site, note) for note in text.notes()),
        mention_rows="".join(rows),
        mentions=len(rows),
        words=f"{folded(text.record.data.title)}\n{folded(text.document.plain)}"
        if is_article
        else "",
    )


def _appearances(
    site: Site, text: LinkedText, notes: Mapping[str, NoteView]
) -> Iterator[tuple[Target, Markup]]:
    """What a published article shows in dossiers, with the notes on it."""
    article = text.record.data
    if not isinstance(article, Article) or article.status != "published":
        return
    alike = mould(site, text.record, notes)
    actors = site.archive.actors
    for id_, appearance in actor_appearances(text, actors):
        offices = office_labels(site, actors[id_].data, article.published)
        yield Target("actors", id_), appearance_html(alike, appearance, offices)
    for id_, appearance in topic_appearances(text, site.archive.topics):
        yield Target("topics", id_), appearance_html(alike, appearance)

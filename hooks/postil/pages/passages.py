"""An article as dossiers show it: its passages, verbatim, each leading to its place.

An article may stand in dozens of dossiers, and most of what it shows is the same in all of them. So
that is written once, as a mould with slots, and then filled for each.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from postil.linking.appearances import Appearance, Passage
from postil.linking.link import LinkedText, PlacedNote
from postil.markup.html import ANY_ROOT
from postil.pages.annotated import mention_id
from postil.pages.article_row import ArticleRow
from postil.pages.environment import call
from postil.pages.notes import NoteView

_SLOT = "\1"
"""Stands for what is filled in. No text can hold it."""


@dataclass(frozen=True)
class Mould:
    """What an article shows alike in all dossiers: HTML that pages share (see `at_root`).

    `appearance` and `passage` are cut at their slots. `cards` are the notes by key, `quoting` the
    same with the words that they quote.
    """

    appearance: tuple[str, ...]
    passage: tuple[str, ...]
    summary: Markup
    cards: Mapping[str, Markup]
    quoting: Mapping[str, Markup]


def mould(row: ArticleRow, notes: Mapping[str, NoteView]) -> Mould:
    """The mould of an article with these notes, by key, as they are for any page.

    Its summary stands in where it has neither a passage nor a note to show.
    """
    return Mould(
        appearance=tuple(_html("appearance", row, _SLOT, ANY_ROOT).split(_SLOT)),
        passage=tuple(_html("passage", row, _SLOT, ANY_ROOT).split(_SLOT)),
        summary=_html("summary", row),
        cards={key: _html("card", note, ANY_ROOT) for key, note in notes.items()},
        quoting={key: _html("quoting_card", note, ANY_ROOT) for key, note in notes.items()},
    )


def appearance_html(mould: Mould, appearance: Appearance, offices: tuple[str, ...] = ()) -> Markup:
    """An appearance, with the offices that the dossier's actor held at the time."""
    shows_text = appearance.article.data.text != "link-only"
    passages = appearance.passages if shows_text else ()
    on_passages = [note for passage in appearance.passages for note in passage.notes]
    others = appearance.others if shows_text else (*appearance.others, *on_passages)
    below = _below((*on_passages, *others))
    shown = [_passage(mould, appearance.text, passage) for passage in passages]
    shown += [mould.quoting[n.record.key] for n in others if n.record.id not in below]
    head, title, end = mould.appearance
    then = _html("offices", offices) if offices else ""
    summary = "" if passages or appearance.others else mould.summary
    return Markup("".join((head, then, title, summary, *shown, end)))  # noqa: S704 -- all is markup


def _passage(mould: Mould, text: LinkedText, passage: Passage) -> str:
    """A sentence with the words that brought it here set off, where it stands, and its notes."""
    below = _below(passage.notes)
    cards = [mould.cards[n.record.key] for n in passage.notes if n.record.id not in below]
    start, noted, to_place, label, end = mould.passage
    has_notes = " said-noted" if cards else ""
    place = _place(text, passage)
    words = _set_off(text.document.plain, passage)
    return "".join((start, has_notes, noted, words, to_place, place, label, *cards, end))


def _below(notes: Iterable[PlacedNote]) -> set[str]:
    """The ids of notes that are shown under the first of their thread, which is among `notes`."""
    return {reply.record.id for note in notes for reply in note.replies}


def _place(text: LinkedText, passage: Passage) -> str:
    """The element of the article's page that the passage begins at."""
    if passage.mentions:
        first = passage.mentions[0]
        return mention_id(first.actor, text.naming.ordinals[first.span.start])
    return f"passage-{passage.notes[0].record.id}"


def _set_off(plain: str, passage: Passage) -> str:
    """The sentence as HTML, with the words of its mentions in bold."""
    pieces: list[str] = []
    position = passage.span.start
    for mention in passage.mentions:
        start, end = mention.span
        pieces += (escape(plain[position:start]), "<b>", escape(plain[start:end]), "</b>")
        position = end
    pieces.append(escape(plain[position : passage.span.end]))
    return "".join(pieces)


def _html(macro: str, *values: object) -> Markup:
    return call("appearance.html", macro, *values)

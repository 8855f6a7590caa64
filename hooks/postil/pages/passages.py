"""Passages as dossiers show them: by article, verbatim, each leading to its place."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from postil.linking.appearances import Appearance, Passage
from postil.linking.link import PlacedNote
from postil.markup.html import ANY_ROOT
from postil.model.records import Actor
from postil.pages.annotated import mention_id
from postil.pages.dates import date_label, machine_date
from postil.pages.environment import call
from postil.pages.notes import Link, NoteView, article_link, named_link, note_view
from postil.pages.offices import office_labels
from postil.pages.site import Site


@dataclass(frozen=True)
class PassageView:
    """A sentence with the words that brought it here set off, and where it stands."""

    words: Markup
    href: str
    notes: tuple[NoteView, ...]


@dataclass(frozen=True)
class AppearanceView:
    """An article in a dossier. `summary` stands in where it has no passage to show."""

    article: Link
    date: str
    machine_date: str
    outlet: Link
    offices: tuple[str, ...]
    """The offices that the dossier's actor held at the time."""
    language: str
    summary: str | None
    passages: tuple[PassageView, ...]
    others: tuple[NoteView, ...]


def appearance_html(site: Site, appearance: Appearance, actor: Actor | None = None) -> Markup:
    """An appearance as HTML that a dossier and the page of its year share (see `at_root`)."""
    view = _appearance_view(site, appearance, ANY_ROOT, actor)
    return call("appearance.html", "appearance", view, ANY_ROOT)


def _appearance_view(
    site: Site, appearance: Appearance, root: str, actor: Actor | None
) -> AppearanceView:
    record = appearance.article
    article = record.data
    shows_text = article.text != "link-only"
    passages = appearance.passages if shows_text else ()
    hidden = () if shows_text else tuple(n for p in appearance.passages for n in p.notes)
    others = (*appearance.others, *hidden)
    below = _below((*others, *(note for p in passages for note in p.notes)))
    return AppearanceView(
        article=article_link(site, record.id),
        date=date_label(article.published, site.language),
        machine_date=machine_date(article.published),
        outlet=named_link(site, article.source.outlet),
        offices=office_labels(site, actor, article.published) if actor else (),
        language=article.lang or site.language,
        summary=article.summary if not passages else None,
        passages=tuple(_passage_view(site, appearance, passage, root) for passage in passages),
        others=tuple(
            note_view(site, appearance.text, note, root)
            for note in others
            if note.record.id not in below
        ),
    )


def _below(notes: Iterable[PlacedNote]) -> set[str]:
    """The ids of notes that are shown under the first of their thread, which is among `notes`."""
    return {reply.record.id for note in notes for reply in note.replies}


def _passage_view(site: Site, appearance: Appearance, passage: Passage, root: str) -> PassageView:
    below = _below(passage.notes)
    return PassageView(
        words=_set_off(appearance, passage),
        href=f"{site.article_address(appearance.article.id)}#{_place(appearance, passage)}",
        notes=tuple(
            note_view(site, appearance.text, note, root)
            for note in passage.notes
            if note.record.id not in below
        ),
    )


def _place(appearance: Appearance, passage: Passage) -> str:
    """The element of the article's page that the passage begins at."""
    if passage.mentions:
        first = passage.mentions[0]
        return mention_id(first.actor, appearance.text.naming.ordinals[first.span.start])
    return f"passage-{passage.notes[0].record.id}"


def _set_off(appearance: Appearance, passage: Passage) -> Markup:
    """The sentence, with the words of its mentions in bold, or else the words under its notes."""
    plain = appearance.text.document.plain
    spans = [mention.span for mention in passage.mentions]
    pieces: list[str] = []
    position = passage.span.start
    for span in spans:
        pieces += (escape(plain[position : span.start]), "<b>")
        pieces += (escape(plain[span.start : span.end]), "</b>")
        position = span.end
    pieces.append(escape(plain[position : passage.span.end]))
    return Markup("".join(pieces))  # noqa: S704 -- each stretch of text is escaped

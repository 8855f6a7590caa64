"""A text with its notes: an article, an actor's profile, a topic's introduction."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from postil.linking.link import LinkedText
from postil.markup.html import to_html
from postil.markup.stretches import Marked, Named
from postil.markup.weave import weave
from postil.pages.notes import NoteView, note_view
from postil.pages.site import Site, actor_href, resolver


@dataclass(frozen=True)
class AnnotatedBlock:
    """A top-level block as HTML and the notes whose passages begin in it."""

    html: Markup
    notes: tuple[NoteView, ...]


@dataclass(frozen=True)
class AnnotatedText:
    """A text in blocks, and the notes that stand on no words of it."""

    blocks: tuple[AnnotatedBlock, ...]
    whole: tuple[NoteView, ...]
    earlier: tuple[NoteView, ...]
    """Notes whose words are gone or cannot be told apart."""


def only_notes(site: Site, text: LinkedText, root: str) -> AnnotatedText:
    """The notes on a text that may not be shown, by themselves, with the words they quote."""
    return AnnotatedText((), tuple(note_view(site, text, note, root) for note in text.threads), ())


def annotated(site: Site, text: LinkedText, root: str) -> AnnotatedText:
    """The text with its notes, for a page from which `root` leads to the site's root."""
    views = {note.record.key: note_view(site, text, note, root) for note in text.threads}
    woven = weave(
        text.document,
        tuple(_marked(text)),
        tuple(_named(site, text)),
        resolver(text.record.path, site.addresses),
    )
    starts = [block.span.start for block in woven]
    beginning: dict[int, list[NoteView]] = defaultdict(list)
    for note in text.threads:
        if note.passage:
            in_block = bisect_right(starts, note.passage.start) - 1
            beginning[in_block].append(views[note.record.key])
    blocks = [
        AnnotatedBlock(to_html(block.nodes, root), tuple(beginning[number]))
        for number, block in enumerate(woven)
    ]
    return AnnotatedText(
        blocks=tuple(blocks),
        whole=tuple(views[n.record.key] for n in text.threads if n.anchor.state == "whole"),
        earlier=tuple(views[n.record.key] for n in text.threads if not n.stands),
    )


def mention_id(actor: str, ordinal: int) -> str:
    """The place in a page of an actor's mention, counted from 1."""
    return f"mention-{actor}-{ordinal}"


def _marked(text: LinkedText) -> Iterator[Marked]:
    for note in text.notes():
        if note.passage:
            data = note.record.data
            status = None if data.is_current else data.status
            yield Marked(note.record.id, note.number, data.kind, status, note.passage)


def _named(site: Site, text: LinkedText) -> Iterator[Named]:
    """Every mention; which of them are links is the site's choice."""
    linked_here: set[str] = set()
    sections = iter(text.document.sections)
    next_section = next(sections, None)
    links_all = site.archive.settings.links == "all"
    for mention in text.naming.mentions:
        while next_section is not None and next_section <= mention.span.start:
            linked_here.clear()
            next_section = next(sections, None)
        is_link = links_all or mention.actor not in linked_here
        linked_here.add(mention.actor)
        yield Named(
            mention.actor,
            mention.span,
            mention_id(mention.actor, text.naming.ordinals[mention.span.start]),
            f"/{actor_href(site, mention.actor)}" if is_link else None,
        )

"""A text with its notes: an article, an actor's profile, a topic's introduction."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from postil.linking.link import LinkedText
from postil.markup.html import to_html
from postil.markup.stretches import Marked, Named
from postil.markup.weave import Block, weave
from postil.model.values import as_tuple
from postil.pages.folding import folded_notes
from postil.pages.notes import NoteView, note_view
from postil.pages.site import Site, actor_href, language_of, resolver
from postil.text.direction import direction_in, direction_of, is_against
from postil.text.document import Node, Open

_LONG = 6_000
"""Characters of a long text: about a thousand words, five minutes."""


@dataclass(frozen=True)
class AnnotatedBlock:
    """A top-level block as HTML and the notes whose passages begin in it."""

    html: Markup
    notes: tuple[NoteView, ...]


@dataclass(frozen=True)
class AnnotatedText:
    """A text in blocks, and the notes that stand on no words of it.

    `language` is that of the text, `spoken` that of the notes if it is another.
    """

    language: str
    spoken: str | None
    blocks: tuple[AnnotatedBlock, ...]
    whole: tuple[NoteView, ...]
    earlier: tuple[NoteView, ...]
    """Notes whose words are gone or cannot be told apart."""
    folded: frozenset[str]
    """The ids of the notes that show only their first lines at first."""
    is_long: bool
    """Whether it takes so long to read that a reader wants to know how far they are."""

    def notes(self) -> Iterator[NoteView]:
        """All notes, in the order of the page."""
        beside = (note for block in self.blocks for note in block.notes)
        for first in (*beside, *self.whole, *self.earlier):
            yield from (first, *first.replies)


def only_notes(site: Site, text: LinkedText, root: str) -> AnnotatedText:
    """The notes on a text that may not be shown, by themselves, with the words they quote."""
    return AnnotatedText(
        language=language_of(site, text.record),
        spoken=_spoken(site, text),
        blocks=(),
        whole=tuple(note_view(site, text, note, root) for note in text.threads),
        earlier=(),
        folded=frozenset(),
        is_long=False,
    )


def annotated(site: Site, text: LinkedText, root: str) -> AnnotatedText:
    """The text with its notes, for a page from which `root` leads to the site's root."""
    language = language_of(site, text.record)
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
        AnnotatedBlock(to_html(_directed(text, language, block), root), tuple(beginning[number]))
        for number, block in enumerate(woven)
    ]
    return AnnotatedText(
        language=language,
        spoken=_spoken(site, text),
        blocks=tuple(blocks),
        whole=tuple(views[n.record.key] for n in text.threads if n.anchor.state == "whole"),
        earlier=tuple(views[n.record.key] for n in text.threads if not n.stands),
        folded=folded_notes(text),
        is_long=len(text.document.plain) > _LONG,
    )


def mention_id(actor: str, ordinal: int) -> str:
    """The place in a page of an actor's mention, counted from 1."""
    return f"mention-{actor}-{ordinal}"


def _spoken(site: Site, text: LinkedText) -> str | None:
    return None if language_of(site, text.record) == site.language else site.language


def _directed(text: LinkedText, language: str, block: Block) -> tuple[Node, ...]:
    """The nodes of a block, which says so if it runs against its text, in a language not known."""
    first, *others = block.nodes
    words = text.document.plain[block.span.start : block.span.end]
    if not (isinstance(first, Open) and is_against(words, direction_of(language))):
        return block.nodes
    told = (("lang", ""), ("dir", direction_in(words) or ""))
    return (Open(first.name, (*first.attributes, *told)), *others)


def _marked(text: LinkedText) -> Iterator[Marked]:
    for note in text.notes():
        if note.passage:
            data = note.record.data
            status = None if data.is_current else data.status
            by = as_tuple(data.by)
            yield Marked(note.record.id, note.number, data.kind, status, by, note.passage)


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

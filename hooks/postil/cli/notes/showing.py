"""A note beside its words, as a person needs to see both to judge."""

from collections.abc import Sequence
from textwrap import indent

import click

from postil.editing.texts import NotedText
from postil.linking.anchors import quotation
from postil.linking.link import language_of
from postil.model.archive import NoteRecord
from postil.model.values import HIDDEN
from postil.surveying.excerpt import excerpt
from postil.text.alignment import blocks
from postil.text.folding import folded
from postil.text.sentences import Span, sentences

_LISTED = 30
"""Places that are listed: who has more to choose from does better to quote more."""


def show(text: NotedText, note: NoteRecord, words: str, place: Span, site_language: str) -> None:
    """Prints a note, the words that it quotes against those it would, and the sentence of these."""
    plain = text.searched.plain if text.searched else ""
    quote = quotation(note.data)
    words = difference(quote.exact if quote else "", words)
    click.echo(f"\n{click.style(note.path, bold=True)}")
    click.echo(f"on {_title(text)}, {text.path}\n")
    click.echo(f"{indent(safe(note.body.strip()), '    ')}\n")
    click.echo(f"Its words:    {words}")
    click.echo(f"The sentence: {safe(_around(text, plain, place, site_language))}\n")


def show_places(plain: str, places: Sequence[Span]) -> None:
    """Prints the places of a text between which to choose, with numbers and the words around."""
    for number, place in enumerate(places[:_LISTED], 1):
        click.echo(f"{number:>4}  {safe(excerpt(plain, place))}")
    if len(places) > _LISTED:
        click.echo(f"      and {len(places) - _LISTED:,} more")


def difference(before: str, after: str) -> str:
    """Two texts as one: what went in red and `[-…-]`, what came in green and `{+…+}`."""
    old, new = safe(before).split(), safe(after).split()
    pieces = []
    for block in blocks([folded(word) for word in old], [folded(word) for word in new]):
        went = " ".join(old[block.before.start : block.before.stop])
        came = " ".join(new[block.after.start : block.after.stop])
        if block.is_alike:
            pieces.append(came)
        else:
            pieces += [click.style(f"[-{went}-]", fg="red")] if went else []
            pieces += [click.style(f"{{+{came}+}}", fg="green")] if came else []
    return " ".join(pieces)


def safe(text: str) -> str:
    """A contributed text that cannot paint the screen: an entity such as `&#27;` may be in it."""
    return HIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def _title(text: NotedText) -> str:
    data = text.record.data if text.record else None
    return f"“{getattr(data, 'title', None) or getattr(data, 'name', text.target.id)}”"


def _around(text: NotedText, plain: str, place: Span, site_language: str) -> str:
    """The sentences that a stretch overlaps."""
    language = language_of(text.record, site_language) if text.record else site_language
    found = [span for span in sentences(plain, language) if span.overlaps(place)]
    return " ".join(plain[found[0].start : found[-1].end].split()) if found else ""

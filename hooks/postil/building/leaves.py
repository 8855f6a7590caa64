"""One text after another: its page composed, its leaf put away.

What an earlier build made of a text is taken from there while it holds.
"""

import pickle
from collections.abc import Iterator
from dataclasses import replace

from postil.building.memory import Made, Memory
from postil.building.texts import Found, Fresh, Task, Watch, seen, work_on_texts
from postil.building.tracing import Digests
from postil.building.workshop import Workshop
from postil.jobs import Spread
from postil.linking.link import LinkedText
from postil.model.records import Article
from postil.pages.article import article_page
from postil.pages.leaf import Leaf, leaf_of
from postil.pages.site import Site
from postil.pages.slips import EntrySlip, NoteSlip, RankedSlip, Slip
from postil.spool import Piece, Spool


def turn(  # noqa: PLR0913, PLR0917 -- what goes in, what is remembered, where it goes, and who does it
    site: Site, digests: Digests, memory: Memory, spool: Spool, watch: Watch, spread: Spread
) -> Memory:
    """Makes the leaf of every text of a site, as far as none is remembered that holds."""
    texts = {target: kept for target, kept in memory.texts.items() if target in memory.slips}
    before = replace(memory, texts=texts)
    return work_on_texts(_turn, _keep, site, digests, before, spool, watch, spread)


_Turned = tuple[Found, tuple[Leaf, bytes]]
"""What was found in a text, with its leaf and its page."""


def _turn(shop: Workshop, task: Task) -> _Turned:
    return seen(shop, task, _leaf_and_page)


def _leaf_and_page(site: Site, text: LinkedText) -> tuple[Leaf, bytes]:
    is_article = isinstance(text.record.data, Article)
    return leaf_of(site, text), pickle.dumps(article_page(site, text)) if is_article else b""


def _keep(spool: Spool, turned: _Turned) -> Fresh:
    found, (leaf, page) = turned
    words, *pieces = spool.keep([found.words.encode(), *_contents(leaf, page)])
    return Made(found.kept(words), _slip(leaf, words, iter(pieces))), found.asked


def _slip(leaf: Leaf, words: Piece, pieces: Iterator[Piece]) -> Slip:
    return Slip(
        words=words,
        page=next(pieces),
        entries=tuple(EntrySlip(*entry[:3], next(pieces)) for entry in leaf.entries),
        row=next(pieces),
        mention_rows=next(pieces),
        listed=next(pieces),
        profile=next(pieces),
        card=next(pieces),
        discussed=tuple(RankedSlip(it.rank, it.key, next(pieces)) for it in leaf.discussed),
        disputes=tuple(RankedSlip(it.rank, it.key, next(pieces)) for it in leaf.disputes),
        moment=next(pieces),
        weight=leaf.moment.weight,
        notes=tuple(NoteSlip(note.key, next(pieces), next(pieces)) for note in leaf.notes),
        appearances={dossier: next(pieces) for dossier in leaf.appearances},
        named=leaf.named,
        around=leaf.around,
        mentions=leaf.mentions,
    )


def _contents(leaf: Leaf, page: bytes) -> Iterator[bytes]:
    """What is put away, in the order in which a slip takes it up."""
    yield page
    yield from (entry.document.encode() for entry in leaf.entries)
    texts = (leaf.row, leaf.mention_rows, leaf.listed, leaf.profile)
    ranked = (it.html for it in (*leaf.discussed, *leaf.disputes))
    of_notes = (text for note in leaf.notes for text in (note.listed, note.row))
    yield from (text.encode() for text in texts)
    yield leaf.card
    for text in (*ranked, leaf.moment.html, *of_notes, *leaf.appearances.values()):
        yield text.encode()

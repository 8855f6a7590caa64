"""One text after another: linked, its page composed, its leaf put away.

What an earlier build made of a text is taken from there while it holds.
"""

import pickle
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from postil.building.memory import Kept, Memory, Wanted, holding, names_of, sharing
from postil.building.tracing import Digests, digest_of, traced
from postil.linking.lexicon import Lexicon
from postil.linking.link import faults_in_text, language_of, lexicons, link_text, targets
from postil.model.archive import NoteRecord, Target
from postil.pages.article import article_page
from postil.pages.leaf import Leaf, NoteSlip, Slip, leaf_of
from postil.pages.page import Page
from postil.pages.site import Site
from postil.parallel import spread
from postil.spool import Spool

Watch = Callable[[Iterator[Any], str, int], Iterator[Any]]
"""Hands results on while they come in; it is told what they are, and how many."""


@dataclass(frozen=True)
class _Workshop:
    """What working on any text may need."""

    site: Site
    digests: Digests
    lexicons: Mapping[str, Lexicon]
    spool: Spool


def turn(site: Site, digests: Digests, memory: Memory, spool: Spool, watch: Watch) -> Memory:
    """Works on every text of a site, in as many processes as there are cores."""
    wanted = {
        target: Wanted(_key(site, digests, target), language_of(record, site.language))
        for target, record in targets(site.archive)
    }
    shop = _Workshop(site, digests, lexicons(site.archive), spool)
    names = {language: names_of(lexicon) for language, lexicon in shop.lexicons.items()}
    kept = holding(memory, wanted, names, digests, spool.read)
    tasks = [(target, text.key) for target, text in wanted.items() if target not in kept]
    results = watch(spread(_turn, shop, tasks), "Texts", len(tasks))
    once: dict[Any, Any] = {}
    made = {target: sharing(new, once) for (target, _), new in zip(tasks, results, strict=True)}
    leaves = {target: made.get(target) or kept[target] for target in wanted}
    return Memory(names, leaves)


def _notes(site: Site, target: Target) -> tuple[NoteRecord, ...]:
    return site.relations.notes_on.get(target, ())


def _key(site: Site, digests: Digests, target: Target) -> bytes:
    """What stands for a text and the notes on it."""
    records = (site.archive.target(target), *_notes(site, target))
    return digest_of(map(digests.of_record, records))


def _turn(shop: _Workshop, task: tuple[Target, bytes]) -> Kept:
    target, key = task
    record = shop.site.archive.target(target)
    lexicon = shop.lexicons[language_of(record, shop.site.language)]
    text = link_text(record, _notes(shop.site, target), lexicon)
    site, asked = traced(shop.site)
    faults = tuple(faults_in_text(text, site.archive.actors, site.paths))
    leaf = leaf_of(site, text)
    own_page = article_page(site, text) if target.kind == "articles" else None
    rows = tuple(sorted(asked))
    return Kept(key, rows, shop.digests.of(rows), _put_away(leaf, own_page, shop.spool), faults)


def _put_away(leaf: Leaf, page: Page | None, spool: Spool) -> Slip:
    pieces = iter(spool.keep(list(_contents(leaf, page))))
    return Slip(
        page=next(pieces),
        entries=next(pieces),
        row=next(pieces),
        mention_rows=next(pieces),
        words=next(pieces),
        listed=next(pieces),
        profile=next(pieces),
        notes=tuple(NoteSlip(note.key, next(pieces), next(pieces)) for note in leaf.notes),
        appearances={dossier: next(pieces) for dossier in leaf.appearances},
        named=leaf.named,
        mentions=leaf.mentions,
    )


def _contents(leaf: Leaf, page: Page | None) -> Iterator[bytes]:
    """What is put away, in the order in which a slip takes it up."""
    yield pickle.dumps(page) if page else b""
    yield pickle.dumps(leaf.entries)
    texts = (leaf.row, leaf.mention_rows, leaf.words, leaf.listed, leaf.profile)
    of_notes = (text for note in leaf.notes for text in (note.listed, note.row))
    for text in (*texts, *of_notes, *leaf.appearances.values()):
        yield text.encode()

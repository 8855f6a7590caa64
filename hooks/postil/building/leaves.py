"""One text after another: linked, its page composed, its leaf put away.

What an earlier build made of a text is taken from there while it holds.
"""

import pickle
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from postil.building.memory import Kept, Made, Memory, Wanted, holding, names_of, sharing
from postil.building.tracing import Asked, Digests, traced
from postil.building.workshop import Workshop
from postil.diagnostics.diagnostic import Diagnostic
from postil.digests import digest_of
from postil.jobs import Job, Spread, in_forks
from postil.linking.link import (
    LinkedText,
    faults_in_text,
    language_of,
    lexicons,
    link_text,
    targets,
)
from postil.model.archive import NoteRecord, Record, Target
from postil.model.records import Article
from postil.pages.article import article_page
from postil.pages.leaf import EntrySlip, Leaf, NoteSlip, RankedSlip, Slip, leaf_of
from postil.pages.site import Site
from postil.spool import Piece, Spool
from postil.text.folding import folded

Watch = Callable[[Iterator[Any], str, int], Iterator[Any]]
"""Hands results on while they come in; it is told what they are, and how many."""


class _Task(NamedTuple):
    """A text to be worked on, with the notes on it, and what stands for them."""

    key: bytes
    record: Record[Any]
    notes: tuple[NoteRecord, ...]


class _Turned(NamedTuple):
    """What was made of a text: the rows asked for, what is wrong in it, its leaf and its page."""

    key: bytes
    words: str
    asked: tuple[Asked, ...]
    faults: tuple[Diagnostic, ...]
    leaf: Leaf | None = None
    page: bytes = b""


def turn(  # noqa: PLR0913, PLR0917 -- what goes in, what is remembered, where it goes, and who does it
    site: Site, digests: Digests, memory: Memory, spool: Spool, watch: Watch, spread: Spread
) -> Memory:
    """Makes the leaf of every text of a site, as far as none is remembered that holds."""
    texts = {target: kept for target, kept in memory.texts.items() if _has_leaf(memory, target)}
    return _worked(_turn, site, digests, replace(memory, texts=texts), spool, watch, spread)


def look_through(
    site: Site, digests: Digests, memory: Memory, spool: Spool, watch: Watch
) -> Memory:
    """Looks what is wrong in every text of a site, and makes no leaf.

    A later build has to make those of the texts that did not hold.
    """
    return _worked(_look_through, site, digests, memory, spool, watch, in_forks)


def _worked(  # noqa: PLR0913, PLR0917 -- as for `turn`, and what is done
    work: Callable[[Workshop, _Task], _Turned],
    site: Site,
    digests: Digests,
    memory: Memory,
    spool: Spool,
    watch: Watch,
    spread: Spread,
) -> Memory:
    """Works on every text of a site, as far as what is remembered of it does not hold."""
    wanted = {
        target: Wanted(_key(site, digests, target), language_of(record, site.language))
        for target, record in targets(site.archive)
    }
    shop = Workshop(site, lexicons(site.archive))
    names = {language: names_of(lexicon) for language, lexicon in shop.lexicons.items()}
    kept = holding(memory, wanted, names, digests, spool.read)
    missing = [target for target in wanted if target not in kept]

    def task(target: Target) -> _Task:
        return _Task(wanted[target].key, site.archive.target(target), _notes(site, target))

    job = Job(shop, task, work, partial(_keep, spool))
    results = watch(spread(job, missing), "Texts", len(missing))
    once: dict[Any, Any] = {}
    made = {target: sharing(new, once) for target, new in zip(missing, results, strict=True)}
    pairs = {it: made.get(it) or Made(kept[it], memory.slips.get(it)) for it in wanted}
    texts = {target: text for target, (text, _) in pairs.items()}
    slips = {target: slip for target, (_, slip) in pairs.items() if slip}
    asked = set[Asked]().union(*(text.asked for text in texts.values()))
    return Memory(names, {row: digests.of_row(row) for row in asked}, texts, slips)


def _has_leaf(memory: Memory, target: Target) -> bool:
    """Whether what is remembered of a text was found when its leaf was made, and not in a check."""
    slip = memory.slips.get(target)
    return slip is not None and slip.words == memory.texts[target].words


def _notes(site: Site, target: Target) -> tuple[NoteRecord, ...]:
    return site.relations.notes_on.get(target, ())


def _key(site: Site, digests: Digests, target: Target) -> bytes:
    """What stands for a text and the notes on it."""
    records = (site.archive.target(target), *_notes(site, target))
    return digest_of(map(digests.of_record, records))


def _turn(shop: Workshop, task: _Task) -> _Turned:
    return _seen(shop, task, _leaf_and_page)


def _look_through(shop: Workshop, task: _Task) -> _Turned:
    return _seen(shop, task, lambda _site, _text: (None, b""))


def _seen(
    shop: Workshop, task: _Task, make: Callable[[Site, LinkedText], tuple[Leaf | None, bytes]]
) -> _Turned:
    """What is wrong in a text, and what is made of it, with the rows that both asked for."""
    text = link_text(task.record, task.notes, shop.lexicon_for(task.record))
    site, asked = traced(shop.site)
    faults = tuple(faults_in_text(text, site.archive.actors, site.paths))
    leaf, page = make(site, text)
    return _Turned(task.key, _words(text), tuple(sorted(asked)), faults, leaf, page)


def _leaf_and_page(site: Site, text: LinkedText) -> tuple[Leaf, bytes]:
    is_article = isinstance(text.record.data, Article)
    return leaf_of(site, text), pickle.dumps(article_page(site, text)) if is_article else b""


def _words(text: LinkedText) -> str:
    """What names were looked for in, folded."""
    if not isinstance(text.record.data, Article):
        return ""
    return f"{folded(text.record.data.title)}\n{folded(text.document.plain)}"


def _keep(spool: Spool, made: _Turned) -> Made:
    contents = [made.words.encode()]
    if made.leaf:
        contents += _contents(made.leaf, made.page)
    words, *pieces = spool.keep(contents)
    slip = _slip(made.leaf, words, iter(pieces)) if made.leaf else None
    return Made(Kept(made.key, made.asked, words, made.faults), slip)


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
        around=digest_of(text.encode() for text in (leaf.listed, *leaf.named)),
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

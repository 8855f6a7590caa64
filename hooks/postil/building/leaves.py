"""One text after another: linked, its page published, its leaf put away."""

import pickle
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from postil.diagnostics.diagnostic import Diagnostic
from postil.linking.lexicon import Lexicon, build_lexicon
from postil.linking.link import faults_in_text, language_of, link_text
from postil.model.archive import NoteRecord, Record, Target
from postil.pages.article import article_page
from postil.pages.leaf import Leaf, Slip, leaf_of
from postil.pages.page import Page
from postil.pages.site import Site
from postil.parallel import spread
from postil.spool import Spool

Publish = Callable[[Page], None]
"""Takes a page that is composed."""


@dataclass(frozen=True)
class Turned:
    """A text that was worked on: the slip of its leaf, and all that is wrong in it."""

    slip: Slip
    diagnostics: tuple[Diagnostic, ...]


def turn(site: Site, spool: Spool, publish: Publish) -> Iterator[tuple[Target, Turned]]:
    """Works on every text of an archive, in order, in as many processes as there are cores."""
    texts = dict(_texts(site))
    language = site.language
    languages = {language_of(record, language) for record in texts.values()}
    lexicons = {spoken: build_lexicon(site.archive.actors, spoken) for spoken in languages}
    shared = _Shared(site, texts, site.relations.notes_on, lexicons, spool, publish)
    targets = tuple(texts)
    yield from zip(targets, spread(_turn, shared, targets), strict=True)


@dataclass(frozen=True)
class _Shared:
    """What working on any text may need."""

    site: Site
    texts: Mapping[Target, Record[Any]]
    notes: Mapping[Target, tuple[NoteRecord, ...]]
    lexicons: Mapping[str, Lexicon]
    spool: Spool
    publish: Publish


def _turn(shared: _Shared, target: Target) -> Turned:
    site, record = shared.site, shared.texts[target]
    lexicon = shared.lexicons[language_of(record, site.language)]
    text = link_text(record, shared.notes.get(target, ()), lexicon)
    faults = tuple(faults_in_text(text, site.archive.actors, site.paths))
    if target.kind == "articles":
        shared.publish(article_page(site, text))
    return Turned(_put_away(leaf_of(site, text), shared.spool), faults)


def _put_away(leaf: Leaf, spool: Spool) -> Slip:
    fragments = [html.encode() for html in leaf.appearances.values()]
    note_rows = [row.encode() for row in leaf.note_rows]
    rest = [pickle.dumps(leaf.entries), leaf.row.encode(), leaf.mention_rows.encode()]
    entries, row, mention_rows, *pieces = spool.keep([*rest, *note_rows, *fragments])
    return Slip(
        appearances=dict(zip(leaf.appearances, pieces[len(note_rows) :], strict=True)),
        named=leaf.named,
        notes=leaf.notes,
        profile=leaf.profile,
        entries=entries,
        row=row,
        note_rows=tuple(pieces[: len(note_rows)]),
        mention_rows=mention_rows,
        mentions=leaf.mentions,
    )


def _texts(site: Site) -> Iterator[tuple[Target, Record[Any]]]:
    archive = site.archive
    yield from ((Target("articles", id_), record) for id_, record in archive.articles.items())
    yield from ((Target("actors", id_), record) for id_, record in archive.actors.items())
    yield from ((Target("topics", id_), record) for id_, record in archive.topics.items())

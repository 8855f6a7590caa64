"""Every text looked through: linked, and what is wrong in it told.

What an earlier command found in a text is taken from there while it holds.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple, TypeVar

from postil.building.memory import (
    Kept,
    Made,
    Memory,
    Wanted,
    changed_rows,
    holding,
    lines_of,
    names_of,
    sharing,
)
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
from postil.pages.site import Site
from postil.spool import Piece, Spool
from postil.text.folding import folded

Thing = TypeVar("Thing")

Watch = Callable[[Iterator[Any], str, int], Iterator[Any]]
"""Hands results on while they come in; it is told what they are, and how many."""


class Task(NamedTuple):
    """A text to be worked on, with the notes on it, and what stands for them."""

    key: bytes
    record: Record[Any]
    notes: tuple[NoteRecord, ...]


class Found(NamedTuple):
    """What was found in a text: the words, the rows asked for, what is wrong in it.

    `key` stands for the text and the notes on it.
    """

    key: bytes
    words: str
    asked: tuple[Asked, ...]
    faults: tuple[Diagnostic, ...]

    def kept(self, words: Piece) -> Kept:
        """What is kept of it. The words lie there."""
        return Kept(self.key, lines_of(self.asked), words, self.faults)


Fresh = tuple[Made, tuple[Asked, ...]]
"""What was made of a text just now, and the rows that were asked for."""


def look_through(
    site: Site, digests: Digests, memory: Memory, spool: Spool, watch: Watch
) -> Memory:
    """Looks what is wrong in every text of a site, and makes no leaf.

    A later build has to make those of the texts that did not hold.
    """
    return work_on_texts(_look_through, _keep, site, digests, memory, spool, watch, in_forks)


def work_on_texts(  # noqa: PLR0913, PLR0917 -- as for `turn`, and what is done
    work: Callable[[Workshop, Task], Thing],
    keep: Callable[[Spool, Thing], Fresh],
    site: Site,
    digests: Digests,
    memory: Memory,
    spool: Spool,
    watch: Watch,
    spread: Spread,
) -> Memory:
    """Works on every text of a site, as far as what is remembered of it does not hold.

    `work` is done by any process, and `keep` puts away what it gives.
    """
    wanted = {
        target: Wanted(_key(site, digests, target), language_of(record, site.language))
        for target, record in targets(site.archive)
    }
    shop = Workshop(site, lexicons(site.archive))
    names = {language: names_of(lexicon) for language, lexicon in shop.lexicons.items()}
    changed = changed_rows(memory, digests)
    kept = holding(memory, wanted, names, changed, spool.read)
    missing = [target for target in wanted if target not in kept]

    def task(target: Target) -> Task:
        return Task(wanted[target].key, site.archive.target(target), _notes(site, target))

    job = Job(shop, task, work, partial(keep, spool))
    results = watch(spread(job, missing), "Texts", len(missing))
    once: dict[Any, Any] = {}
    made: dict[Target, Made] = {}
    asked = set(changed)
    for target, (new, rows_of_it) in zip(missing, results, strict=True):
        made[target] = sharing(new, once)
        asked.update(rows_of_it)
    pairs = {it: made.get(it) or Made(kept[it], memory.slips.get(it)) for it in wanted}
    texts = {target: text for target, (text, _) in pairs.items()}
    slips = {target: slip for target, (_, slip) in pairs.items() if slip}
    rows = {**memory.rows, **{row: digests.of_row(row) for row in asked}}
    return Memory(names, rows, texts, slips)


def seen(
    shop: Workshop, task: Task, make: Callable[[Site, LinkedText], Thing]
) -> tuple[Found, Thing]:
    """What is found in a text, and what is made of it, with the rows that both asked for."""
    text = link_text(task.record, task.notes, shop.lexicon_for(task.record))
    site, asked = traced(shop.site)
    faults = tuple(faults_in_text(text, site.archive.actors, site.paths))
    made = make(site, text)
    return Found(task.key, _words(text), tuple(sorted(asked)), faults), made


def _look_through(shop: Workshop, task: Task) -> Found:
    found, _ = seen(shop, task, lambda _site, _text: None)
    return found


def _keep(spool: Spool, found: Found) -> Fresh:
    (words,) = spool.keep([found.words.encode()])
    return Made(found.kept(words), None), found.asked


def _notes(site: Site, target: Target) -> tuple[NoteRecord, ...]:
    return site.relations.notes_on.get(target, ())


def _key(site: Site, digests: Digests, target: Target) -> bytes:
    """What stands for a text and the notes on it."""
    records = (site.archive.target(target), *_notes(site, target))
    return digest_of(part for record in records for part in digests.parts_of(record))


def _words(text: LinkedText) -> str:
    """What names were looked for in, folded."""
    if not isinstance(text.record.data, Article):
        return ""
    return f"{folded(text.record.data.title)}\n{folded(text.document.plain)}"

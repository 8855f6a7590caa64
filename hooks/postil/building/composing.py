"""An archive turned into leaves, of which its site is put together."""

from dataclasses import dataclass
from itertools import chain

from postil.building.leaves import Watch, turn
from postil.building.memory import Memory
from postil.building.sources import Sources
from postil.building.tracing import Digests
from postil.diagnostics.bounds import bounded
from postil.diagnostics.diagnostic import Diagnostic
from postil.jobs import Spread, in_forks
from postil.linking.link import faults_beside_texts
from postil.model.archive import Settings
from postil.model.history import Histories
from postil.pages.card import drawable
from postil.pages.shelf import Shelf, make_shelf
from postil.pages.site import make_site
from postil.reading.assemble import assemble
from postil.spool import Spool


@dataclass(frozen=True)
class Composed:
    """The leaves of an archive, with all that is wrong in it, in the order of places.

    `memory` is what a later build may use again; `digests` tell what is the same as in another.
    """

    shelf: Shelf
    diagnostics: tuple[Diagnostic, ...]
    memory: Memory
    digests: Digests


def compose(  # noqa: PLR0913, PLR0917 -- what goes in, what is remembered, and where it goes
    sources: Sources,
    settings: Settings,
    histories: Histories,
    memory: Memory,
    spool: Spool,
    watch: Watch,
    spread: Spread = in_forks,
) -> Composed:
    """Makes the leaf of every text. What is broken is reported and left out."""
    reading = sources.reading
    archive, faults = assemble(reading, drawable(settings))
    site = make_site(archive, histories, reading.paths)
    read = frozenset(id(record) for _, record in reading.records)
    digests = Digests(site, {path: it.digest for path, it in sources.known.items()}, read)
    made = turn(site, digests, memory, spool, watch, spread)
    in_texts = chain.from_iterable(leaf.diagnostics for leaf in made.leaves.values())
    beside = faults_beside_texts(archive, site.paths)
    found = {*reading.diagnostics, *faults, *in_texts, *beside}
    slips = {target: leaf.slip for target, leaf in made.leaves.items()}
    shelf = make_shelf(site, slips, spool.read)
    return Composed(shelf, tuple(sorted(bounded(found))), made, digests)

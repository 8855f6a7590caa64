"""An archive turned into leaves, of which its site is put together."""

from dataclasses import dataclass

from postil.building.checking import all_wrong, begun
from postil.building.leaves import turn
from postil.building.memory import Memory
from postil.building.sources import Sources
from postil.building.texts import Watch
from postil.building.tracing import Digests
from postil.diagnostics.diagnostic import Diagnostic
from postil.jobs import Spread, in_forks
from postil.model.archive import Settings
from postil.model.history import Histories
from postil.pages.shelf import Shelf, make_shelf
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
    site, digests, faults = begun(sources, settings, histories)
    made = turn(site, digests, memory, spool, watch, spread)
    tables = (site.archive.actors, site.archive.topics, site.archive.analysts)
    everyone = digests.of_fronts(record for table in tables for record in table.values())
    shelf = make_shelf(site, made.slips, spool.read, everyone)
    return Composed(shelf, all_wrong(site, faults, made), made, digests)

"""What `postil check --since` tells beside what is wrong: what a change does to the rest."""

from collections.abc import Iterator
from pathlib import Path

from postil.building.comparing import State
from postil.building.links_elsewhere import links_elsewhere
from postil.cli.composed import composed_with
from postil.cli.revision import read_commit
from postil.diagnostics.diagnostic import Diagnostic
from postil.engines.cache import Cache
from postil.linking.touched import touched_notes
from postil.model.archive import Archive, Settings
from postil.pages.addresses import lost_addresses
from postil.reading.assemble import assemble
from postil.reading.records import Reading


def told_since(
    kept: Cache, root: Path, settings: Settings, base: str
) -> tuple[Archive, set[Diagnostic]]:
    """The archive, and what is wrong in it or comes of the changes since the commit `base`."""
    state = composed_with(kept, root, settings)
    before = read_commit(root, base, state.sources.known).reading
    return state.archive, {*state.composed.diagnostics, *_comes_of(before, state)}


def _comes_of(before: Reading, now: State) -> Iterator[Diagnostic]:
    """What a change of the records that were there `before` touches, links and loses."""
    archive_before, _ = assemble(before, now.archive.settings)
    yield from touched_notes(archive_before, now.archive)
    yield from links_elsewhere(archive_before, now.composed)
    yield from lost_addresses(before, now.sources.reading)

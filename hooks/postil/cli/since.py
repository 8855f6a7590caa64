"""What `postil check --since` tells beside what is wrong: what a change does to the rest."""

from collections.abc import Iterator
from pathlib import Path

from postil.building.checking import Checked
from postil.building.links_elsewhere import links_elsewhere
from postil.building.sources import Sources
from postil.cli.revision import read_commit
from postil.diagnostics.diagnostic import Diagnostic
from postil.linking.touched import touched_notes
from postil.pages.addresses import lost_addresses
from postil.reading.assemble import assemble


def comes_of_changes_since(
    base: str, root: Path, sources: Sources, checked: Checked
) -> Iterator[Diagnostic]:
    """What the changes of records since the commit `base` touch, link and lose."""
    before = read_commit(root, base, sources.known).reading
    archive_before, _ = assemble(before, checked.archive.settings)
    yield from touched_notes(archive_before, checked.archive)
    yield from links_elsewhere(archive_before, checked)
    yield from lost_addresses(before, sources.reading)

"""An archive read and linked in memory: what the commands look into."""

from dataclasses import dataclass
from pathlib import Path

from postil.diagnostics.bounds import bounded
from postil.diagnostics.diagnostic import Diagnostic
from postil.linking.link import LinkedArchive, link, link_faults
from postil.model.archive import Settings
from postil.reading.assemble import assemble
from postil.reading.records import Reading, read_records


@dataclass(frozen=True)
class Examined:
    """An archive that was read and linked, with all that is wrong in it, in the order of places."""

    linked: LinkedArchive
    diagnostics: tuple[Diagnostic, ...]


def examine(root: Path, settings: Settings) -> Examined:
    """Reads and links the archive under `root`. What is broken is reported and left out."""
    return examine_reading(read_records(root), settings)


def examine_reading(reading: Reading, settings: Settings) -> Examined:
    """The same for records that have been read."""
    archive, faults = assemble(reading, settings)
    linked = link(archive)
    found = {*reading.diagnostics, *faults, *link_faults(linked, reading.paths)}
    return Examined(linked, tuple(sorted(bounded(found))))

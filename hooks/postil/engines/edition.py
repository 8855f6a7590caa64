"""The archive's part of one build: composed of its leaves, told of its faults, and written."""

import logging
from collections.abc import Callable, Mapping

from postil.building.composing import Composed, compose
from postil.building.ledger import Ledger
from postil.building.memory import Memory
from postil.building.part_keys import part_keys
from postil.building.publishing import files, publish
from postil.building.sources import Sources
from postil.diagnostics.diagnostic import as_text, has_errors
from postil.engines import cache
from postil.engines.cache import Cache
from postil.engines.data_rows import Rows, write_data
from postil.engines.files import write_all
from postil.engines.pagefind import Indexing, plan_index
from postil.engines.press import SitePress
from postil.engines.progress import progress
from postil.engines.scheduler import chosen_spread
from postil.engines.spare import take_away
from postil.engines.stages import stage
from postil.engines.staging import Staging, search_folder
from postil.model.archive import Settings
from postil.pages.shelf import Shelf, search_entries
from postil.parallel import meanwhile
from postil.reading.history import Remembered

log = logging.getLogger("mkdocs.plugins.postil")

Mend = Callable[[Composed], Sources]
"""What to build in the place of an archive with errors. Raises `Abort` where there is nothing."""


def composed_archive(
    sources: Sources,
    settings: Settings,
    told: Callable[[], Remembered],
    kept: Cache,
    mend: Mend,
) -> tuple[Sources, Composed]:
    """The archive, composed, and what it was composed of. Its faults are told one by one.

    `told` gives what git tells of its notes.
    """
    with stage("Histories of notes"):
        remembered = told()
    if remembered.gap:
        log.info(remembered.gap)
    spool = cache.spool(kept)

    def composed(sources: Sources, memory: Memory) -> Composed:
        with stage("Texts"):
            histories = remembered.histories
            return compose(sources, settings, histories, memory, spool, progress, chosen_spread())

    with stage("What was kept"):
        memory = cache.recall(kept)
    result = composed(sources, memory)
    with stage("What to keep"):
        cache.remember(kept, result.memory, memory)
    for diagnostic in result.diagnostics:
        level = logging.ERROR if diagnostic.is_error else logging.WARNING
        log.log(level, as_text(diagnostic))
    if has_errors(result.diagnostics):
        sources = mend(result)
        result = composed(sources, result.memory)
    return sources, result


def planned_index(shelf: Shelf, kept: Cache, staging: Staging) -> Indexing | None:
    """The index of all that can be found; nothing where the archive has no search, or is empty."""
    settings = shelf.site.archive.settings
    entries = list(search_entries(shelf)) if settings.search else []
    if not entries:
        return None
    folder, store = search_folder(staging), cache.search_folder(kept)
    return plan_index(entries, shelf.read, settings.language, folder, store)


def write_archive(
    composed: Composed, press: SitePress, before: Ledger
) -> tuple[Ledger, Mapping[str, Rows]]:
    """Writes the archive's pages and files; gives what was written, and the rows of data files."""
    shelf = composed.shelf
    with meanwhile(write_data, shelf, press.new) as written_data:
        with stage("Pages"):
            keys = part_keys(shelf, composed.digests)
            printed = publish(shelf, keys, before, press, progress)
            written = {file.address for part in printed.values() for file in part.files}
            take_away(press.new, press.there.keys() - written)
        with stage("Data"):  # at last: an old address may lead on from where a page was taken away
            write_all(press.new, files(shelf))
            return printed, written_data()

"""The archive's part of one build: composed of its leaves, its faults told, and written."""

import logging
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from mkdocs.exceptions import Abort

from postil.building.composing import Composed, compose
from postil.building.ledger import Written
from postil.building.memory import Memory
from postil.building.part_keys import part_keys
from postil.building.publishing import files, publish
from postil.building.sources import Sources, with_last_good
from postil.diagnostics.codes import SHOWABLE
from postil.diagnostics.diagnostic import Diagnostic, as_text, has_errors
from postil.engines import cache
from postil.engines.cache import Cache
from postil.engines.compiled import use_compiled
from postil.engines.counts import Intake
from postil.engines.data_rows import write_data
from postil.engines.faults import STAYS
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
from postil.reading.settings_faults import settings_faults

log = logging.getLogger("mkdocs.plugins.postil")


class Edition(NamedTuple):
    """An archive, composed, and what it was composed of.

    `keep` leaves to the next build what was made of it.
    """

    sources: Sources
    composed: Composed
    keep: Callable[[], None]

    @property
    def is_sound(self) -> bool:
        """Whether there are no errors in it."""
        return not has_errors(self.composed.diagnostics)


def composed_archive(
    sources: Sources,
    settings: Settings,
    told: Callable[[], Remembered],
    kept: Cache,
    last_good: Sources | None,
) -> Edition:
    """The archive, composed. Its faults are told one by one.

    `told` gives what git tells of its notes. Where there is a last good state, what is broken is
    taken from there.
    """
    with stage("Histories of notes"):
        remembered = told()
    if remembered.gap:
        log.info(remembered.gap)
    use_compiled(kept)
    spool = cache.spool(kept)

    def composed(sources: Sources, memory: Memory) -> Composed:
        with stage("Texts"):
            histories = remembered.histories
            return compose(sources, settings, histories, memory, spool, progress, chosen_spread())

    with stage("What was kept"):
        memory = cache.recall(kept)
    result = composed(sources, memory)
    for diagnostic in result.diagnostics:
        level = logging.ERROR if diagnostic.is_error else logging.WARNING
        log.log(level, as_text(diagnostic))
    if last_good is None or not has_errors(result.diagnostics):
        return Edition(sources, result, partial(cache.remember, kept, result.memory, memory))
    log.error("%s; the last good version of what is broken stays.", _how_many(result.diagnostics))
    broken = {it.place.path for it in result.diagnostics if it.code not in SHOWABLE}
    mended = with_last_good(sources, last_good, broken)
    whole = composed(mended, result.memory)
    return Edition(mended, whole, partial(cache.remember, kept, whole.memory, memory))


def refuse_wrong_settings(root: Path) -> None:
    """Raises `Abort` if the settings of the archive at `root` cannot be used, and tells why."""
    faults = settings_faults(root)
    for fault in faults:
        log.error(as_text(fault))
    if faults:
        raise Abort(f"The settings are wrong; {STAYS[0].lower()}{STAYS[1:]}")


def refuse_faults(composed: Composed) -> None:
    """Raises `Abort` if there are errors in an archive."""
    if has_errors(composed.diagnostics):
        raise Abort(f"{_how_many(composed.diagnostics)}; {STAYS[0].lower()}{STAYS[1:]}")


def _how_many(faults: Iterable[Diagnostic]) -> str:
    count = sum(fault.is_error for fault in faults)
    return f"{count} fault{'s' if count != 1 else ''} in the archive"


def planned_index(shelf: Shelf, kept: Cache, staging: Staging) -> Indexing | None:
    """The index of all that can be found; nothing where the archive has no search, or is empty."""
    settings = shelf.site.archive.settings
    entries = list(search_entries(shelf)) if settings.search else []
    if not entries:
        return None
    folder, store = search_folder(staging), cache.search_folder(kept)
    return plan_index(entries, shelf.read, settings.language, folder, store)


def write_archive(
    composed: Composed, press: SitePress, before: Written, came_in: Intake
) -> Written:
    """Writes the archive's pages and files. `before` was written into the last site."""
    shelf = composed.shelf
    places = (press.new, press.last)
    with meanwhile(write_data, shelf, *places, came_in.rows, before.data) as written_data:
        with stage("Pages"):
            keys = part_keys(shelf, composed.digests)
            printed = publish(shelf, keys, before.pages, press, progress)
            written = {file.address for part in printed.values() for file in part.files}
            take_away(press.new, press.there.keys() - written)
        with stage("Data"):  # at last: an old address may lead on from where a page was taken away
            write_all(press.new, files(shelf))
            return Written(printed, written_data())

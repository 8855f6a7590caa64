"""The archive as it lies there, checked with what earlier commands have left."""

from pathlib import Path

from postil.building.checking import Checked, check
from postil.building.sources import Sources
from postil.engines import cache
from postil.engines.progress import progress
from postil.engines.steady import read_archive
from postil.model.archive import Settings
from postil.reading.history import read_histories


def checked_with(kept: cache.Cache, root: Path, settings: Settings) -> tuple[Sources, Checked]:
    """The archive under `root` with what is wrong in it; what is new in that is left as well."""
    sources = read_archive(root, kept)
    histories = read_histories(root).histories
    memory, spool = cache.recall_texts(kept), cache.spool(kept)
    checked = check(sources, settings, histories, memory, spool, progress)
    cache.remember_texts(kept, checked.memory, memory)
    return sources, checked

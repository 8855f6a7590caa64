"""The archive as it lies there, composed with what earlier commands have left."""

from pathlib import Path

from postil.building.comparing import State
from postil.building.composing import compose
from postil.engines import cache
from postil.engines.progress import progress
from postil.engines.steady import read_archive
from postil.model.archive import Settings
from postil.reading.history import read_histories


def composed_with(kept: cache.Cache, root: Path, settings: Settings) -> State:
    """The archive under `root`, as a build would compose it; what is new in it is left as well."""
    sources = read_archive(root, kept)
    histories = read_histories(root).histories
    memory, spool = cache.recall(kept), cache.spool(kept)
    composed = compose(sources, settings, histories, memory, spool, progress)
    cache.remember(kept, composed.memory, memory)
    return State(sources, composed)

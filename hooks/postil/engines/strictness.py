"""What `--strict` does to a site: the engine refuses one that was built with warnings."""

import logging

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import CountHandler


def is_refused(config: MkDocsConfig) -> bool:
    """Whether the engine will refuse the site: it does so after the last event."""
    engine = CountHandler.__module__.partition(".")[0]
    return bool(config.strict) and any(
        handler.get_counts()
        for handler in logging.getLogger(engine).handlers
        if isinstance(handler, CountHandler)
    )

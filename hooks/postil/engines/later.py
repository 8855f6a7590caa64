"""What `serve` does while its pages are served already: the search index, and what comes next."""

import logging
from collections.abc import Callable
from contextlib import ExitStack, suppress
from threading import Event, Thread
from typing import TypeVar

from mkdocs.exceptions import Abort

from postil.engines.files import write
from postil.engines.pagefind import Indexing, finished_index, interrupt_indexing
from postil.engines.staging import Staging, search_folder
from postil.engines.swap import swap_in

Prepared = TypeVar("Prepared")

log = logging.getLogger("mkdocs.plugins.postil")

_INDEX = "pagefind"

_AFTER_THE_PAGE = 0.5
"""Seconds in which whoever saved gets the page: what follows would take its time from that."""

_BETWEEN_TRIES = 0.05
"""Seconds. One run of Pagefind may begin while another is ended."""

_MOMENT = 1.0
"""Seconds that a server takes at the most from Ctrl-C to ending what follows its builds."""


def has_index(staging: Staging) -> bool:
    """Whether the last site has a search index, which can serve until there is a new one."""
    return (staging.site / _INDEX).is_dir()


def keep_last_index(staging: Staging) -> None:
    """Moves the last site's index into the new one, which takes its place at once."""
    (staging.site / _INDEX).rename(staging.pages / _INDEX)


def finish_later(
    indexing: Indexing | None,
    staging: Staging,
    ending: ExitStack,
    prepare: Callable[[], Prepared],
) -> Callable[[], Prepared | None]:
    """Prepares the next build, puts the index into the site when it is made, and closes `ending`.

    All that goes on beside everything else. Gives what ends it at once, the index finished or not,
    and gives what was prepared.
    """
    is_ended = Event()
    prepared: list[Prepared] = []

    def finish() -> None:
        with ending:
            if is_ended.wait(_AFTER_THE_PAGE):
                return
            with suppress(OSError):  # the next build does it, and tells what is wrong
                prepared.append(prepare())
            if indexing is None:
                return
            try:
                _put_in(indexing, staging, is_ended)
            except (Abort, OSError) as error:
                if not is_ended.wait(_MOMENT):  # Ctrl-C ends Pagefind, and then this
                    log.error("The search finds what it found before: %s", error)  # noqa: TRY400 -- a line for people

    def end() -> Prepared | None:
        is_ended.set()
        while thread.is_alive():
            if indexing is not None:
                interrupt_indexing(indexing)
            thread.join(_BETWEEN_TRIES)
        return prepared[0] if prepared else None

    thread = Thread(target=finish)
    thread.start()
    return end


def _put_in(indexing: Indexing, staging: Staging, is_ended: Event) -> None:
    """Writes the files of an index, and changes the site's for it."""
    folder = search_folder(staging)
    for asset in finished_index(indexing):
        if is_ended.is_set():
            return
        write(folder / asset.path, asset.content)
    swap_in(folder / _INDEX, staging.site / _INDEX)

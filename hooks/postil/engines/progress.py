"""Progress on a terminal; silence in a pipe."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")

_EVERY = 50


def progress(items: Iterable[Item], label: str) -> Iterator[Item]:
    """The same items, counted on standard error while they pass, where that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    for count, item in enumerate(items, start=1):
        if count % _EVERY == 0:
            sys.stderr.write(f"\r{count:,} {label} … ")
            sys.stderr.flush()
        yield item
    sys.stderr.write("\r\x1b[K")

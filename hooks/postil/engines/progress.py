"""Progress on a terminal; silence in a pipe."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")

_EVERY = 0.2
"""Seconds between two lines."""


def progress(items: Iterable[Item], label: str, total: int) -> Iterator[Item]:
    """The same items, counted on standard error while they pass, where that is a terminal.

    A line says how many of the `total` are done, how many a second, and the time that is left.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    begun = told = time.monotonic()
    for count, item in enumerate(items, start=1):
        now = time.monotonic()
        if now - told >= _EVERY:
            told = now
            rate = count / (now - begun)
            left = (total - count) / rate
            sys.stderr.write(
                f"\r\x1b[K{label}: {count:,} of {total:,}, {rate:,.0f} a second, {left:.0f} s left"
            )
            sys.stderr.flush()
        yield item
    sys.stderr.write("\r\x1b[K")

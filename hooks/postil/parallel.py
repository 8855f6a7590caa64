"""Work on many items over one large thing, spread over the machine's cores.

The processes are forks: they inherit the large thing as it is, and only items and results travel.
Where that cannot be done safely (other threads run, as in a server) or is not worth while (one
core, few items), the work is done here; the results are the same.
"""

import gc
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_all_start_methods, get_context
from typing import Any, TypeVar

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")

_WORTH_WHILE = 200
"""Items below which starting processes takes longer than it saves."""

_BATCHES = 8
"""Batches of items for each process: few enough to cost nothing, enough to share the load."""


def spread(
    work: Callable[[Shared, Item], Result], shared: Shared, items: Sequence[Item]
) -> Iterator[Result]:
    """`work(shared, item)` for every item, in their order. `work` is a function of a module."""
    cores = os.cpu_count() or 1
    if cores == 1 or len(items) < _WORTH_WHILE or not _can_fork():
        for item in items:
            yield work(shared, item)
        return
    batch = max(1, len(items) // (cores * _BATCHES))
    with (
        without_collecting(),
        ProcessPoolExecutor(
            cores, mp_context=get_context("fork"), initializer=_remember, initargs=(work, shared)
        ) as pool,
    ):
        yield from pool.map(_work_on, items, chunksize=batch)


@contextmanager
def without_collecting() -> Iterator[None]:
    """No search for garbage, here or in forks, while nearly all that is made is kept."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _can_fork() -> bool:
    """Whether a fork would copy this process whole: a fork takes no other thread along."""
    return "fork" in get_all_start_methods() and threading.active_count() == 1


_remembered: tuple[Callable[[Any, Any], Any], Any] | None = None
"""In a process of the pool, and only there: what its items are worked on with."""


def _remember(work: Callable[[Any, Any], Any], shared: Any) -> None:  # noqa: ANN401 -- any
    global _remembered  # noqa: PLW0603 -- the pool's way to hand something over once
    _remembered = (work, shared)


def _work_on(item: Any) -> Any:  # noqa: ANN401 -- any
    assert _remembered is not None  # noqa: S101 -- set before the first item
    work, shared = _remembered
    return work(shared, item)

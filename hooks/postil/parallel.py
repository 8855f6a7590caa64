"""Work on many items over one large thing, spread over the machine's cores.

The processes are forks: they inherit the large thing as it is, and only items and results travel.
Where that cannot be done safely (other threads run, as in a server), is not worth while (one core,
few items) or is refused by the system (no more processes, no more open files), the work is done
here; the results are the same.
"""

import gc
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import (
    Pipe,
    active_children,
    get_all_start_methods,
    get_context,
    parent_process,
)
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from postil.endings import end_at_once

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")

_WORTH_WHILE = 200
"""Texts or pages below which starting processes takes longer than it saves."""

_BATCHES = 32
"""Batches of items for each process: few enough to cost nothing, enough to share the load."""


def spread(
    work: Callable[[Shared, Item], Result],
    shared: Shared,
    items: Sequence[Item],
    size: int | None = None,
) -> Iterator[Result]:
    """`work(shared, item)` for every item, in their order. `work` is a function of a module.

    `size` says as how many pages the items count, where each is not one.
    """
    cores = os.cpu_count() or 1
    is_large = (len(items) if size is None else size) >= _WORTH_WHILE
    is_worth_while = cores > 1 and is_large and _can_fork()
    with without_collecting():
        started = _start(work, shared, items, cores) if is_worth_while else None
        if started is None:
            yield from (work(shared, item) for item in items)
            return
        pool, results = started
        with pool:
            yield from results


def _start(
    work: Callable[[Shared, Item], Result], shared: Shared, items: Sequence[Item], cores: int
) -> tuple[ProcessPoolExecutor, Iterator[Result]] | None:
    """A pool that works on the items; `None`, and no process left, where the system refuses one."""
    before = set(active_children())
    batch = max(1, len(items) // (cores * _BATCHES))
    try:
        pool = ProcessPoolExecutor(
            cores, mp_context=get_context("fork"), initializer=_begin, initargs=(work, shared)
        )
        return pool, pool.map(_work_on, items, chunksize=batch)
    except OSError:
        for child in set(active_children()) - before:
            child.kill()
            child.join()
        return None


@contextmanager
def meanwhile(work: Callable[..., Result], *args: Any) -> Iterator[Callable[[], Result]]:  # noqa: ANN401 -- any
    """Has one piece of work done by a fork while this process does something else.

    Gives what waits for the result, or for the `OSError` that was raised. At the end of the block
    nothing of it runs any more.
    """
    started = _start_one(work, args) if (os.cpu_count() or 1) > 1 and _can_fork() else None
    if started is None:
        result = work(*args)
        yield lambda: result
        return
    child, outcome = started
    try:
        yield partial(_received, outcome)
    finally:
        child.kill()
        child.join()
        outcome.close()


@contextmanager
def beside(work: Callable[..., Result], *args: Any) -> Iterator[Callable[[], Result]]:  # noqa: ANN401 -- any
    """As `meanwhile`, for work that asks the disk or another program, and nothing of this one.

    A thread can do it, where there can be no fork.
    """
    if _can_fork():
        with meanwhile(work, *args) as outcome:
            yield outcome
    else:
        with ThreadPoolExecutor(1) as pool:
            yield pool.submit(work, *args).result


def _start_one(
    work: Callable[..., Any], args: tuple[Any, ...]
) -> tuple[BaseProcess, Connection] | None:
    """A process that works, and where its result comes in; `None` where the system refuses one."""
    outcome, sending = Pipe(duplex=False)
    child = get_context("fork").Process(target=_send, args=(sending, work, args))
    try:
        child.start()
    except OSError:
        outcome.close()
        return None
    finally:
        sending.close()
    return child, outcome


def _send(sending: Connection, work: Callable[..., Any], args: tuple[Any, ...]) -> None:
    _end_like_the_build()
    try:
        sending.send((work(*args), None))
    except OSError as error:
        sending.send((None, error))


def _received(outcome: Connection) -> Any:  # noqa: ANN401 -- any
    try:
        result, error = outcome.recv()
    except EOFError:
        raise BrokenProcessPool from None
    if error:
        raise error
    return result


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


def hold_to_the_end() -> None:
    """What there is now is never searched for garbage: at the end of a command that takes seconds.

    All of it goes when the process does.
    """
    gc.freeze()


def _can_fork() -> bool:
    """Whether a fork would copy this process whole: a fork takes no other thread along."""
    return "fork" in get_all_start_methods() and threading.active_count() == 1


_remembered: tuple[Callable[[Any, Any], Any], Any] | None = None
"""In a process of the pool, and only there: what its items are worked on with."""


def _begin(work: Callable[[Any, Any], Any], shared: Any) -> None:  # noqa: ANN401 -- any
    global _remembered  # noqa: PLW0603 -- the pool's way to hand something over once
    _remembered = (work, shared)
    _end_like_the_build()


def _end_like_the_build() -> None:
    """Ends this process with the one that made it, and no sooner."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the build, which ends this
    end_at_once()
    threading.Thread(target=_end_with_the_build, daemon=True).start()


def _end_with_the_build() -> None:
    """Ends this process when the one that made it is gone: nobody else would ever end it."""
    build = parent_process()
    assert build is not None  # noqa: S101 -- this runs in a process of the pool
    build.join()
    os._exit(1)


def _work_on(item: Any) -> Any:  # noqa: ANN401 -- any
    assert _remembered is not None  # noqa: S101 -- set before the first item
    work, shared = _remembered
    return work(shared, item)

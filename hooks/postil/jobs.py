"""Work that may be done on any machine: in forks of this process, or by whatever executor.

With each item goes all that the work on it needs, but for one thing that all items share. What the
work makes comes back, and is kept on this machine.
"""

import pickle
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from functools import cached_property, lru_cache
from threading import Lock
from typing import Any, Generic, Protocol, TypeVar
from uuid import uuid4

from postil.parallel import spread

Item = TypeVar("Item")
Kept = TypeVar("Kept")

_BATCH = 300_000
"""Bytes of items that travel in one go: the work on them takes some tenths of a second."""

AT_ONCE = 4
"""Batches for each worker that are under way at once: none waits for its next one."""


@dataclass(frozen=True)
class Job(Generic[Item, Kept]):
    """What is done to items: `pack` and `keep` here, `work` anywhere.

    `pack` makes of an item what the work on it needs; `work(shared, packed)` is a function of a
    module; `keep` takes what it made. Whatever travels can be pickled.
    """

    shared: Any
    pack: Callable[[Item], Any]
    work: Callable[[Any, Any], Any]
    keep: Callable[[Any], Kept]


class Spread(Protocol):
    """A way to do a job."""

    def __call__(self, job: Job[Item, Kept], items: Sequence[Item]) -> Iterator[Kept]:
        """What is kept of every item, in their order."""


def in_forks(job: Job[Item, Kept], items: Sequence[Item]) -> Iterator[Kept]:
    """Does a job in forks of this process. Each keeps what it has made itself."""
    return spread(_do, job, items)


def _do(job: Job[Item, Kept], item: Item) -> Kept:
    return job.keep(job.work(job.shared, job.pack(item)))


class Parcel:
    """What all batches share: pickled once, and unpickled once in each process."""

    def __init__(self, content: Any) -> None:  # noqa: ANN401 -- any
        self.content = content

    @cached_property
    def _sent(self) -> tuple[str, bytes]:
        return uuid4().hex, zlib.compress(pickle.dumps(self.content, _PROTOCOL), level=1)

    def __reduce__(self) -> tuple[Callable[..., "Parcel"], tuple[object, ...]]:
        return _unpacked, self._sent


_PROTOCOL = pickle.HIGHEST_PROTOCOL


@lru_cache(maxsize=1)
def _unpacked(name: str, sent: bytes) -> Parcel:  # noqa: ARG001 -- what it is known by
    return Parcel(pickle.loads(zlib.decompress(sent)))  # noqa: S301 -- from this build


@dataclass(frozen=True)
class Crew:
    """An executor, and how it is worked with.

    `at_once` gives how many batches may be under way now, one or more. `hand_out` makes of a parcel
    what goes with every batch; `result` waits for what a batch gives.
    """

    executor: Executor
    at_once: Callable[[], int]
    hand_out: Callable[[Parcel], Any] = lambda parcel: parcel
    result: Callable[[Future[list[Any]]], list[Any]] = lambda future: future.result()

    def __call__(self, job: Job[Item, Kept], items: Sequence[Item]) -> Iterator[Kept]:
        """Does a job. What is kept is kept in this process, in the order of the items."""
        parcel = self.hand_out(Parcel(job.shared))
        packed = (pickle.dumps(job.pack(item), _PROTOCOL) for item in items)
        under_way: deque[Future[list[Any]]] = deque()
        try:
            for batch in batches(packed):
                under_way.append(self.executor.submit(_work_on, job.work, parcel, batch))
                if len(under_way) >= self.at_once():
                    yield from map(job.keep, self.result(under_way.popleft()))
            while under_way:
                yield from map(job.keep, self.result(under_way.popleft()))
        finally:
            for future in under_way:
                future.cancel()


def batches(packed: Iterable[bytes]) -> Iterator[list[bytes]]:
    """The same, some hundred thousand bytes at a time."""
    batch: list[bytes] = []
    size = 0
    for item in packed:
        batch.append(item)
        size += len(item)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


_one_at_a_time = Lock()
"""Threads of one process take turns: a reader of Markdown serves one, and Python runs one."""


def _work_on(work: Callable[[Any, Any], Any], parcel: Parcel, batch: list[bytes]) -> list[Any]:
    with _one_at_a_time:
        return [work(parcel.content, pickle.loads(item)) for item in batch]  # noqa: S301 -- the same

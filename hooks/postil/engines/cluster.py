"""Texts worked on by the workers of a Dask cluster, on other machines or on this one.

What the workers send back is unpickled here, as what they are sent is there: each of these machines
is trusted with the accounts of the others.
"""

import asyncio
import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TypeVar

from distributed import Client
from distributed.core import rpc
from distributed.scheduler import KilledWorker
from distributed.security import Security
from mkdocs.exceptions import Abort

from postil.engines.faults import STAYS
from postil.engines.programs import programs
from postil.jobs import AT_ONCE, Crew, Item, Job, Kept, Parcel

log = logging.getLogger("mkdocs.plugins.postil")

Shared = TypeVar("Shared")
Packed = TypeVar("Packed")
Made = TypeVar("Made")

_FOR_AN_ANSWER = 10
"""Seconds in which a scheduler answers."""

_FOR_A_WORKER = 60
"""Seconds in which its first worker comes."""

_BETWEEN_LOOKS = 5
"""Seconds of waiting for work, after which it is looked whether there are workers still."""


class OtherPrograms(Exception):  # noqa: N818 -- what it is
    """A worker came whose programs are not those of the build."""


def by_cluster(address: str, job: Job[Item, Kept], items: Sequence[Item]) -> Iterator[Kept]:
    """Does a job on the workers of a scheduler. Raises `Abort` where they cannot do it.

    What a worker had in hand that is lost goes to another.
    """
    if not items:
        return
    with _client(address) as client:
        at_once = partial(_at_once, client, address)
        log.info("Texts are worked on by the workers of %s.", address)
        crew = Crew(
            client.get_executor(),
            at_once,
            partial(client.submit, _received, pure=False),
            partial(_result, client, address),
        )
        alike = replace(job, work=partial(_work_alike, programs(), job.work))
        try:
            yield from crew(alike, items)
        except CancelledError:
            raise _lost(address) from None
        except KilledWorker:
            raise _abort(
                "Several workers were ended by one batch of texts, most often because memory ran "
                "out. Give them more, or build on this machine."
            ) from None
        except OtherPrograms:
            raise _abort(f"A worker that came later {_OTHER}") from None


@contextmanager
def _client(address: str) -> Iterator[Client]:
    """A connection to a scheduler that has workers, all of them with the programs of this build."""
    for name in ("distributed", "distributed.client"):  # what happens is told in one line here
        logging.getLogger(name).setLevel(logging.CRITICAL)
    _look_whether_it_is_there(address)
    with Client(address, timeout=_FOR_AN_ANSWER, set_as_default=False) as client:
        try:
            client.wait_for_workers(1, timeout=_FOR_A_WORKER)
        except TimeoutError:
            raise _abort(
                f"The scheduler at {address} has no workers, and none came within "
                f"{_FOR_A_WORKER} seconds. Start some: `dask worker {address} --nthreads 1`."
            ) from None
        _refuse_other_programs(client)
        yield client


def _look_whether_it_is_there(address: str) -> None:
    """Raises `Abort` unless a scheduler answers. Dask itself would wait for any answer forever."""
    try:
        kind = asyncio.run(asyncio.wait_for(_kind_of_server(address), _FOR_AN_ANSWER))
    except (OSError, MemoryError):  # what does not speak Dask's language can seem to be very long
        kind = None
    if kind != "Scheduler":
        raise _abort(
            f"No scheduler answers at {address}. Start one (`dask scheduler`), or write the "
            "address that it tells."
        )


async def _kind_of_server(address: str) -> str:
    security = Security().get_connection_args("client")
    async with rpc(address, timeout=_FOR_AN_ANSWER, connection_args=security) as server:
        return str((await server.identity())["type"])


_OTHER = (
    "has another Postil, Python or library than this machine, and might make other pages. Install "
    "the same commit with the same `requirements.lock` there."
)


def _refuse_other_programs(client: Client) -> None:
    """Raises `Abort` if a worker would not make what this machine makes."""
    found = client.run(programs, on_error="return")
    for worker, theirs in sorted(found.items()):
        if theirs != programs():
            raise _abort(f"The worker at {worker} {_OTHER}")


def _work_alike(
    mine: bytes, work: Callable[[Shared, Packed], Made], shared: Shared, packed: Packed
) -> Made:
    """Does the work if the programs are those of the build: workers may come at any time."""
    if programs() != mine:
        raise OtherPrograms
    return work(shared, packed)


def _received(parcel: Parcel) -> Parcel:
    """The same. As a result of work it is made again when the worker that has it is lost."""
    return parcel


def _result(client: Client, address: str, future: Future[Made]) -> Made:
    """What work gives. Raises `Abort` when there is nobody left to do it."""
    while True:
        try:
            return future.result(timeout=_BETWEEN_LOOKS)
        except TimeoutError:
            if not _at_work(client, address):
                raise _lost(address) from None


def _at_work(client: Client, address: str) -> int:
    """How many workers there are now."""
    try:
        return len(client.nthreads())
    except (OSError, RuntimeError):  # Dask's, when the connection has ended
        raise _lost(address) from None


def _at_once(client: Client, address: str) -> int:
    """Batches that all workers there are now have enough with."""
    return max(1, AT_ONCE * _at_work(client, address))


def _lost(address: str) -> Abort:
    return _abort(f"The scheduler at {address}, or the last of its workers, went away midway.")


def _abort(line: str) -> Abort:
    return Abort(f"{line} {STAYS}")

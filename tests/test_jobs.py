"""A job is done the same by forks, by threads and by any kind of process."""

import os
import pickle
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from operator import add

import pytest

from postil import jobs
from postil.jobs import Crew, Job, Parcel, in_forks

ITEMS = list(range(300))


class Thing:
    """Counts how often it arrives in a process."""

    arrivals = 0

    def __reduce__(self):
        return arrived, ()


def arrived():
    Thing.arrivals += 1
    return Thing()


def packed(item):
    return [item] * 10


def where_and_how_often(_, load):
    return os.getpid(), Thing.arrivals, sum(load)


def kept(here, made):
    return here, *made


JOB = Job(Thing(), packed, where_and_how_often, partial(kept, os.getpid()))


@contextmanager
def forks():
    yield in_forks


@contextmanager
def threads():
    with ThreadPoolExecutor(3) as pool:
        yield Crew(pool, lambda: 6)


@contextmanager
def spawned():
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        yield Crew(pool, lambda: 6)


@pytest.mark.parametrize("ways", [forks, threads, spawned])
def test_what_is_kept_comes_in_the_order_of_the_items(ways, monkeypatch):
    monkeypatch.setattr(jobs, "_BATCH", 200)
    with ways() as spread:
        done = list(spread(JOB, ITEMS))
    assert [total for *_, total in done] == [10 * item for item in ITEMS]
    assert {keeper for keeper, *_ in done} == {os.getpid()}


def test_what_all_share_arrives_once_in_each_process(monkeypatch):
    monkeypatch.setattr(jobs, "_BATCH", 200)
    with spawned() as spread:
        done = list(spread(JOB, ITEMS))
    assert {arrivals for _, _, arrivals, _ in done} == {1}
    assert os.getpid() not in {worker for _, worker, *_ in done}


def test_threads_share_the_thing_itself():
    arrivals = Thing.arrivals
    with threads() as spread:
        list(spread(JOB, ITEMS))
    assert Thing.arrivals == arrivals


class Slow(Executor):
    """Does nothing before it is asked for a result; knows how much was given to it at most."""

    def __init__(self):
        self.waiting = []
        self.most = 0

    def submit(self, fn, /, *args):
        future = Waiting(self, partial(fn, *args))
        self.waiting.append(future)
        self.most = max(self.most, len(self.waiting))
        return future


class Waiting(Future):
    def __init__(self, executor, do):
        super().__init__()
        self.executor = executor
        self.do = do

    def result(self, timeout=None):  # noqa: ARG002 -- the interface
        self.executor.waiting.remove(self)
        return self.do()


def test_no_more_is_under_way_than_may_be(monkeypatch):
    monkeypatch.setattr(jobs, "_BATCH", 1)
    slow = Slow()
    assert list(Crew(slow, lambda: 7)(Job(1, int, add, int), ITEMS)) == [1 + item for item in ITEMS]
    assert slow.most == 7


def test_what_nobody_waits_for_any_more_is_called_off(monkeypatch):
    monkeypatch.setattr(jobs, "_BATCH", 1)
    slow = Slow()
    results = Crew(slow, lambda: 7)(Job(1, int, add, int), ITEMS)
    assert next(results) == 1
    results.close()
    assert len(slow.waiting) == 6
    assert all(future.cancelled() for future in slow.waiting)


@pytest.mark.parametrize(
    ("sizes", "batches"),
    [
        ([], []),
        ([1], [1]),
        ([9], [1]),
        ([2, 2, 2, 2, 2], [3, 2]),
        ([9, 9, 1], [1, 1, 1]),
    ],
)
def test_batches_are_cut_by_their_size(sizes, batches, monkeypatch):
    monkeypatch.setattr(jobs, "_BATCH", 5)
    cut = jobs.batches(b"x" * size for size in sizes)
    assert [len(batch) for batch in cut] == batches


def test_a_parcel_is_what_was_put_into_it():
    sent = pickle.dumps(Parcel(["words"]))
    first, second = pickle.loads(sent), pickle.loads(sent)
    assert first.content == ["words"]
    assert first.content is second.content


def fails(shared, _):
    raise ValueError(shared)


@pytest.mark.parametrize("ways", [forks, threads, spawned])
def test_what_goes_wrong_in_the_work_is_raised_here(ways):
    with ways() as spread, pytest.raises(ValueError, match="wrong"):
        list(spread(Job("wrong", int, fails, int), ITEMS))

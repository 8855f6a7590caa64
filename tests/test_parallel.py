"""Work that is spread over processes gives what it gives in one."""

import gc
import os
from threading import Event, Thread

import pytest

from postil import parallel
from postil.parallel import spread

ITEMS = list(range(1_000))


def where_and_what(base, item):
    return os.getpid(), base + item


def fails(_, item):
    raise ValueError(item)


def test_results_come_in_order_from_several_processes(monkeypatch):
    monkeypatch.setattr(parallel.os, "cpu_count", lambda: 2)
    done = list(spread(where_and_what, 10, ITEMS))
    assert [value for _, value in done] == [10 + item for item in ITEMS]
    assert os.getpid() not in {process for process, _ in done}
    assert gc.isenabled()


def test_beside_other_threads_nothing_is_forked(monkeypatch):
    monkeypatch.setattr(parallel.os, "cpu_count", lambda: 2)
    stop = Event()
    thread = Thread(target=stop.wait)
    thread.start()
    try:
        done = list(spread(where_and_what, 0, ITEMS))
    finally:
        stop.set()
        thread.join()
    assert {process for process, _ in done} == {os.getpid()}


def test_what_goes_wrong_in_a_process_is_raised_here(monkeypatch):
    monkeypatch.setattr(parallel.os, "cpu_count", lambda: 2)
    with pytest.raises(ValueError, match="0"):
        list(spread(fails, None, ITEMS))

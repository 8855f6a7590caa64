"""Work that is spread over processes gives what it gives in one."""

import gc
import os
import subprocess
import sys
from multiprocessing import active_children
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
    monkeypatch.setattr(parallel, "_can_fork", lambda: True)  # whatever other tests have running
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


def refuses(*_, **__):
    raise BlockingIOError(11, "Resource temporarily unavailable")


@pytest.mark.parametrize("name", ["ProcessPoolExecutor", "ProcessPoolExecutor.map"])
def test_where_no_process_is_to_be_had_the_work_is_done_here(name, monkeypatch):
    monkeypatch.setattr(parallel.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(f"postil.parallel.{name}", refuses)
    done = list(spread(where_and_what, 0, ITEMS))
    assert {process for process, _ in done} == {os.getpid()}
    assert [value for _, value in done] == ITEMS
    assert active_children() == []


KILLED = """\
import os, time
from postil import parallel

def sleeps(_, item):
    os.write(1, f"{os.getpid()}\\n".encode())
    time.sleep(300)

parallel.os.cpu_count = lambda: 2
list(parallel.spread(sleeps, None, list(range(1_000))))
"""


@pytest.mark.skipif(os.name != "posix", reason="there are no forks elsewhere")
def test_the_processes_end_when_the_build_is_killed():
    command = [sys.executable, "-c", KILLED]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as building:
        assert all(int(building.stdout.readline()) for _ in range(2))
        building.kill()
        building.communicate(timeout=20)  # it comes back when nobody can write there any more
    assert building.returncode == -9

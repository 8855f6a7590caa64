"""Work that is spread over processes gives what it gives in one."""

import gc
import os
import subprocess
import sys
import threading
import time
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children
from threading import Event, Thread

import pytest

from postil import parallel
from postil.parallel import beside, meanwhile, spread

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


def where_and_these(*things):
    return os.getpid(), things


def fails_on_the_disk():
    raise PermissionError(13, "Permission denied")


def ends():
    os._exit(9)


@pytest.fixture
def _forking(monkeypatch):
    """Two cores, and no other thread, whatever other tests have running."""
    monkeypatch.setattr(parallel.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(parallel, "_can_fork", lambda: True)


@pytest.mark.usefixtures("_forking")
def test_one_piece_of_work_is_done_meanwhile_by_another_process():
    with meanwhile(where_and_these, 1, "two") as result:
        process, things = result()
    assert things == (1, "two")
    assert process != os.getpid()


@pytest.mark.usefixtures("_forking")
@pytest.mark.parametrize(
    ("work", "error"), [(fails_on_the_disk, PermissionError), (ends, BrokenProcessPool)]
)
def test_what_goes_wrong_meanwhile_is_raised_where_it_is_waited_for(work, error):
    with meanwhile(work) as result, pytest.raises(error):
        result()


@pytest.mark.usefixtures("_forking")
def test_nothing_runs_on_that_nobody_waited_for():
    with meanwhile(time.sleep, 300):
        assert active_children() != []
    assert active_children() == []


@pytest.mark.parametrize("why", ["cpu_count", "start"])
@pytest.mark.usefixtures("_forking")
def test_where_nothing_can_be_done_meanwhile_it_is_done_at_once(why, monkeypatch):
    if why == "cpu_count":
        monkeypatch.setattr(parallel.os, "cpu_count", lambda: 1)
    else:
        monkeypatch.setattr("multiprocessing.process.BaseProcess.start", refuses)
    with meanwhile(where_and_these, 1) as result:
        assert result() == (os.getpid(), (1,))


@pytest.mark.usefixtures("_forking")
def test_what_asks_the_disk_alone_is_done_by_a_thread_where_there_can_be_no_fork(monkeypatch):
    with beside(where_and_these, 1) as result:
        assert result()[0] != os.getpid()
    monkeypatch.setattr(parallel, "_can_fork", lambda: False)
    with beside(lambda: (os.getpid(), threading.get_ident())) as result:
        process, thread = result()
    assert process == os.getpid()
    assert thread != threading.get_ident()
    with beside(fails_on_the_disk) as result, pytest.raises(PermissionError):
        result()

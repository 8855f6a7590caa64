"""With a cluster the site is the same, whatever becomes of its workers; or the last one stays."""

import os
import signal
import socket
import subprocess
import sys
from operator import add

import pytest
from cluster import scheduler, workers
from engine import ENVIRONMENT, build, contents, set_up
from mkdocs.exceptions import Abort

from archives import FIXTURE, article, note, write
from postil import jobs
from postil.engines import cluster
from postil.engines.cluster import by_cluster
from postil.engines.faults import STAYS
from postil.engines.scheduler import wrong_scheduler
from postil.jobs import Job

TEXT = "Anna Berg opened the talks in Vienna. She said that no text had been agreed.\n\n"

SUM = Job(1, int, add, int)


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """An archive whose texts go into several batches, and its site."""
    root = set_up(FIXTURE, tmp_path_factory.mktemp("many") / "archive")
    names = [f"articles/2026/n{number}" for number in range(120)]
    articles = {f"{name}.md": article(TEXT * 200, topics=["trade"]) for name in names}
    notes = {f"{name}.notes/all.md": note(whole=True, quote=None) for name in names}
    settings = (root / "mkdocs.yml").read_text("utf-8").replace("  archive:", SEARCHLESS)
    write(root, articles | notes | {"mkdocs.yml": settings})
    done = build(root, "-q")
    assert done.returncode == 0, done.stdout + done.stderr
    return root, contents(root / "site")


SEARCHLESS = "  archive:\n    search: false"


def build_with(root, address, cache):
    command = "from postil.cli.main import main; main()"
    return subprocess.run(
        [sys.executable, "-c", command, "build", "--scheduler", address],
        cwd=root,
        env={**ENVIRONMENT, "POSTIL_CACHE": str(cache)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("wrong", ["", "ended_midway"])
def test_the_site_is_the_same_whatever_becomes_of_a_worker(wrong, many, tmp_path):
    root, site = many
    with scheduler() as (address, _), workers(address, wrong, "") as (first, second):
        done = build_with(root, address, tmp_path)
        assert done.returncode == 0, done.stdout + done.stderr
        assert f"Texts are worked on by the workers of {address}." in done.stderr
        assert first.poll() == (-signal.SIGKILL if wrong else None)
        assert second.poll() is None
    assert contents(root / "site") == site


def test_of_a_cluster_that_fails_one_line_is_told_and_the_last_site_stays(many, tmp_path):
    root, site = many
    with scheduler() as (address, _), workers(address, "ended_midway"):
        done = build_with(root, address, tmp_path)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == (
        f"The scheduler at {address}, or the last of its workers, went away midway. {STAYS}"
    )
    assert "Traceback" not in done.stdout + done.stderr
    assert contents(root / "site") == site


def line_of(address, job=SUM, items=(1, 2, 3)):
    """What a build says that ends for its cluster."""
    with pytest.raises(Abort) as caught:
        list(by_cluster(address, job, items))
    return str(caught.value)


def test_a_scheduler_that_ends_midway_is_told():
    with scheduler() as (address, process), workers(address, ""):
        job = Job(process.pid, int, os.kill, int)
        assert "went away midway" in line_of(address, job, [signal.SIGKILL])


def test_a_batch_that_ends_workers_is_told(monkeypatch):
    monkeypatch.setattr(jobs, "_BATCH", 1)
    never_again = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}
    with scheduler(**never_again) as (address, _), workers(address, "", "ended_midway"):
        assert "Several workers were ended by one batch" in line_of(address, items=range(20))


def test_a_scheduler_without_workers_is_told(monkeypatch):
    monkeypatch.setattr(cluster, "_FOR_A_WORKER", 0.2)
    with scheduler() as (address, _):
        assert line_of(address).startswith(f"The scheduler at {address} has no workers")


@pytest.mark.parametrize("wrong", ["other_programs", "without_postil"])
def test_a_worker_that_might_make_other_pages_is_refused(wrong, monkeypatch):
    with scheduler() as (address, _), workers(address, wrong, ""):
        told = line_of(address)
        assert told.startswith("The worker at tcp://127.0.0.1:")
        assert "has another Postil, Python or library" in told
        if wrong == "other_programs":
            monkeypatch.setattr(cluster, "_refuse_other_programs", lambda _: None)
            monkeypatch.setattr(jobs, "_BATCH", 1)
            assert line_of(address, items=range(20)).startswith("A worker that came later has")


def test_where_no_scheduler_answers_that_is_told(monkeypatch):
    monkeypatch.setattr(cluster, "_FOR_AN_ANSWER", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        assert line_of(address).startswith(f"No scheduler answers at {address}.")
    assert line_of(address).startswith(f"No scheduler answers at {address}.")


def test_a_worker_is_no_scheduler():
    with scheduler() as (address, _), workers(address, "") as (worker,):
        assert line_of(worker.address).startswith("No scheduler answers at")


def test_nobody_is_asked_where_there_is_nothing_to_do():
    assert list(by_cluster("tcp://127.0.0.1:1", SUM, [])) == []


@pytest.mark.parametrize(
    "address",
    [
        "",
        "here",
        "tcp://",
        "tcp://host",
        "tcp://host:port",
        "tcp://host:99999",
        "http://host:1",
        "tcp://a@host:1",
        "tcp://host:1/path",
        "tcp://host:1?x",
        "inproc://host:1",
    ],
)
def test_what_is_no_address_is_told(address):
    assert wrong_scheduler(address).startswith(f"{address!r} is no scheduler's address.")


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:8786", "tls://host:1", "tcp://[::1]:8786"])
def test_what_is_an_address_is_used(address):
    assert wrong_scheduler(address) is None


def test_what_is_missing_is_told(monkeypatch):
    monkeypatch.setattr("postil.engines.scheduler.find_spec", lambda _: None)
    assert "pip install 'postil[dask]'" in wrong_scheduler("tcp://127.0.0.1:8786")

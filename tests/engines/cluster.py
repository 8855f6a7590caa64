"""A real scheduler and real workers on this machine, for tests."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from engine import ENVIRONMENT

PRELOADED = Path(__file__).parent / "workers"
"""What may be wrong with a worker."""

HERE = ("--host", "127.0.0.1", "--no-dashboard")


@contextmanager
def running(*command: str, **variables: str) -> Iterator[subprocess.Popen[str]]:
    """A process of Dask, ended with the block."""
    words = [sys.executable, "-m", "dask", *command]
    surroundings = {**ENVIRONMENT, **variables}
    with subprocess.Popen(words, stderr=subprocess.PIPE, env=surroundings, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def told(process: subprocess.Popen[str], pattern: str) -> str:
    """What a process tells once it is ready. What it tells then is read by nobody."""
    for line in process.stderr:
        if found := re.search(pattern, line):
            return found[1]
    raise AssertionError(f"{process.args} ended without telling {pattern}")


@contextmanager
def scheduler(**variables: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A scheduler on a free port: its address and its process."""
    with running("scheduler", *HERE, "--port", "0", **variables) as process:
        yield told(process, r"Scheduler at: +(tcp://\S+)"), process


@contextmanager
def workers(address: str, *wrong: str) -> Iterator[list[subprocess.Popen[str]]]:
    """A worker for each of these, which may be the name of what is wrong with it."""
    with ExitStack() as stack:
        started = [stack.enter_context(running(*_worker(address, it))) for it in wrong]
        for process in started:
            process.address = told(process, r"Start worker at: +(tcp://\S+)")
            told(process, r"(Registered to)")
        yield started


def _worker(address: str, wrong: str) -> tuple[str, ...]:
    preloaded = ("--preload", str(PRELOADED / f"{wrong}.py")) if wrong else ()
    plain = ("--nthreads", "1", "--no-nanny", "--local-directory", os.environ["POSTIL_CACHE"])
    return ("worker", address, *HERE, *plain, *preloaded)

"""What a build takes: seconds by the clock, seconds of computing, memory of all its processes."""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile
from threading import Event, Thread
from typing import TextIO

INTERVAL = 0.05
"""Seconds between two looks at a build's memory. A look takes a millisecond or two from it."""

USUAL = {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}
"""What builds are told. Python may keep what it compiled, as it does where nobody forbids it."""


class BuildError(Exception):
    """A build that failed, with what it said."""


@dataclass(frozen=True)
class Build:
    """One build: seconds by the clock, seconds of computing, and bytes of memory at the most."""

    time: float
    cpu: float
    memory: int


@dataclass(frozen=True)
class Builds:
    """The counted builds of one kind, and how many pages the site has."""

    pages: int
    builds: tuple[Build, ...]

    @property
    def times(self) -> list[float]:
        """The seconds by the clock, of each."""
        return [build.time for build in self.builds]

    @property
    def time(self) -> float:
        """Their median."""
        return median(self.times)

    @property
    def cpu(self) -> float:
        """The median of the seconds of computing."""
        return median(build.cpu for build in self.builds)

    @property
    def memory(self) -> int:
        """The most bytes of memory that any of the builds took."""
        return max(build.memory for build in self.builds)


def measure(command: Sequence[str], site: Path, environment: Mapping[str, str] = USUAL) -> Build:
    """Runs a build's command in the folder of a site. Raises `BuildError` if it fails.

    The command's process gets a session of its own, and whoever is in that session counts for the
    memory, by its proportional set size: what a worker shares with the process that it was forked
    from counts once.
    """
    cpu = _cpu_of_children()
    started = time.perf_counter()
    with TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
        with (
            _building(command, site, environment, output) as process,
            _watching(process.pid) as seen,
        ):
            process.wait()
            took = time.perf_counter() - started
        if process.returncode:
            output.seek(0)
            raise BuildError(f"{site}: the build failed.\n{output.read()}")
    return Build(took, _cpu_of_children() - cpu, max(seen))


@contextmanager
def _building(
    command: Sequence[str], site: Path, environment: Mapping[str, str], output: TextIO
) -> Iterator[subprocess.Popen[bytes]]:
    """A build that is running and says what it says to `output`. Left early, it is ended."""
    with subprocess.Popen(
        command,
        cwd=site,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


@contextmanager
def _watching(session: int) -> Iterator[list[int]]:
    """What a session's memory was at each look, in bytes; the list grows while the block runs."""
    seen: list[int] = []
    is_over = Event()

    def look() -> None:
        seen.append(_memory(session))
        while not is_over.wait(INTERVAL):
            seen.append(_memory(session))

    thread = Thread(target=look)
    thread.start()
    try:
        yield seen
    finally:
        is_over.set()
        thread.join()


def _memory(session: int) -> int:
    """The memory, in bytes, of all processes in a session."""
    total = 0
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                if os.getsid(int(entry.name)) == session:
                    rollup = (entry / "smaps_rollup").read_text(encoding="ascii")
                    total += int(rollup.partition("\nPss:")[2].split()[0])
            except (ProcessLookupError, FileNotFoundError):  # it has ended meanwhile
                continue
    return total * 1024


def _cpu_of_children() -> float:
    """Seconds that all children which have ended computed, with those they waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def tell(what: str) -> None:
    """Says on a terminal what is going on, in one line that the next one overwrites."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{what}")
        sys.stderr.flush()

"""How long Postil takes for a site, and how much memory, beside plain Material with its search.

    python tests/benchmarks/compare.py 100 1000 [--runs 5] [--seed 1] [--folder FOLDER]

For each number of articles the same texts are written for both (`generate.py`) and both sites are
built in turn, Postil, Material, Postil, Material, so that whatever else the machine does meets both
alike. One build of each goes before, uncounted: it warms the file cache and compiles the modules.
Every build is whole and in a process of its own, `python -m mkdocs build -q`, as a person or a CI
job would start it.

Measured are:

- *time*: from starting that process to its end, the median of the runs (with the fastest and the
  slowest);
- *CPU*: what that process and those it started and waited for (workers, Pagefind) computed, user
  and system together, the median of the runs. Where cores share the work it is more than the
  time; on a busy machine it is the figure to trust;
- *memory*: the most, in any run, that all processes of the build held together at one moment,
  looked up ten times a second in `/proc` (so: on Linux). The build gets a session of its own, and
  whoever is in that session counts, by its proportional set size: what a worker shares with the
  process that it was forked from counts once;
- *pages*: every `index.html` of the site. Postil makes pages of actors, topics and years besides
  those of articles, so it is compared twice, by the whole site and by the page.

Sites and Pagefind's passing files go to the folder for temporary files. `TMPDIR=/dev/shm` keeps
them in memory and so leaves the disk out.
"""

import argparse
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory, TemporaryFile
from threading import Event, Thread
from typing import TextIO

from generate import make_archive, write_material, write_postil

INTERVAL = 0.1
"""Seconds between two looks at a build's memory. A look takes some milliseconds from it."""

QUIET = {"NO_MKDOCS_2_WARNING": "1"}
WRITERS = {"Material": write_material, "Postil": write_postil}


class BuildError(Exception):
    """A build that failed, with what it said."""


@dataclass(frozen=True)
class Build:
    """One build: seconds by the clock, seconds of computing, and bytes of memory at the most."""

    time: float
    cpu: float
    memory: int


@dataclass(frozen=True)
class Result:
    """All counted builds of one site, and the number of its pages."""

    name: str
    articles: int
    pages: int
    builds: tuple[Build, ...]

    @property
    def time(self) -> float:
        """The median time."""
        return median(build.time for build in self.builds)

    @property
    def cpu(self) -> float:
        """The median of the computing time."""
        return median(build.cpu for build in self.builds)

    @property
    def memory(self) -> int:
        """The most memory that any of the builds took."""
        return max(build.memory for build in self.builds)

    @property
    def per_page(self) -> float:
        """The median time for each page."""
        return self.time / self.pages


# --- Measuring ----------------------------------------------------------------------------------


def compare(articles: int, folder: Path, runs: int, seed: int) -> Iterator[Result]:
    """Both sites of this many articles, written below `folder` and built in turn."""
    archive = make_archive(articles, seed)
    sites = {name: folder / name.lower() for name in WRITERS}
    for name, write in WRITERS.items():
        _tell(f"{articles:,} articles: writing them for {name}")
        write(archive, sites[name])
    builds: dict[str, list[Build]] = {name: [] for name in sites}
    for run in range(runs + 1):
        for name, site in sites.items():
            _tell(
                f"{articles:,} articles: {name}, {f'build {run} of {runs}' if run else 'warm-up'}"
            )
            builds[name].append(measure(site))
    _tell("")
    for name, site in sites.items():
        pages = sum(1 for _ in (site / "site").rglob("index.html"))
        yield Result(name, articles, pages, tuple(builds[name][1:]))


def measure(site: Path) -> Build:
    """Builds the site in a folder. Raises `BuildError` if that fails."""
    cpu = _cpu_of_children()
    started = time.perf_counter()
    with TemporaryFile("w+", encoding="utf-8") as output:
        with _building(site, output) as process, _watching(process.pid) as seen:
            process.wait()
            took = time.perf_counter() - started
        if process.returncode:
            output.seek(0)
            raise BuildError(f"{site}: the build failed.\n{output.read()}")
    return Build(took, _cpu_of_children() - cpu, max(seen, default=0))


@contextmanager
def _building(site: Path, output: TextIO) -> Iterator[subprocess.Popen[bytes]]:
    """A build that is running and says what it says to `output`. Left early, it is ended."""
    with subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=site,
        env={**os.environ, **QUIET},
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


# --- Telling ------------------------------------------------------------------------------------

COLUMNS = (
    ("articles", 8),
    ("site", 8),
    ("pages", 7),
    ("time", 9),
    ("fastest–slowest", 17),
    ("to Material", 12),
    ("CPU", 9),
    ("memory", 8),
    ("per page", 9),
    ("to Material", 12),
)


def table(results: list[Result]) -> Iterator[str]:
    """The lines of the table: a row for each site, Material's before Postil's."""
    yield " ".join(f"{title:>{width}}" for title, width in COLUMNS)
    rivals = {result.articles: result for result in results if result.name == "Material"}
    for result in results:
        cells = _cells(result, rivals[result.articles])
        yield " ".join(f"{cell:>{width}}" for cell, (_, width) in zip(cells, COLUMNS, strict=True))


def _cells(result: Result, rival: Result) -> tuple[str, ...]:
    times = [build.time for build in result.builds]
    return (
        f"{result.articles:,}",
        result.name,
        f"{result.pages:,}",
        f"{result.time:.2f} s",
        f"{min(times):.2f}–{max(times):.2f} s",
        f"× {result.time / rival.time:.2f}",
        f"{result.cpu:.2f} s",
        f"{result.memory / 1e6:,.0f} MB",
        f"{result.per_page * 1e3:.2f} ms",
        f"× {result.per_page / rival.per_page:.2f}",
    )


def _tell(what: str) -> None:
    """Says on a terminal what is going on, in one line that the next one overwrites."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{what}")
        sys.stderr.flush()


def main() -> None:
    """Measures and prints the table."""
    parser = argparse.ArgumentParser(description="Compare Postil with plain Material.")
    parser.add_argument("articles", type=int, nargs="+", help="how many articles; several sizes")
    parser.add_argument("--runs", type=int, default=5, help="counted builds of each site (5)")
    parser.add_argument("--seed", type=int, default=1, help="which archive (1)")
    parser.add_argument("--folder", type=Path, help="keep the sites in this new folder")
    given = parser.parse_args()
    if given.folder and given.folder.exists():
        parser.error(f"{given.folder} exists; name a new folder")
    with TemporaryDirectory(prefix="postil-benchmark-") as temporary:
        folder = given.folder or Path(temporary)
        try:
            results = [
                result
                for count in dict.fromkeys(given.articles)
                for result in compare(count, folder / str(count), given.runs, given.seed)
            ]
        except BuildError as error:
            sys.exit(str(error))
    print("\n".join(table(results)))


if __name__ == "__main__":
    main()

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
  looked up twenty times a second in `/proc` (so: on Linux). The build gets a session of its own,
  and whoever is in that session counts, by its proportional set size: what a worker shares with the
  process that it was forked from counts once;
- *pages*: every `index.html` of the site. Postil makes pages of actors, topics and years besides
  those of articles, so it is compared twice, by the whole site and by the page.

Sites and Pagefind's passing files go to the folder for temporary files. `TMPDIR=/dev/shm` keeps
them in memory and so leaves the disk out.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from arguments import given_to, parser_of
from invented import make_archive
from measuring import USUAL, Build, BuildError, Builds, measure, tell
from peer_sites import write_material
from postil_site import write_postil

WRITERS = {"Material": write_material, "Postil": write_postil}
COMMAND = (sys.executable, "-m", "mkdocs", "build", "-q")


@dataclass(frozen=True)
class Result(Builds):
    """The counted builds of a site of so many articles."""

    name: str
    articles: int

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
        tell(f"{articles:,} articles: writing them for {name}")
        write(archive, sites[name])
    builds: dict[str, list[Build]] = {name: [] for name in sites}
    for run in range(runs + 1):
        for name, site in sites.items():
            tell(f"{articles:,} articles: {name}, {f'build {run} of {runs}' if run else 'warm-up'}")
            with TemporaryDirectory() as cache:  # each build is from nothing
                builds[name].append(measure(COMMAND, site, USUAL | {"POSTIL_CACHE": cache}))
    tell("")
    for name, site in sites.items():
        pages = sum(1 for _ in (site / "site").rglob("index.html"))
        yield Result(pages, tuple(builds[name][1:]), name, articles)


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
    return (
        f"{result.articles:,}",
        result.name,
        f"{result.pages:,}",
        f"{result.time:.2f} s",
        f"{min(result.times):.2f}–{max(result.times):.2f} s",
        f"× {result.time / rival.time:.2f}",
        f"{result.cpu:.2f} s",
        f"{result.memory / 1e6:,.0f} MB",
        f"{result.per_page * 1e3:.2f} ms",
        f"× {result.per_page / rival.per_page:.2f}",
    )


def main() -> None:
    """Measures and prints the table."""
    given = given_to(parser_of("Compare Postil with plain Material.", 5, "builds of each site"))
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

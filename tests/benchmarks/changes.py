"""How long a change takes to show: in a build, in a check, and in a server.

    python tests/benchmarks/changes.py 1000 10000 [--runs 3] [--seed 1] [--folder FOLDER]

For each number of articles an archive is written with and without search (`generate.py`) and
committed. Then all steps are done in turn, once uncounted and `--runs` times counted, each in a
process of its own; `measuring.py` says what is measured of it. *Of a build* divides the time by
that of a build from nothing with search.

Last, a server of the archive is started, and notes are saved and taken back, the first uncounted.
The times are from the save to the moment when the page is given out with the note, and to that when
pages that are open in a browser are told to reload; CPU is what the server computed until then.

Sites and caches go to the folder for temporary files. `TMPDIR=/dev/shm` keeps them in memory and so
leaves the disk out.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from arguments import given_to, parser_of
from edits import added_note, added_paragraph
from invented import make_archive
from measuring import USUAL, Build, BuildError, Builds, measure, tell
from peer import Edit, own_program
from postil_site import write_postil, write_postil_without_search
from serving import Shown, serving, time_note

WRITERS = {"with search": write_postil, "without search": write_postil_without_search}

NOBODY = {
    f"GIT_{who}_{what}": "benchmark"
    for who in ("AUTHOR", "COMMITTER")
    for what in ("NAME", "EMAIL")
}


@contextmanager
def no_edit(texts: Path, number: int, words: str) -> Iterator[str]:  # noqa: ARG001 -- as edits are
    """Nothing."""
    yield ""


@dataclass(frozen=True)
class Step:
    """A command after an edit. What lies at `forgets`, in the site's folder, is deleted before."""

    name: str
    site: str
    command: tuple[str, ...]
    edit: Edit
    forgets: tuple[str, ...] = ()


_EVERYTHING = ("site", ".cache")
_WITH, _WITHOUT = WRITERS
_CHECK, _SINCE = ("check",), ("check", "--since", "HEAD")

STEPS = (
    Step("build from nothing", _WITH, ("build",), no_edit, _EVERYTHING),
    Step("build after one note", _WITH, ("build",), added_note),
    Step("build from nothing", _WITHOUT, ("build",), no_edit, _EVERYTHING),
    Step("build after one note", _WITHOUT, ("build",), added_note),
    Step("check from nothing", _WITH, _CHECK, no_edit, (".cache",)),
    Step("check, nothing changed", _WITH, _CHECK, no_edit),
    Step("check, one article changed", _WITH, _CHECK, added_paragraph),
    Step("check --since, one article changed", _WITH, _SINCE, added_paragraph),
)


_COMMITTED = (
    ("init", "-q"),
    ("config", "gc.auto", "0"),  # else a commit of many files begins it too, beside what follows
    ("add", "-A"),
    ("commit", "-q", "-m", "All"),
    ("gc", "-q"),
)


def write_sites(articles: int, seed: int, folder: Path) -> None:
    """Writes the archive in its two ways, each committed."""
    archive = make_archive(articles, seed)
    for name, write in WRITERS.items():
        tell(f"{articles:,} articles: writing them {name}")
        write(archive, folder / name)
        (folder / name / ".gitignore").write_text("/site\n/.cache\n", encoding="utf-8")
        for words in _COMMITTED:
            subprocess.run(["git", *words], cwd=folder / name, check=True, env=os.environ | NOBODY)


def do(step: Step, folder: Path, run: int) -> Build:
    """Does a step. Raises `BuildError` where it fails."""
    site = folder / step.site
    for left in step.forgets:
        shutil.rmtree(site / left, ignore_errors=True)
    with step.edit(site / "articles", run, f"These words came with change {run}."):
        return measure((str(own_program()), *step.command), site, _environment(site))


def _environment(site: Path) -> dict[str, str]:
    return {**USUAL, "POSTIL_CACHE": str(site / ".cache")}


def in_turn(articles: int, folder: Path, runs: int) -> dict[Step, Builds]:
    """What all steps took."""
    done: dict[Step, list[Build]] = {step: [] for step in STEPS}
    for run in range(runs + 1):
        for step in STEPS:
            tell(f"{articles:,} articles, turn {run} of {runs}: {step.name} {step.site}")
            done[step].append(do(step, folder, run))
    return {step: Builds(0, tuple(builds[1:])) for step, builds in done.items()}


def in_a_server(articles: int, folder: Path, runs: int) -> list[Shown]:
    """What saves took until they showed."""
    site = folder / _WITH
    tell(f"{articles:,} articles: the server")
    with serving(site, _environment(site)) as server:
        return [time_note(server, site / "articles", run) for run in range(runs + 1)][1:]


# --- Telling ------------------------------------------------------------------------------------


def table(articles: int, steps: dict[Step, Builds], saves: list[Shown]) -> Iterator[str]:
    """The lines of the table of one size."""
    whole = steps[STEPS[0]].time
    yield f"{articles:,} articles"
    yield f"{'':52} {'time':>9} {'CPU':>9} {'memory':>9} {'of a build':>11}"
    for step, builds in steps.items():
        name = f"{step.name}, {step.site}" if step.command == ("build",) else step.name
        memory, share = f"{builds.memory / 1e6:,.0f} MB", f"{builds.time / whole:.2f}"
        yield f"{name:52} {builds.time:7.2f} s {builds.cpu:7.2f} s {memory:>9} {share:>11}"
    served, told, cpu = (median(it) for it in zip(*map(_seconds, saves), strict=True))
    yield f"{'serve: from saving a note to its page, served':52} {served:7.2f} s {cpu:7.2f} s"
    yield f"{'serve: from saving a note to pages told to reload':52} {told:7.2f} s"


def _seconds(shown: Shown) -> tuple[float, float, float]:
    return shown.served, shown.told, shown.cpu


def main() -> None:
    """Measures and prints the tables."""
    given = given_to(parser_of("Measure how long a change takes to show.", 3, "turns"))
    with TemporaryDirectory(prefix="postil-benchmark-") as temporary:
        for articles in dict.fromkeys(given.articles):
            folder = (given.folder or Path(temporary)) / str(articles)
            try:
                write_sites(articles, given.seed, folder)
                steps = in_turn(articles, folder, given.runs)
                saves = in_a_server(articles, folder, given.runs)
            except BuildError as error:
                sys.exit(str(error))
            tell("")
            print("\n".join(table(articles, steps, saves)))


if __name__ == "__main__":
    main()

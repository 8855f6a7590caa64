"""Kills builds, and looks whether the site is one whole version every time, and what comes after.

    python tests/benchmarks/kills.py ARCHIVE 200 [--seed 1]

Two versions of the archive's site are built without any cache, each into a folder of its own. Then
builds of the one and the other are started in turn, and each is killed, the whole group of its
processes at once (SIGKILL), so that nothing of it can tidy up. Every second one is killed at a
moment drawn from the whole time that such a build takes. The others are killed near the swap: from
the moment on which the last file of the search index, which is written last, is there, and within
the time that was measured from there to the end. Of either kind, every second build finds the cache
that the builds before it have left, and the others find none.

After each kill `site/` is compared, byte for byte, with both versions. Then a build runs to its end
on the cache that the killed one has left: its site must be that of a build without any cache, and
nothing may lie beside it. All the while a thread reads `site/index.html` as fast as it can and
counts how often it was missing or was neither version's. Exits with 1 if anything of this does not
hold.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Event, Thread

REPOSITORY = Path(__file__).resolve().parents[2]

FRAME = ("hooks/archive.py", "docs/.overrides", "docs/assets")
"""What an archive takes over from the repository to be a site."""

EXTRA_ARTICLE = """\
---
title: The other version
published: 2026-01-01
source:
  outlet: Nobody
topics:
  - {topic}
---

This article is in one of the two versions only.
"""

LAST_WRITTEN = "site.building/pages/pagefind/pieces.json"

SHORTEST_END = 0.05
"""Seconds that the end of a build is taken to last at least, should it be missed in measuring."""

CACHES = ("with a cache", "from nothing")
"""What the builds that are killed find."""


class Killing:
    """An archive whose builds are killed, in a folder of its own."""

    def __init__(self, archive: Path, root: Path, seed: int) -> None:
        self.root = root
        self.cache = root.with_name("cache")
        self.random = Random(seed)
        shutil.copytree(archive, root, dirs_exist_ok=True)
        for part in FRAME:
            source, target = REPOSITORY / part, root / part
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, target, dirs_exist_ok=True)
            else:
                shutil.copy(source, target)
        self.versions = [self._version(number) for number in (0, 1)]
        self.seconds, self.seconds_at_the_end = zip(*map(self._measure, CACHES), strict=True)

    def write_version(self, number: int) -> None:
        """Makes the archive that of one version."""
        extra = self.root / "articles/2026/the-other-version.md"
        if number:
            topic = min((self.root / "docs/topics").glob("*.md")).stem
            extra.parent.mkdir(parents=True, exist_ok=True)
            extra.write_text(EXTRA_ARTICLE.format(topic=topic), encoding="utf-8")
        else:
            extra.unlink(missing_ok=True)

    def make_cache(self, kind: str) -> None:
        """Leaves the cache as it is, or takes it away."""
        if kind == "from nothing":
            shutil.rmtree(self.cache, ignore_errors=True)

    def start(self, *options: str, cache: Path | None = None) -> subprocess.Popen:
        """Starts a build in a process group of its own."""
        return subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "--quiet", *options],
            cwd=self.root,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "POSTIL_CACHE": str(cache or self.cache)},
            start_new_session=True,
        )

    def kill(self, number: int) -> str:
        """Starts a build and kills it; what came of it, in words."""
        before = self.shown()
        self.write_version(1 - before)
        near_the_swap, kind = number % 2 == 1, number // 2 % 2
        self.make_cache(CACHES[kind])
        building = self.start()
        if near_the_swap:
            while building.poll() is None and not (self.root / LAST_WRITTEN).exists():
                time.sleep(0.0005)
            time.sleep(self.random.uniform(0, self.seconds_at_the_end[kind]))
        else:
            time.sleep(self.random.uniform(0, self.seconds[kind]))
        if building.poll() is None:
            os.killpg(building.pid, signal.SIGKILL)
        status = building.wait()
        after = self.shown()
        if after is None:
            return "BROKEN: the site is neither version"
        if status not in {0, -signal.SIGKILL}:
            return "BROKEN: the build failed before it was killed"
        if self.start().wait() or self.shown() != 1 - before:
            return "BROKEN: the build after it did not mend it"
        if self.left():
            return "BROKEN: the build after it left something beside the site"
        where = f"{CACHES[kind]}, {'near the swap' if near_the_swap else 'at any moment'}"
        if status == 0:
            return f"{where}, but the build had ended"
        return f"{where}, {'before the swap' if after == before else 'after the swap'}"

    def left(self) -> list[str]:
        """What lies beside the site that is no part of the archive."""
        return sorted(path.name for path in self.root.glob("site.*"))

    def shown(self) -> int | None:
        """Which version `site/` is, byte for byte."""
        site = contents(self.root / "site")
        return next((n for n, version in enumerate(self.versions) if version == site), None)

    @contextmanager
    def reader(self, counts: Counter):
        """Reads the home page all the while."""
        stop = Event()
        known = {version["index.html"] for version in self.versions}

        def read() -> None:
            while not stop.is_set():
                try:
                    page = (self.root / "site/index.html").read_bytes()
                except FileNotFoundError:
                    counts["reads that found no index.html"] += 1
                else:
                    good = page in known
                    counts["reads" if good else "reads of neither version"] += 1
                stop.wait(0.0002)

        thread = Thread(target=read)
        thread.start()
        try:
            yield
        finally:
            stop.set()
            thread.join()

    def _version(self, number: int) -> dict[str, bytes]:
        self.write_version(number)
        with TemporaryDirectory() as folder:
            if self.start("--site-dir", f"{folder}/site", cache=Path(folder, "cache")).wait():
                raise SystemExit("the archive cannot be built")
            return contents(Path(folder, "site"))

    def _measure(self, kind: str) -> tuple[float, float]:
        """Seconds of a whole build of a kind, and of its end; the shortest of three."""
        builds = [self._one_build(number % 2, kind) for number in (1, 2, 3, 4)]
        whole, end = zip(*builds[1:], strict=True)
        return min(whole), max(min(end), SHORTEST_END)

    def _one_build(self, number: int, kind: str) -> tuple[float, float]:
        self.write_version(number)
        self.make_cache(kind)
        began = time.monotonic()
        building = self.start()
        near = None
        while building.poll() is None:
            if near is None and (self.root / LAST_WRITTEN).exists():
                near = time.monotonic()
            time.sleep(0.0005)
        ended = time.monotonic()
        return ended - began, ended - (near or ended)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def main() -> None:
    """Kills builds and prints what came of them."""
    parser = argparse.ArgumentParser(description="Kills builds and looks at the site.")
    parser.add_argument("archive", type=Path)
    parser.add_argument("kills", type=int)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    came, read = Counter(), Counter()
    with TemporaryDirectory() as folder:
        killing = Killing(told.archive, Path(folder, "archive"), told.seed)
        with killing.reader(read):
            for number in range(told.kills):
                outcome = killing.kill(number)
                came[outcome] += 1
                if "BROKEN" in outcome:
                    break
    for kind, whole, end in zip(CACHES, killing.seconds, killing.seconds_at_the_end, strict=True):
        print(f"A build {kind} takes {whole:.2f} s, {end:.3f} of them after the last of the index.")
    for what, count in sorted(came.items()) + sorted(read.items()):
        print(f"{count:>9,}  {what}")
    broken = any("BROKEN" in what for what in came) or set(read) - {"reads"}
    if not broken:
        print("Every build that followed made the same site as one without any cache.")
    raise SystemExit(1 if broken else 0)


if __name__ == "__main__":
    main()

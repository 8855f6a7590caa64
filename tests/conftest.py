"""Fixtures and settings that all tests share.

`pytest --hypothesis-profile thorough` looks much longer for what breaks a property.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from archives import MINIMAL, Files, write

settings.register_profile("postil", deadline=None, max_examples=200)
settings.register_profile("thorough", deadline=None, max_examples=5_000)
settings.load_profile("postil")


@pytest.fixture
def archive(tmp_path: Path) -> Callable[..., Path]:
    """Writes the minimal archive, with files added, replaced or taken out, and gives its root."""

    def written(files: Files | None = None) -> Path:
        write(tmp_path, MINIMAL | (files or {}))
        return tmp_path

    return written

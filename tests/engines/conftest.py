"""Archives set up as sites."""

import pytest
from engine import build, set_up

from archives import FIXTURE


@pytest.fixture
def root(tmp_path):
    """The fixture archive, ready to be built."""
    return set_up(FIXTURE, tmp_path / "archive")


@pytest.fixture(scope="module")
def module_root(tmp_path_factory):
    """The fixture archive for all tests of a module."""
    return set_up(FIXTURE, tmp_path_factory.mktemp("module") / "archive")


@pytest.fixture(scope="module")
def built(module_root):
    """The site of the fixture archive, for those who only look at it."""
    done = build(module_root, "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    return module_root / "site"

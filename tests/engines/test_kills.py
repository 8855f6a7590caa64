"""A build that is killed leaves one whole site, and a cache that changes no later one."""

import os
import subprocess
import sys

import pytest

from archives import FIXTURE, REPOSITORY


@pytest.mark.skipif(os.name != "posix", reason="process groups are killed the POSIX way")
def test_whenever_a_build_is_killed_the_site_is_whole_and_the_next_build_mends_what_it_left():
    script = REPOSITORY / "tests/benchmarks/kills.py"
    done = subprocess.run(
        [sys.executable, script, FIXTURE, "8"],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "made the same site as one without any cache." in done.stdout

"""Where the time of a build goes, for those who ask."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

ASKED = "POSTIL_PROFILE"
"""The variable of the environment by which it is asked for."""


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Tells on standard error how long the block took, in seconds, if that was asked for."""
    begun = time.perf_counter()
    try:
        yield
    finally:
        if os.environ.get(ASKED):
            sys.stderr.write(f"{time.perf_counter() - begun:8.2f} s  {name}\n")

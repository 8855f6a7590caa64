"""Whether work grows with its input and no faster: a ratio within one run, on any machine."""

import time
from collections.abc import Callable


def growth(work: Callable[[int], object], small: int) -> float:
    """How many times longer `work` takes for four times as much as for `small`; best of three.

    About 4 where it takes time in proportion, about 16 where it takes time in the square.
    """
    return _seconds(work, 4 * small) / _seconds(work, small)


def _seconds(work: Callable[[int], object], size: int) -> float:
    taken = []
    for _ in range(3):
        began = time.process_time()
        work(size)
        taken.append(time.process_time() - began)
    return max(min(taken), 1e-4)


LINEAR = 9
"""More than any growth in proportion, less than any in the square."""

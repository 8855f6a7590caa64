"""Looks for texts that break the program: `python tests/fuzz/fuzz.py [MINUTES] [SUBJECT…]`.

Each input is drawn from a number, so that a run is made again from its first one (`SEED=…`). What
fails, or takes longer than it may, is made smaller and kept in `seeds/`, which the tests replay.
Prints the slowest input of each subject, in seconds of the processor.
"""

import inspect
import os
import random
import signal
import sys
import time
import traceback
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from recipes import LONGEST, Recipe, minimised, recipe, text_of, write_seed  # noqa: E402
from subjects import SUBJECTS  # noqa: E402

MOST_SECONDS = 2.0
"""Of the processor, for a megabyte."""

HANG = 60
"""Seconds after which an input is given up."""

TRIES = 300
"""Smaller inputs that are tried for each failure."""


class HangError(Exception):
    """An input took too long to be waited for."""


def outcome(subject: str, texts: tuple[Recipe, ...]) -> tuple[str | None, float]:
    """What goes wrong with the texts, by the kind and place of the failure, and the seconds."""
    made = [text_of(part) for part in texts]
    signal.alarm(HANG)
    started = time.process_time()
    try:
        SUBJECTS[subject](*made)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 -- a panic in Rust is no Exception
        where = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} {Path(where.filename).name}:{where.lineno}", 0.0
    finally:
        signal.alarm(0)
    seconds = time.process_time() - started
    return ("slow" if seconds > MOST_SECONDS else None), seconds


def _give_up(*_: object) -> None:
    raise HangError


def _keep(subject: str, texts: tuple[Recipe, ...], wrong: str) -> None:
    tries = TRIES if wrong != "slow" else TRIES // 10
    least = minimised(texts, lambda less: outcome(subject, less)[0] == wrong, tries)
    name = f"{subject}-{wrong.partition(':')[0].replace(' ', '-').replace('.', '-')}"
    number = sum(path.stem.startswith(name) for path in (HERE / "seeds").iterdir())
    path = write_seed(HERE / "seeds", f"{name}-{number + 1}", subject, least)
    print(f"{wrong}: kept as {path.name}: {str(least)[:300]}", flush=True)


def run(minutes: float, subjects: list[str], first: int) -> None:
    """Tries inputs until the time is over."""
    end = time.monotonic() + 60 * minutes
    number = first
    counts = dict.fromkeys(subjects, 0)
    slowest: dict[str, tuple[float, str]] = dict.fromkeys(subjects, (0.0, ""))
    seen: set[tuple[str, str]] = set()
    while time.monotonic() < end:
        subject = subjects[number % len(subjects)]
        draw = random.Random(number)
        wanted = len(inspect.signature(SUBJECTS[subject]).parameters)
        texts = tuple(recipe(draw) for _ in range(wanted))
        number += 1
        if sum(len(piece) * times for made in texts for piece, times in made) > LONGEST:
            continue
        wrong, seconds = outcome(subject, texts)
        counts[subject] += 1
        if seconds > slowest[subject][0]:
            slowest[subject] = seconds, f"{number - 1}: {str(texts)[:160]}"
        if wrong and (subject, wrong) not in seen:
            seen.add((subject, wrong))
            print(f"{number - 1} {subject}: {wrong}", flush=True)
            _keep(subject, texts, wrong)
    for subject in subjects:
        seconds, texts = slowest[subject]
        print(f"{subject}: {counts[subject]:,} inputs, slowest {seconds:.2f} s ({texts})")
    print(f"{sum(counts.values()):,} inputs, {len(seen)} failures; next SEED={number}")


if __name__ == "__main__":
    signal.signal(signal.SIGALRM, _give_up)
    given = sys.argv[1:]
    run(
        float(given[0]) if given else 30,
        given[1:] or list(SUBJECTS),
        int(os.environ.get("SEED", "0")),
    )

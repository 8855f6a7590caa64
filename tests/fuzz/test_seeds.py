"""Whatever once broke the program, or held it up, no longer does; and a few inputs never tried."""

import inspect
import random
import time
from pathlib import Path

import pytest
from recipes import read_seed, recipe, smaller, text_of
from subjects import SUBJECTS

SEEDS = sorted((Path(__file__).parent / "seeds").glob("*.json"))
SECONDS = 20
"""Of the processor: ten times what `fuzz.py` allows, so that a busy machine fails no test."""


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_what_once_failed_holds_and_is_fast(path):
    subject, texts = read_seed(path)
    started = time.process_time()
    SUBJECTS[subject](*(text_of(made) for made in texts))
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_few_inputs_of_each_subject_hold(subject):
    wanted = len(inspect.signature(SUBJECTS[subject]).parameters)
    for number in range(5):
        draw = random.Random(number)
        SUBJECTS[subject](*(text_of(recipe(draw))[:2_000] for _ in range(wanted)))


def test_a_smaller_recipe_makes_less_text():
    made = (("abc", 4), ("d", 1))
    assert all(len(text_of(less)) < len(text_of(made)) for less in smaller(made))

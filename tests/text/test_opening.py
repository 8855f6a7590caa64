"""How a text begins: whole words, never more of them than there is room for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.text.opening import opening


@pytest.mark.parametrize(
    ("text", "most", "begins"),
    [
        ("", 10, ""),
        ("No text.", 10, "No text."),
        ("No text\n\nwas agreed", 18, "No text was agreed"),
        ("No text was agreed", 17, "No text was…"),
        ("No text was agreed", 11, "No text was…"),
        ("No text, was agreed", 9, "No text…"),
        ("It ended. Then more", 12, "It ended…"),
        ("Donaudampfschiff", 5, "Donau…"),
        ("A" + " " * 100 + "B", 5, "A…"),
    ],
)
def test_a_text_is_cut_between_words(text, most, begins):
    assert opening(text, most) == begins


@given(st.text(alphabet="ab .\n", max_size=60), st.integers(1, 20))
def test_what_is_shown_fits_and_is_how_the_text_begins(text, most):
    shown = opening(text, most)
    assert len(shown.removesuffix("…")) <= most
    assert " ".join(text.split()).startswith(shown.removesuffix("…"))

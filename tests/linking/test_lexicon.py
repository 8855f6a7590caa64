"""A text in units: cut wherever a name may end or begin, and nowhere else."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.linking.spelling import stands_alone, units


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg's", ["Anna", " ", "Berg", "'", "s"]),
        ("the U.S.A. says", ["the", " ", "U.S.A", ".", " ", "says"]),
        ("O'Brien", ["O'Brien"]),
        ("l'Ukraine", ["l'", "Ukraine"]),
        ("Лук'янов", ["Лук'янов"]),
        ("D'Arcy, d'Arcy", ["D'Arcy", ",", " ", "d'", "Arcy"]),
        ("Ankara'da", ["Ankara", "'", "da"]),
        ("Moscow-based", ["Moscow", "-", "based"]),
        ("за\u0301мок", ["за\u0301мок"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_words_and_signs(text, expected):
    assert units(text) == expected


@given(st.text("aAzL'. -_1bBÉéЯяї,²", max_size=12))
def test_the_cuts_are_where_a_name_may_end_and_another_begin(text):
    cuts = {0, *accumulate(map(len, units(text)))}
    for at in range(len(text) + 1):
        assert (at in cuts) == (stands_alone(text, 0, at) and stands_alone(text, at, len(text)))


@given(st.text(max_size=50))
def test_the_units_are_the_text(text):
    assert "".join(units(text)) == text

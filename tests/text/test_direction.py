"""Which way a language and a stretch of text run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.text.direction import direction_in, direction_of, is_against

FROM_THE_RIGHT = "ar he fa ur yi dv ckb ar-EG az-Arab pa-Arab ku-Arab ff-Adlm en-Hebr"
FROM_THE_LEFT = "en uk zh-Hant az sr-Latn ar-Latn he-Latn-IL ks-Deva tlh x-klingon en-GB-oxendict"


@pytest.mark.parametrize("language", FROM_THE_RIGHT.split())
def test_languages_in_these_scripts_run_from_the_right(language):
    assert direction_of(language) == "rtl"


@pytest.mark.parametrize("language", FROM_THE_LEFT.split())
def test_and_others_from_the_left_and_what_is_unknown(language):
    assert direction_of(language) == "ltr"


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Talks in Vienna", "ltr"),
        ("محادثات في فيينا", "rtl"),
        ("שיחות", "rtl"),
        ("Anna said: محادثات, and left", "ltr"),
        ("قالت Anna إنه لم يُتفق على أي نص", "rtl"),
        ("1,500 – 2,000", None),
        ("", None),
        ("\u200f\u0661\u0662", None),  # a mark and digits are no letters
    ],
)
def test_a_text_runs_as_most_of_its_letters_do(text, direction):
    assert direction_in(text) == direction


@given(st.text(), st.sampled_from(["ltr", "rtl"]))
def test_it_is_against_what_it_stands_in_if_it_runs_the_other_way(text, direction):
    assert is_against(text, direction) == (direction_in(text) not in {direction, None})

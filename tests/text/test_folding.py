"""Folding: typography aside, two texts that say the same words are equal; others are not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.text.folding import fold, folded

TYPOGRAPHY = "’‘“”«»–—‐…\u00ad\u200b\u00a0\u202f \n\t\u0301\u0308'\"-.`´\u034f\u2060"
texts = st.text(st.one_of(st.sampled_from(TYPOGRAPHY + "abй"), st.characters(codec="utf-8")))


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("can’t ‘stop’", "can't 'stop'"),
        ("О\u02bcБраєн", "О'Браєн"),
        ("“yes” «да» „ja‟", '"yes" "да" "ja"'),
        ("2014–2015 — or ‑ so", "2014-2015 - or - so"),
        ("wait…", "wait..."),
        ("a\u00a0b\u202fc\u2009d", "a b c d"),
        ("a  b\n\nc\td", "a b c d"),
        ("  edges \n", "edges"),
        ("Zelen\u00adskyy", "Zelenskyy"),
        ("a\u200bb\u200dc\ufeffd\u2060e", "abcde"),
        ("cafe\u0301", "café"),
        ("и\u0306", "й"),
        ("\u09c7\u09be", "\u09cb"),
        ("\u1112\u1161\u11ab", "한"),
        ("e\u00ad\u0301", "é"),
        ("a \u200b b", "a b"),
        ("", ""),
        ("\u200b", ""),
    ],
)
def test_typography_is_evened_out(written, form):
    assert folded(written) == form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("US", "us"),
        ("30", "３０"),
        ("cafe", "café"),
        ("не", "ні"),
        ("Acme", "Асmе"),
        ("1,5", "1.5"),
        ("cannot", "can not"),
        ("now here", "nowhere"),
        ("co-op", "coop"),
        ("½", "1/2"),
        ("ﬁne", "fine"),
    ],
)
def test_words_are_not(one, other):
    assert folded(one) != folded(other)


@given(texts)
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


@given(texts)
def test_composed_and_decomposed_letters_fold_alike(text):
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert folded(composed) == folded(decomposed) == folded(text)


@given(texts)
def test_nothing_but_single_spaces_within_is_white(text):
    form = folded(text)
    assert form == " ".join(form.split())


@given(texts, st.data())
def test_every_stretch_comes_from_the_stretch_that_says_so(text, data):
    form = fold(text)
    if not form.text:
        return
    start = data.draw(st.integers(0, len(form.text) - 1))
    end = data.draw(st.integers(start + 1, len(form.text)))
    begin, stop = form.span(start, end)
    assert 0 <= begin < stop <= len(text)
    assert form.text[start:end].strip(" ") in folded(text[begin:stop])


@given(texts)
def test_positions_never_go_back(text):
    form = fold(text)
    assert len(form.starts) == len(form.ends) == len(form.text)
    assert list(form.starts) == sorted(form.starts)
    assert list(form.ends) == sorted(form.ends)
    assert all(start < end for start, end in zip(form.starts, form.ends, strict=True))


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_plain_ascii_is_its_own_form_but_for_spaces_and_backquotes(text):
    assert folded(text) == " ".join(text.split()).replace("`", "'")


def test_marks_without_end_are_left_as_they_are():
    marks = "\u0f72\u0f71" * 100_000
    assert folded(f"a{marks}b") == f"a{marks}b"
    assert folded("a\u0323\u0301") == folded("a\u0301\u0323")


@pytest.mark.parametrize("first", range(0, 0x3000, 0x100))
def test_a_character_folds_alike_by_itself_and_among_others(first):
    for char in map(chr, range(first, first + 0x100)):
        apart = fold(f"x{char}\u00ady")  # what does not show is folded sign by sign
        among = fold(f"x{char}y")
        assert apart.text == among.text
        assert among.span(0, 1)[0] == 0
        assert among.ends[-1] == len(f"x{char}y")

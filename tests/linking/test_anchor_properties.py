"""Any edit of an article leaves a note on its own words or reported, whatever the edit."""

from unittest.mock import patch

from hypothesis import assume, given
from hypothesis import strategies as st

from postil.linking import anchors
from postil.linking.anchors import Searched, anchor
from postil.model.dates import parse_edtf
from postil.model.records import Note
from postil.text.folding import folded

STANDING = {"exact", "normalised"}
VOCABULARY = ["peace", "talks", "can’t", "troops", "Anna", "Tom", "before", "after", "30", "60"]
WORDS = st.lists(st.sampled_from(VOCABULARY), min_size=8, max_size=30)


def verdict(quote, text, quotes=1):
    return anchor(Note(by="x", date=parse_edtf("2025"), quote=quote), Searched(text, quotes))


@st.composite
def quoted(draw, of=WORDS):
    """The words of a text, and the first and last of a quote in it that stands there once."""
    words = draw(of)
    start = draw(st.integers(0, len(words) - 3))
    end = draw(st.integers(start + 2, len(words)))
    assume(verdict(" ".join(words[start:end]), " ".join(words)).state == "exact")
    return words, start, end


@given(quoted(), st.data())
def test_words_outside_the_quote_may_change_at_will(case, data):
    words, start, end = case
    before = data.draw(st.lists(st.sampled_from(["one", "two"])))
    after = data.draw(st.lists(st.sampled_from(["three", "four"])))
    text = " ".join([*before, *words[start:end], *after])
    found = verdict(" ".join(words[start:end]), text)
    assert found.state == "exact"
    assert text[found.span.start : found.span.end] == " ".join(words[start:end])


@given(quoted(), st.data())
def test_a_word_put_in_is_reported(case, data):
    words, start, end = case
    at = data.draw(st.integers(start + 1, end - 1))
    edited = [*words[:at], "not", *words[at:]]
    assert verdict(" ".join(words[start:end]), " ".join(edited)).state not in STANDING


@given(quoted(), st.data())
def test_a_word_taken_out_or_replaced_is_reported(case, data):
    words, start, end = case
    at = data.draw(st.integers(start, end - 1))
    instead = data.draw(st.sampled_from([[], ["instead"], ["3,000"]]))
    edited = [*words[:at], *instead, *words[at + 1 :]]
    found = verdict(" ".join(words[start:end]), " ".join(edited))
    if found.state in STANDING:  # the same words stand elsewhere, or were repeated
        assert f" {' '.join(words[start:end])} " in f" {' '.join(edited)} "


@given(quoted(), st.sampled_from([("Anna", "Tom"), ("before", "after"), ("30", "60")]))
def test_two_words_swapped_are_reported(case, pair):
    words, start, end = case
    swap = dict([pair, pair[::-1]])
    quote = words[start:end]
    assume(set(quote) & set(pair))
    edited = " ".join(swap.get(word, word) for word in words)
    found = verdict(" ".join(quote), edited)
    assert found.state not in STANDING or f" {' '.join(quote)} " in f" {edited} "


@given(quoted(), st.integers(0, 9), st.data())
def test_a_digit_more_is_reported(case, digit, data):
    words, start, end = case
    numbers = [at for at in range(start, end) if words[at].isdigit()]
    assume(numbers)
    at = data.draw(st.sampled_from(numbers))
    form = data.draw(st.sampled_from(["{0}{1}", "{1}{0}", "{0},{1}00", "{0}.{1}", "{0} {1}00"]))
    edited = [*words[:at], form.format(words[at], digit), *words[at + 1 :]]
    assert verdict(" ".join(words[start:end]), " ".join(edited)).state not in STANDING


RETYPED = {"’": ["'", "ʼ", "‘", "`"], " ": ["\u00a0", "  ", "\n", " \u200b"], "a": ["a\u00ad"]}


@given(quoted(), st.data())
def test_typography_alone_leaves_a_note_standing(case, data):
    words, start, end = case
    quote = " ".join(words[start:end])
    retyped = "".join(
        data.draw(st.sampled_from([char, *RETYPED.get(char, [])])) for char in quote[:-1]
    )
    found = verdict(retyped + quote[-1], " ".join(words))
    assert found.state in STANDING
    assert " ".join(words)[found.span.start : found.span.end] == quote


@given(st.text(max_size=60), st.text(min_size=1, max_size=20).filter(str.strip))
def test_where_a_note_stands_its_words_are(text, quote):
    found = verdict(quote, text)
    if found.state == "exact":
        assert text[found.span.start : found.span.end] == quote.strip()
    elif found.state == "normalised":
        assert folded(text[found.span.start : found.span.end]) == folded(quote)
    else:
        assert found.span is None


@given(st.text("abé '’-\u00ad.", max_size=60), st.text("abé '-", min_size=1, max_size=4))
def test_words_that_stand_in_others_all_the_time_stand_where_they_did(text, quote):
    verdicts = []
    for fewest in (0, 1_000):  # after so many places, what stands inside others is passed over
        with patch.object(anchors, "_FEWEST_PLACES", fewest):
            verdicts.append(verdict(quote, text, fewest or 1))  # another number, for the cache
    assert verdicts[0] == verdicts[1]

"""Two versions of a text, laid side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.text.alignment import Version, align, blocks, counterpart
from postil.text.sentences import Span, sentences

SEQUENCES = st.lists(st.sampled_from("abcd"), max_size=30)
TEXTS = st.lists(
    st.sampled_from(["peace", "talks", "Anna.", "“no”", "1,500", "the", "\n\n", "so… ", "é"])
).map(" ".join)


def version(text):
    return Version(text, sentences(text, "en"))


def in_place_of(words, before, after):
    """What stands in `after` in the place of words of `before`."""
    one, other = version(before), version(after)
    start = before.index(words)
    span = Span(start, start + len(words))
    return other.text_of(counterpart(tuple(align(one, other)), one.words_in(span)))


@given(SEQUENCES, SEQUENCES)
def test_blocks_give_both_sequences_whole_and_in_order(before, after):
    found = list(blocks(before, after))
    assert [before[i] for block in found for i in block.before] == before
    assert [after[i] for block in found for i in block.after] == after


@given(SEQUENCES, SEQUENCES)
def test_blocks_that_are_alike_are_and_the_others_differ(before, after):
    for block in blocks(before, after):
        old, new = [before[i] for i in block.before], [after[i] for i in block.after]
        assert (old == new) == block.is_alike


@given(TEXTS, TEXTS)
def test_texts_are_aligned_whole_and_in_order(before, after):
    one, other = version(before), version(after)
    found = list(align(one, other))
    assert [i for block in found for i in block.before] == list(range(len(one.words)))
    assert [i for block in found for i in block.after] == list(range(len(other.words)))


@given(TEXTS)
def test_every_word_stands_in_the_place_of_itself(text):
    same = version(text)
    aligned = tuple(align(same, same))
    for number in range(len(same.words)):
        word = range(number, number + 1)
        assert counterpart(aligned, word) == word
        sentence = same.whole_sentences(word)
        assert word.start in sentence
        assert same.text_of(word) in same.text_of(sentence)


@given(TEXTS)
def test_the_words_are_the_text_from_end_to_end(text):
    found = version(text)
    assert found.text_of(range(len(found.words))) == text.strip()


@pytest.mark.parametrize(
    ("words", "before", "after", "now"),
    [
        ("30 days", "It goes on for 30 days.", "It goes on for 60 days.", "60 days"),
        ("30 days", "It goes on for 30 days.", "It goes on for a week.", "a week"),
        ("30 days", "It goes on for 30 days.", "It goes on.", ""),
        ("goes on", "It goes on.", "It never goes on.", "goes on"),
        ("goes on", "It goes on.", "It goes right on.", "goes right on"),
        ("the talks", "Anna led the talks. It is the end.", "Anna left. It is the end.", "left"),
        ("Anna left", "Anna left. Tom came.", "Tom came.", ""),
        ("Anna left", "Anna left. Tom came.", "New words. Anna left. Tom came.", "Anna left"),
    ],
)
def test_what_stands_in_the_place_of_words(words, before, after, now):
    assert in_place_of(words, before, after) == now


@pytest.mark.parametrize("words", ["a b. ", "a", ".", "a b ", "a\n\n"])
def test_long_texts_that_differ_all_over_are_compared_in_no_time(words):
    before, after = version(words * 20_000), version(words.replace("a", "c") * 20_000 + "x")
    assert len(list(align(before, after))) <= 3

"""Files of words cut smaller: nothing is lost, and what begins alike stays together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.engines.cbor import array, head_at, head_of, split, text, text_of
from postil.engines.pagefind_words import in_small_files

UNSIGNED, NEGATIVE = 0, 1

LARGEST = 100

numbers = st.one_of(st.integers(0, 30), st.integers(0, 2**32 - 1))
locations = st.lists(
    st.tuples(st.sampled_from([UNSIGNED, NEGATIVE]), numbers).map(lambda it: head_of(*it)),
    max_size=4,
).map(array)
pages = st.lists(
    st.tuples(numbers.map(lambda n: head_of(UNSIGNED, n)), locations, locations).map(
        lambda parts: array(list(parts))
    ),
    max_size=3,
).map(array)
letters = st.text("abзé\N{GRINNING FACE}", min_size=1, max_size=5) | st.just("long" * 99)
variants = st.lists(
    st.tuples(letters.map(text), pages).map(lambda parts: array(list(parts))), max_size=1
).map(array)


@st.composite
def files_of_words(draw):
    """A file as Pagefind writes one, of words in their order."""
    words = sorted(draw(st.sets(letters, max_size=12)))
    return array([array([array([text(it), draw(pages), draw(variants)]) for it in words])])


def words_in(content):
    """What is known of each word in a file, encoded."""
    _, (words,) = split(content)
    return split(words)[1]


def word_of(known):
    return text_of(split(known)[1][0])


@given(files_of_words())
def test_every_word_is_in_one_file_and_their_order_stays(content):
    small = list(in_small_files(content, LARGEST))
    assert [it for file in small for it in words_in(file.content)] == words_in(content)


@given(files_of_words())
def test_a_file_is_told_by_its_first_and_last_word(content):
    for file in in_small_files(content, LARGEST):
        words = [word_of(it) for it in words_in(file.content)]
        assert (file.first, file.last) == (words[0], words[-1])


@given(files_of_words())
def test_words_that_begin_alike_are_in_one_file(content):
    begun = [{word_of(it)[:3] for it in words_in(f.content)} for f in in_small_files(content, 0)]
    assert [len(alike) for alike in begun] == [1] * len(begun)
    assert len(set.union(set(), *begun)) == len(begun)


@given(files_of_words())
def test_a_file_is_too_large_only_where_its_words_begin_alike(content):
    for file in in_small_files(content, LARGEST):
        words = words_in(file.content)
        alike = {word_of(it)[:3] for it in words}
        assert len(alike) == 1 or sum(map(len, words)) <= LARGEST


def test_a_file_of_another_form_is_refused():
    content = array([array([array([text("word"), array([])])])])
    with pytest.raises(ValueError, match="1 words in which 0 were found"):
        list(in_small_files(content))


@pytest.mark.parametrize("number", [0, 23, 24, 255, 256, 65_535, 65_536, 2**32 - 1, 2**32])
def test_a_head_is_read_as_it_was_written(number):
    head = head_of(UNSIGNED, number)
    assert head_at(head, 0) == (UNSIGNED, number, len(head))

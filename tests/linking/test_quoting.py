"""A quotation made for a stretch of a text leads back to it and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.linking.anchors import Searched, resolve
from postil.linking.quoting import nearest_parts, quotation_at
from postil.model.records import Quotation
from postil.model.values import HIDDEN
from postil.text.folding import folded
from postil.text.sentences import Span
from postil.text.words import cuts_a_word

FEW = ["peace", "talks", "can’t", "30", "000", "said.", "(Anna)", "–", "é", "e\u0301", "\n\n", "до"]
REPETITIVE = st.lists(st.sampled_from(FEW), min_size=1, max_size=40).map(" ".join)
ANY = st.text(max_size=80)
TEXTS = st.one_of(REPETITIVE, ANY)


@st.composite
def stretches(draw, texts=TEXTS):
    """A text and any stretch of it that begins and ends at words, and is not empty."""
    text = draw(texts.filter(str.strip))
    edges = [at for at in range(len(text) + 1) if not cuts_a_word(text, at)]
    start = draw(st.sampled_from([at for at in edges if text[at:].strip()]))
    end = draw(st.sampled_from([at for at in edges if text[start:at].strip()]))
    return text, Span(start, end)


def quote(text, words, nth=0):
    """The quotation of the `nth` place at which the words stand."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return quotation_at(Searched(text), Span(at, at + len(words)))


@given(stretches())
def test_a_quotation_leads_back_to_its_stretch(case):
    text, span = case
    found = quotation_at(Searched(text), span)
    if found:
        anchor = resolve(found, Searched(text))
        assert (anchor.state, anchor.span) == ("exact", span)


@given(stretches(REPETITIVE))
def test_in_a_short_text_only_white_edges_prevent_a_quotation(case):
    text, span = case
    words = text[span.start : span.end]
    assert (quotation_at(Searched(text), span) is None) == (words != words.strip())


@given(stretches(ANY))
def test_words_without_a_quotation_are_hidden_or_white_at_the_edge_or_stand_twice(case):
    text, span = case
    words = text[span.start : span.end]
    if quotation_at(Searched(text), span) is None:
        again = text.find(words, text.find(words) + 1) > 0
        assert HIDDEN.search(words) or words != words.strip() or not folded(words) or again


@given(st.lists(st.sampled_from(FEW), min_size=1, max_size=30), st.data())
def test_where_every_word_is_another_each_stretch_has_a_quotation(words, data):
    words = [f"{word}x{at}" for at, word in enumerate(words) if word.strip()]
    text = " ".join(words)
    start = data.draw(st.integers(0, max(0, len(words) - 1)))
    end = data.draw(st.integers(start + 1, max(start + 1, len(words))))
    quoted = " ".join(words[start:end])
    if quoted:
        assert quote(text, quoted) == Quotation(exact=quoted)


@given(stretches(REPETITIVE))
def test_the_context_is_cut_at_whole_words(case):
    text, span = case
    found = quotation_at(Searched(text), span)
    if found and found.prefix:
        begins = [at for at in range(span.start) if settled(text[at : span.start]) == found.prefix]
        assert not all(cuts_a_word(text, at) for at in begins)
    if found and found.suffix:
        places = range(span.end, len(text) + 1)
        ends = [at for at in places if settled(text[span.end : at]) == found.suffix]
        assert not all(cuts_a_word(text, at) for at in ends)


def settled(words):
    """Words with single spaces between them."""
    return " ".join(words.split())


@pytest.mark.parametrize(
    ("text", "words", "nth", "quotation"),
    [
        ("A plan. It is good.", "It is good", 0, Quotation(exact="It is good")),
        ("The council met. The council slept.", "council", 0, ("", "met")),
        ("The council met. The council slept.", "council", 1, ("", "slept")),
        ("He met the council. She met the council.", "council", 1, ("She met the", "")),
        ("a b a c d b a c", "a", 1, ("", "c d")),
        ("x a y. z a y. x a w.", "a", 0, ("x", "y")),
        ("no no", "no", 0, ("", "no")),
        ("no no", "no", 1, ("no", "")),
        ("no no no", "no", 1, ("no", "no")),
        ("30 000 men, 000 men", "men", 0, ("", ", 000")),
    ],
)
def test_the_fewest_words_around_that_tell_a_place_from_the_others(text, words, nth, quotation):
    if isinstance(quotation, tuple):
        prefix, suffix = quotation
        quotation = Quotation(exact=words, prefix=prefix, suffix=suffix)
    assert quote(text, words, nth) == quotation


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("can't", Span(0, 3)),
        ("1,500 pages", Span(2, 11)),
        ("one two", Span(3, 7)),
        ("one two", Span(0, 4)),
        ("one two", Span(3, 4)),
        ("one two", Span(2, 2)),
        ("one \u200ftwo", Span(0, 8)),
        ("so " * 200 + "on", Span(300, 302)),
        ("so " * 3_000, Span(0, 2)),
    ],
)
def test_what_cannot_be_quoted_has_no_quotation(text, span):
    assert quotation_at(Searched(text), span) is None


def test_of_a_very_long_stretch_the_ends_are_quoted():
    text = " ".join(f"word{at}" for at in range(400))
    found = quotation_at(Searched(text), Span(0, len(text)))
    assert found.exact.startswith("word0 word1 ")
    assert " word11 […] word388 " in found.exact
    assert found.exact.endswith(" word399")


def test_two_long_stretches_with_the_same_ends_are_told_apart():
    half = " ".join(f"word{at}" for at in range(300))
    text = f"First {half}. Second {half}."
    start = text.rindex("word0 ")
    found = quotation_at(Searched(text), Span(start, len(text) - 1))
    assert found is not None
    assert resolve(found, Searched(text)).span == Span(start, len(text) - 1)


@pytest.mark.parametrize(
    ("exact", "now"),
    [
        ("a plan of ten pages", ["a plan of 12 pages"]),
        ("The councils have […] will meet soon", ["The council has", "will meet again"]),
        ("will meet again […] The council has", []),
        ("The council has […] the boats leave at noon", []),
    ],
)
def test_the_nearest_words_to_each_part_of_a_quote(exact, now):
    text = "The council has a plan of 12 pages. They will meet again."
    spans = nearest_parts(Quotation(exact=exact), Searched(text))
    assert [text[span.start : span.end] for span in spans] == now

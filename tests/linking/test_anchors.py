"""A note stands on its own words or it does not stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.linking.anchors import Searched, anchor
from postil.model.dates import parse_edtf
from postil.model.records import Note, Quotation
from postil.text.document import read_document

PLAIN = read_document(
    """Anna said “yes” — the *talks* go on in [Vienna](https://example.org/) for 30,000 days.

> They can't agree on non-nuclear terms.

- The first item was signed.
- The second item was not signed.

| A | B |
|---|---|
| cell one | cell two |

The end came. The end came."""
).plain


def verdict(quote, text=PLAIN, **around):
    quotation = Quotation(exact=quote, **around) if around else quote
    note = Note(by="x", date=parse_edtf("2025"), quote=quotation)
    return anchor(note, Searched(text))


@pytest.mark.parametrize(
    ("quote", "state"),
    [
        ("the talks go on in Vienna", "exact"),
        ('"yes" - the talks', "normalised"),
        ("agree on non-nuclear terms", "exact"),
        ("second item was not signed", "exact"),
        ("cell one", "exact"),
        ("Anna said […] second item", "exact"),
        ("Anna said [...] second item", "exact"),
        ("The end came", "ambiguous"),
        ("the talks go on in Berlin for 30,000 days", "changed"),
        ("The second item was signed", "changed"),
        ("Nothing of the kind ever stood anywhere here at all, quite plainly", "lost"),
        ("They can", "changed"),
        ("agree on non", "changed"),
        ("for 30", "changed"),
        ("go o", "changed"),
    ],
)
def test_the_verdict(quote, state):
    assert verdict(quote).state == state


def test_prefix_and_suffix_leave_one_of_several():
    found = verdict("The end came", prefix="The end came.")
    assert found.state == "exact"
    assert found.span.start == PLAIN.rindex("The end came")


def test_a_note_does_not_slide_to_an_equal_passage_when_its_own_is_cut():
    cut = PLAIN.replace("The end came. The end came.", "The end came.")
    assert verdict("The end came", cut, prefix="came. ", suffix=" They").state == "changed"


VOCABULARY = ["peace", "talks", "troops", "not", "30", "60", "before", "after", "Anna", "Tom"]
WORDS = st.lists(st.sampled_from(VOCABULARY), min_size=8, max_size=30)


@given(WORDS, st.data())
def test_any_changed_word_is_never_called_standing(words, data):
    start = data.draw(st.integers(0, len(words) - 3))
    end = data.draw(st.integers(start + 2, len(words)))
    at = data.draw(st.integers(start, end - 1))
    quote = " ".join(words[start:end])
    changed = [*words[:at], "UNLIKE", *words[at + 1 :]]
    found = verdict(quote, " ".join(changed))
    if found.state in {"exact", "normalised"}:
        text = " ".join(changed)
        assert text[found.span.start : found.span.end] == quote


@given(WORDS)
def test_typography_alone_leaves_a_note_standing(words):
    text = "“" + "  ".join(words) + "” – so it’s said"
    quote = '"' + " ".join(words) + "\" - so it's said"
    assert verdict(quote, text).state == "normalised"

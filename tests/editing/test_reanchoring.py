"""A quote is brought to the words as they stand, and the note remembers what it quoted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archives import FIXTURE, NOTE, note
from postil.editing.note_file import Signature, quote_value
from postil.editing.reanchoring import places_for, quotation_for, reanchored
from postil.editing.source import source_of
from postil.linking.anchors import Searched, quotation, resolve
from postil.model.archive import NoteRecord, Target
from postil.model.records import Quotation
from postil.reading.discover import RecordFile
from postil.reading.records import parse

FILE = RecordFile(NOTE, "note", Target("articles", "vienna"))
TEXT = (
    "Anna Berg opened the talks in Vienna. She said that no draft had been agreed.\n\n"
    "The talks go on for 60 days. No talks went on for so long."
)
SIGNATURE = Signature("ivo", "2025-06-01")


def proposed(exact, place=0):
    """The quotation that a quote is brought to, and the words on which it stands."""
    text, quote = Searched(TEXT), Quotation(exact=exact)
    places = places_for(quote, text)
    if not places:
        return None
    found = quotation_for(quote, text, places[place])
    assert resolve(found, text).state == "exact"
    assert resolve(found, text).span == places[place]
    return quote_value(found)


@pytest.mark.parametrize(
    ("exact", "now"),
    [
        ("no text had been agreed", "no draft had been agreed"),
        ("The talks go on for 30 days", "The talks go on for 60 days"),
        (
            "Anna Berg starts the talks […] no draft had",
            "Anna Berg opened the talks […] no draft had",
        ),
        ("opened the talks […] for 30 days", "opened the talks […] for 60 days"),
        ("The moon is made of green cheese", None),
        ("opened the talks […] The moon is made of green cheese", None),
    ],
)
def test_a_changed_quote_is_brought_to_the_nearest_words_in_its_own_form(exact, now):
    assert proposed(exact) == now


@pytest.mark.parametrize(
    ("exact", "place", "now"),
    [
        ("talks", 0, {"exact": "talks", "suffix": "in"}),
        ("talks", 2, {"exact": "talks", "suffix": "went"}),
        ("Anna Berg […] talks", 1, {"exact": "Anna Berg […] talks", "suffix": "go"}),
    ],
)
def test_one_of_several_places_is_told_apart_by_what_stands_around_it(exact, place, now):
    assert proposed(exact, place) == now


def accepted(raw, quote):
    source = source_of(raw.encode(), NOTE)
    record, _ = parse(source.text, FILE)
    after = reanchored(source, record, quote, SIGNATURE)
    made, faults = parse(after.text, FILE)
    assert isinstance(made, NoteRecord), faults
    return record, after, made


NOTES = {
    path.name: path.read_text(encoding="utf-8")
    for path in sorted((FIXTURE / "articles/2025/lorn-talks.notes").glob("*.md"))
    if "\nwhole:" not in path.read_text(encoding="utf-8")
}
QUOTES = [
    Quotation(exact="new"),
    Quotation(exact="a: b", prefix="x"),
    Quotation(exact="long " * 60 + "x"),
]


@pytest.mark.parametrize(
    "raw", [*NOTES.values(), note(), note(quote={"exact": "a", "suffix": "b"})]
)
@pytest.mark.parametrize("quote", QUOTES, ids=["short", "in parts", "long"])
def test_the_note_quotes_the_new_words_and_remembers_the_old(raw, quote):
    record, _, made = accepted(raw, quote)
    assert quotation(made.data) == quote
    *before, entry = made.data.reanchored
    assert tuple(before) == record.data.reanchored
    assert (str(entry.at), entry.by, entry.from_) == (
        "2025-06-01",
        "ivo",
        quotation(record.data).exact,
    )
    assert made.body == record.body


@given(st.lists(st.sampled_from(QUOTES), min_size=20, max_size=20))
def test_twenty_acceptances_change_nothing_but_quote_and_history(quotes):
    raw = "---\n# mine\nby: ivo # me\ndate: 2025-03-05\nquote: old\n\nx-a: 1\n---\n\nSo.  \n"
    raw = raw.replace("ivo # me", "'ivo' # me")
    for quote in quotes:
        _, source, made = accepted(raw, quote)
        raw = source.raw
    assert len(made.data.reanchored) == 20
    assert raw.startswith("---\n# mine\nby: 'ivo' # me\ndate: 2025-03-05\nquote:")
    head, fence, body = raw.partition("\n---\n")
    assert "\n\nx-a: 1\nreanchored:\n  - at: 2025-06-01\n" in head
    assert fence + body == "\n---\n\nSo.  \n"

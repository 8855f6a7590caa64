"""Which notes a change touches, and what is told of each."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from archives import ARTICLE, NOTE, article, note, record
from postil.diagnostics.diagnostic import as_text
from postil.linking.touched import touched_notes
from postil.model.archive import Settings
from postil.reading.assemble import assemble
from postil.reading.discover import record_files
from postil.reading.records import read_files

TOPIC = {"docs/topics/talks.md": record(name="Talks", summary="Who talks.")}
ANALYST = {"docs/analysts/ivo.md": record(name="Ivo Lind")}
FOLDER = "articles/2025/vienna.notes"

TEXT = "She had met nobody. No text had been agreed by then. The talks go on for 30 days."
BEFORE = {ARTICLE: article(TEXT), NOTE: note(quote="text had been agreed")}


def read(files):
    reading = read_files(record_files(files), files.__getitem__)
    archive, _ = assemble(reading, Settings())
    return archive


def told(before, now):
    """What is told of the notes, by their ids."""
    common = TOPIC | ANALYST
    found = sorted(touched_notes(read(common | before), read(common | now)))
    return {item.place.path.rpartition("/")[2].removesuffix(".md"): as_text(item) for item in found}


def now(**changes):
    """What is told of the one note when the text has these words instead of others."""
    text = TEXT
    for old, new in changes.pop("words", {}).items():
        assert old in text
        text = text.replace(old, new)
    files = {ARTICLE: article(text), NOTE: note(**{"quote": "text had been agreed"} | changes)}
    return told(BEFORE, files).get("first", "")


@pytest.mark.parametrize(
    ("words", "diff"),
    [
        ({"agreed": "signed"}, "The words of this note changed: “text had been [-agreed-]"),
        ({"been agreed": "not been agreed"}, "changed: “text had {+not+} been agreed”"),
        ({"text had been agreed": "draft is here"}, "“[-text had been agreed-] {+draft is here+}”"),
        ({" No text had been agreed by then.": ""}, "changed: “[-text had been agreed-]”"),
        ({"No text": "The text"}, "The sentence of this note changed: “[-No-] {+The+} text had"),
        ({"by then": "by now"}, "text had been agreed by [-then.-] {+now.+}”"),
        ({"by then.": "by then!"}, "The sentence of this note changed"),
        ({"nobody. No": "nobody, no"}, "The sentence of this note changed"),
    ],
)  # fmt: skip
def test_a_changed_word_of_the_passage_or_its_sentence_is_told(words, diff):
    assert diff in now(words=words)


@pytest.mark.parametrize(
    "words",
    [
        {"nobody": "somebody"},
        {"30 days": "60 days"},
        {"She had met nobody. ": ""},
        {"No text": "No  text"},
        {"then. The": "then.\n\nThe"},
        {"No text had": "No text\nhad"},
        {"No text had been": "*No text* had [been](https://example.org/)"},
        {TEXT: "The talks go on for 30 days. No text had been agreed by then. She had met nobody."},
        {TEXT: "Before. No text had been agreed by then.\n\nAfter."},
    ],
)
def test_what_changes_no_word_of_the_sentence_is_not_told(words):
    assert now(words=words) == ""


def test_words_that_stand_in_another_sentence_now_are_told():
    words = {"text had been agreed by then": "talks failed", "30 days": "30 text had been agreed"}
    assert "The sentence of this note changed" in now(words=words)


def test_a_note_that_was_quoted_anew_is_told_all_the_same():
    words = {"agreed": "signed"}
    anew = now(words=words, quote="text had been signed")
    assert anew.startswith(f"{NOTE}:4:8: [touched-note] The words of this note changed: ")
    assert "“text had been [-agreed-] {+signed+}”" in anew


def test_a_note_that_was_moved_to_other_words_of_an_unchanged_text_is_told():
    assert "[-text had been agreed-] {+30 days.+}" in now(quote="30 days.")


def test_a_note_that_was_moved_to_the_whole_text_and_back_is_told():
    assert "The note was on “text had been agreed” before" in now(quote=None, whole=True)
    whole = {ARTICLE: article(TEXT), NOTE: note(quote=None, whole=True)}
    assert "The note was on the whole text before" in told(whole, BEFORE)["first"]


def test_a_change_between_the_ends_of_a_long_passage_is_told():
    quote = "She had met […] 30 days"
    before = {ARTICLE: article(TEXT), NOTE: note(quote=quote)}
    after = {ARTICLE: article(TEXT.replace("by then", "by now")), NOTE: note(quote=quote)}
    assert "agreed by [-then.-] {+now.+} The talks" in told(before, after)["first"]


def test_of_a_note_on_the_whole_text_the_change_is_summed_up():
    before = {ARTICLE: article(TEXT), NOTE: note(quote=None, whole=True)}
    text = TEXT.replace("30", "60").replace("nobody", "somebody")
    found = told(before, {ARTICLE: article(text), NOTE: note(quote=None, whole=True)})
    assert (
        f"{NOTE}:4:8: [touched-note] The text changed in 2 places: “She had met [-nobody"
        in (found["first"])
    )


def test_an_ambiguous_quote_whose_own_sentence_is_the_same_is_not_touched():
    assert now(words={"30 days": "30 days, and text had been agreed"}) == ""


@pytest.mark.parametrize("status", ["retracted", "superseded"])
def test_a_note_that_was_taken_back_before_is_not_told(status):
    taken_back = note(quote="agreed", status=status, reason="It was wrong.")
    before = {ARTICLE: article(TEXT), NOTE: taken_back}
    assert told(before, {ARTICLE: article("Other words."), NOTE: taken_back}) == {}


def test_a_note_that_is_taken_back_with_the_change_is_told():
    assert now(words={"agreed": "signed"}, status="retracted", reason="It was wrong.")


def test_what_is_gone_is_left_to_the_addresses():
    assert told(BEFORE, {ARTICLE: article(TEXT)}) == {}
    assert told(BEFORE, {}) == {}
    assert now(status="draft") == ""


def test_a_renamed_article_takes_its_notes_along():
    path = "articles/2025/vienna-talks.md"
    renamed = {path: article(TEXT, redirects=["vienna"])}
    notes = {path.replace(".md", ".notes/first.md"): BEFORE[NOTE]}
    assert told(BEFORE, renamed | notes) == {}
    changed = {path: article(TEXT.replace("agreed", "signed"), redirects=["vienna"])}
    assert "[-agreed-]" in told(BEFORE, changed | notes)["first"]


def test_the_notes_of_a_withdrawn_article_are_told():
    assert "articles/vienna was withdrawn" in told(
        BEFORE, BEFORE | {ARTICLE: article(TEXT, status="withdrawn")}
    ).get("first", "")


def test_a_new_note_and_an_unchanged_archive_have_nothing_to_tell():
    assert told(BEFORE, BEFORE) == {}
    assert told({ARTICLE: article(TEXT)}, BEFORE) == {}


WORDS = ["peace", "talks", "can’t", "troops", "Anna", "Tom", "before", "after", "30", "60"]
TYPESET = ["peace", "can’t", "non-binding", "Mr.", "so…", "“Tom,”", "café", "–", "30", "60"]
TYPOGRAPHY = st.sampled_from(
    [
        ("’", "'"),
        ("“", '"'),
        ("…", "..."),
        ("–", "—"),
        ("-", "\u2010"),
        ("é", "e\u0301"),
        ("peace", "pea\u00adce"),
        (" ", "  "),
        (" ", "\n"),
        (" ", "\u00a0"),
        (". ", ".\n\n"),
    ]
)


def annotated(words):
    """Sentences that each begin with a word of their own, on which a note can stand."""
    sentences = st.lists(st.sampled_from(words), min_size=2, max_size=6).map(" ".join)
    return st.lists(sentences, min_size=1, max_size=6).map(
        lambda many: [f"Word{number} {sentence}." for number, sentence in enumerate(many)]
    )


def archive_of(sentences, count, join=" "):
    """The sentences as an article with a note on each of the first, and one on the whole text."""
    notes = {f"{FOLDER}/n{n}.md": note(quote=f"Word{n}") for n in range(count)}
    whole = {f"{FOLDER}/whole.md": note(quote=None, whole=True)}
    return {ARTICLE: article(join.join(sentences))} | notes | whole


@given(annotated(TYPESET), st.lists(TYPOGRAPHY))
def test_typography_touches_no_note(sentences, edits):
    before = archive_of(sentences, len(sentences))
    text = " ".join(sentences)
    for old, new in edits:
        text = text.replace(old, new)
    assert told(before, before | {ARTICLE: article(text)}) == {}


@given(annotated(TYPESET), st.randoms(use_true_random=False), st.sampled_from([" ", "\n\n"]))
def test_moving_sentences_touches_no_note(sentences, random, join):
    before = archive_of(sentences, len(sentences), join)
    moved = random.sample(sentences, len(sentences))
    assert told(before, archive_of(moved, len(sentences), join)) == {}


@given(annotated(WORDS), st.data())
def test_a_changed_word_touches_the_notes_of_its_sentence_and_of_the_whole_text(sentences, data):
    count = len(sentences)
    number = data.draw(st.integers(0, count - 1))
    words = sentences[number].removesuffix(".").split()
    at = data.draw(st.integers(0, len(words)))
    instead = data.draw(st.sampled_from(["", "not", "3,000", "not not"])).split()
    length = data.draw(st.sampled_from([0, 1]))
    edited = [*words[:at], *instead, *words[at + length :]]
    assume(edited and edited != words)
    changed = [*sentences[:number], f"{' '.join(edited)}.", *sentences[number + 1 :]]
    join = data.draw(st.sampled_from([" ", "\n\n"]))
    before, after = archive_of(sentences, count, join), archive_of(changed, count, join)
    assert told(before, after).keys() == {f"n{number}", "whole"}

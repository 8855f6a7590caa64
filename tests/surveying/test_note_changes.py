"""Which notes a change alters, and what each stands on before and after."""

import pytest

from archives import ARTICLE, MINIMAL, NOTE, TEXT, article, note, topic
from postil.model.archive import Settings
from postil.reading.assemble import assemble
from postil.reading.discover import record_files
from postil.reading.records import read_files
from postil.surveying.note_changes import Standing, note_changes

FOLDER = "articles/2025/vienna.notes"
WORDS = Standing("exact", "no text had been agreed")


def read(files):
    there = {path: text for path, text in files.items() if text is not None}
    archive, _ = assemble(read_files(record_files(there), there.__getitem__), Settings())
    return archive


def told(files, base=MINIMAL, again=None):
    before, after = read(base), read({**base, **files})
    return note_changes(before, after, again or {}, frozenset())


def test_a_note_whose_text_and_file_are_the_same_is_not_told():
    assert told({}) == ()
    assert told({"docs/topics/talks.md": topic(summary="Other words.")}) == ()


def test_a_new_note_is_told_with_what_it_stands_on():
    (new,) = told({f"{FOLDER}/second.md": note(quote="for 30 days")})
    assert (new.what, new.key, new.title) == (
        "added",
        "articles/vienna#second",
        "Talks open in Vienna",
    )
    assert (new.before, new.after) == (None, Standing("exact", "for 30 days"))


def test_typography_under_a_note_is_no_change():
    assert told({ARTICLE: article(TEXT.replace("no text had", "no text\nhad"))}) == ()


def test_a_note_whose_words_are_gone_is_touched_and_has_none():
    (touched,) = told({ARTICLE: article("Nothing at all.")})
    assert (touched.what, touched.before, touched.after) == ("touched", WORDS, Standing("lost", ""))


def test_a_note_whose_words_changed_is_told_with_the_nearest():
    (touched,) = told({ARTICLE: article(TEXT.replace("no text", "no short text"))})
    assert touched.after == Standing("changed", "short text had been agreed")


def test_why_to_read_a_note_again_is_told_with_it():
    changed = {ARTICLE: article(TEXT.replace("She said", "She denied"))}
    assert told(changed) == ()
    (touched,) = told(changed, again={NOTE: "The sentence changed"})
    assert (touched.what, touched.again) == ("touched", "The sentence changed")


@pytest.mark.parametrize("status", ["retracted", "superseded"])
def test_a_note_that_its_authors_gave_up_is_told_as_such(status):
    (change,) = told({NOTE: note(status=status, reason="It is wrong.")})
    assert change.what == status


def test_a_note_on_another_text_is_moved_with_its_path_before():
    base = MINIMAL | {"articles/2025/road.md": article(title="A road")}
    path = "articles/2025/road.notes/first.md"
    (moved,) = told({NOTE: None, path: note()}, base)
    assert (moved.what, moved.path, moved.former) == ("moved", path, NOTE)


def test_a_note_on_a_renamed_article_is_the_same_note():
    files = {
        ARTICLE: None,
        NOTE: None,
        "articles/2025/talks.md": article(redirects=["vienna"]),
        "articles/2025/talks.notes/first.md": note(),
    }
    assert told(files) == ()


def test_a_note_that_is_gone_is_removed_and_one_with_a_fault_is_faulty():
    before, after = read(MINIMAL), read({**MINIMAL, NOTE: None})
    (gone,) = note_changes(before, after, {}, frozenset())
    (faulty,) = note_changes(before, after, {}, frozenset({NOTE}))
    assert (gone.what, faulty.what, gone.before) == ("removed", "faulty", WORDS)


def test_notes_on_one_text_share_the_time_there_is_for_it():
    words = " ".join(f"word{number}" for number in range(30_000))
    notes = {f"{FOLDER}/n{it}.md": note(quote=f"word{it} word{it}") for it in range(600)}
    new = [change for change in told({ARTICLE: article(words), **notes}) if change.what == "added"]
    assert {change.after for change in new} == {Standing("lost", "")}
    assert len(new) == 600

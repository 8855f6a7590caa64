"""`postil notes accept`, run right and run wrong."""

import re

import pytest
from click.testing import CliRunner

from archives import ANALYST, ARTICLE, MINIMAL, NOTE, analyst, article, faults, note
from postil.cli.main import main
from postil.cli.notes import telling

CHANGED = article("She said that no draft had been agreed.\n\nThe talks go on. No talks went so.")
ADA = "docs/analysts/ada.md"
TALKS = "articles/2025/vienna.notes/talks.md"
LOST = "articles/2025/vienna.notes/lost.md"
FILES = {
    ARTICLE: CHANGED,
    TALKS: note(quote="talks"),
    LOST: note(quote="The moon is made of cheese"),
}


@pytest.fixture
def root(archive):
    return archive(FILES)


@pytest.fixture
def run(root, monkeypatch):
    def running(*words, answer=None):
        monkeypatch.chdir(root)
        monkeypatch.setattr(telling, "at_terminal", lambda: answer is not None)
        return CliRunner().invoke(main, ["notes", "accept", *words], input=answer)

    return running


def kept(root, path=NOTE):
    return (root / path).read_text(encoding="utf-8") == (MINIMAL | FILES)[path]


def reanchored(quote, words):
    """The minimal note with a new quote, on any day."""
    text = note().replace('quote: "no text had been agreed"', f"quote: {quote}")
    entry = f"reanchored:\n  - at: DAY\n    by: ivo\n    from: {words}\n---\n\n"
    return re.escape(text.replace("---\n\n", entry)).replace("DAY", r"\d{4}-\d\d-\d\d")


@pytest.mark.parametrize("name", ["vienna#first", "articles/vienna#first", NOTE, f"./{NOTE}"])
@pytest.mark.parametrize(("options", "answer"), [(["--yes"], None), ([], "y\n")])
def test_a_note_that_is_still_true_quotes_the_new_words(root, run, name, options, answer):
    result = run(name, *options, answer=answer)
    assert result.exit_code == 0, result.output
    assert "no [-text-] {+draft+} had been agreed" in result.stdout
    assert "The sentence: She said that no draft had been agreed." in result.stdout
    assert "Nobody had expected one." in result.stdout
    written = (root / NOTE).read_text(encoding="utf-8")
    assert re.fullmatch(reanchored("no draft had been agreed", "no text had been agreed"), written)
    assert not [line for line in faults(root) if line.startswith(NOTE)]


@pytest.mark.parametrize("answer", ["n\n", "\n"])
def test_a_note_that_is_not_stays_as_it_is(root, run, answer):
    result = run("vienna#first", answer=answer)
    assert (result.exit_code, kept(root)) == (0, True)


def test_where_nobody_can_answer_nothing_is_changed(root, run):
    result = run("vienna#first")
    assert result.exit_code == 2
    assert "add --yes" in result.stderr
    assert kept(root)


def test_colours_tell_what_went_and_came_at_a_terminal(root, monkeypatch):
    monkeypatch.chdir(root)
    words = ["notes", "accept", "vienna#first", "--yes"]
    assert "\x1b[31m[-text-]\x1b[0m" in CliRunner().invoke(main, words, color=True).stdout


def test_a_note_that_stands_has_nothing_to_accept(archive, run):
    archive({ARTICLE: article()})
    result = run("vienna#first")
    assert result.exit_code == 0
    assert result.stdout == f"{NOTE} stands on its words: there is nothing to accept.\n"


@pytest.mark.parametrize("option", [["--quote", "talks"], ["--place", "1"]])
def test_a_note_that_stands_is_not_brought_to_other_words(archive, run, root, option):
    archive({ARTICLE: article()})
    result = run("vienna#first", *option, "--yes")
    assert result.exit_code == 2
    assert "write them under `quote` in its file" in result.stderr
    assert kept(root)


def test_words_that_stand_too_often_to_count_are_told_so(archive, run, root, monkeypatch):
    monkeypatch.setattr("postil.linking.anchors._MOST_PLACES", 1)
    archive({ARTICLE: article("talks " * 101), TALKS: note(quote="talks")})
    result = run("vienna#talks", "--yes")
    assert result.exit_code == 1
    assert f"stand too often to count in {ARTICLE}" in result.stderr
    assert kept(root, TALKS)


def test_several_notes_are_asked_about_one_by_one(root, archive, run):
    archive(FILES | {TALKS: note(quote="She said that no plan had been agreed")})
    result = run("vienna#first", "vienna#talks", answer="n\ny\n")
    assert result.exit_code == 0
    assert kept(root)
    assert "quote: She said that no draft had" in (root / TALKS).read_text(encoding="utf-8")


def test_the_places_of_an_ambiguous_quote_are_listed_and_one_is_chosen(root, run):
    listed = run("vienna#talks")
    assert listed.exit_code == 1
    assert "   1  " in listed.stdout
    assert "   2  " in listed.stdout
    assert "[ambiguous-quote]" in listed.stderr
    assert kept(root, TALKS)
    assert run("vienna#talks", "--place", "2", "--yes").exit_code == 0
    assert "quote:\n  exact: talks\n  suffix: went\n" in (root / TALKS).read_text(encoding="utf-8")


def test_a_lost_quote_needs_its_words_and_they_must_stand_in_the_text(root, run):
    assert run("vienna#lost", "--yes").exit_code == 1
    wrong = run("vienna#lost", "--quote", "no draft had been made", "--yes")
    assert wrong.exit_code == 2
    assert "nearest: “no draft had been [-made-] {+agreed+}”" in wrong.stderr
    assert kept(root, LOST)
    assert run("vienna#lost", "--quote", "no draft […] agreed", "--yes").exit_code == 0
    assert "quote: no draft […] agreed\n" in (root / LOST).read_text(encoding="utf-8")


def test_a_note_that_was_taken_back_may_lose_its_words(archive, run):
    archive(FILES | {NOTE: note(status="retracted", reason="So.")})
    assert "is retracted" in run("vienna#first").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["vienna#frist"], "did you mean “first”?"),
        (["viena#first"], "did you mean “vienna”?"),
        (["vienna"], "is no note"),
        ([ARTICLE], "is no note"),
        (["articles/2025/vienna.notes/none.md"], "there is no note “none”"),
        (["articles/2024/x.notes/none.md"], "there is no note at"),
        (["../../etc/passwd"], "is no note"),
        (["vienna#first", "vienna#talks", "--place", "1"], "one note"),
        (["vienna#talks", "--place", "3"], "there are 2 places, and --place says 3"),
        (["vienna#first", "--place", "2"], "there is 1 place, and --place says 2"),
        (["vienna#first", "--by", "ivoo", "--yes"], "did you mean “ivo”?"),
        ([], "NOTE..."),
    ],
)
def test_wrong_usage_is_told_in_a_line_and_changes_nothing(root, run, words, said):
    result = run(*words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert kept(root)
    assert kept(root, TALKS)


def test_who_accepts_must_be_said_where_several_could(root, archive, run):
    archive(FILES | {ADA: analyst()})
    result = run("vienna#first", "--yes")
    assert result.exit_code == 2
    assert "--by; active analysts are ada, ivo" in result.stderr
    assert run("vienna#first", "--yes", "--by", "ada").exit_code == 0
    assert "    by: ada\n" in (root / NOTE).read_text(encoding="utf-8")


def test_an_analyst_who_writes_no_more_is_not_assumed(root, archive, run):
    archive(FILES | {ADA: analyst(), ANALYST: analyst(active=False)})
    assert run("vienna#first", "--yes").exit_code == 0
    assert "    by: ada\n" in (root / NOTE).read_text(encoding="utf-8")


def test_a_note_with_a_fault_is_told_and_not_changed(archive, run):
    archive({NOTE: note(kind="tale")})
    result = run("vienna#first", "--yes")
    assert result.exit_code == 1
    assert "[wrong-value]" in result.stderr


def test_no_contributed_byte_paints_the_screen(archive, run):
    archive({ARTICLE: article("She said &#27;[2J no draft &#x202e; had been agreed.")})
    result = run("vienna#first", "--yes", "--quote", "no draft")
    assert "\x1b" not in result.output
    assert "\u202e" not in result.output


def test_a_file_that_a_program_cannot_change_without_loss_is_left_to_a_person(root, archive, run):
    quote = ">- # of May\n  no text had been agreed"
    text = f"---\nby: ivo\ndate: 2025-03-05\nquote: {quote}\n---\n\nSo.\n"
    archive(FILES | {NOTE: text})
    result = run("vienna#first", "--yes")
    assert result.exit_code == 1
    assert "by hand" in result.stderr
    assert (root / NOTE).read_text(encoding="utf-8") == text


def test_a_draft_on_a_draft_is_accepted_as_well(archive, run):
    text = CHANGED.replace("---\n", "---\nstatus: draft\n", 1)
    archive(FILES | {ARTICLE: text, NOTE: note(status="draft")})
    assert run("vienna#first", "--yes").exit_code == 0

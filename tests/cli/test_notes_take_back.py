"""`postil notes retract` and `supersede`, run right and run wrong."""

import pytest
from click.testing import CliRunner

from archives import NOTE, faults, note
from postil.cli.main import main


@pytest.fixture
def run(archive, monkeypatch):
    def running(*words, files=None):
        monkeypatch.chdir(archive(files))
        return CliRunner().invoke(main, ["notes", *words])

    return running


@pytest.mark.parametrize(
    ("command", "status"), [("retract", "retracted"), ("supersede", "superseded")]
)
def test_a_note_is_taken_back_with_its_reason_and_stays(run, tmp_path, command, status):
    result = run(command, "vienna#first", "--reason", "  Wrong: see ‘x’ #4.  ")
    assert (result.exit_code, result.stdout) == (0, f"{status.capitalize()}: {NOTE}\n")
    keys = f"status: {status}\nreason: 'Wrong: see ‘x’ #4.'\n---\n\n"
    assert (tmp_path / NOTE).read_text(encoding="utf-8") == note().replace("---\n\n", keys)
    assert faults(tmp_path) == []


def test_a_note_that_was_taken_back_already_says_so(run, tmp_path):
    before = note(status="retracted", reason="Wrong.")
    result = run("retract", NOTE, "--reason", "Again.", files={NOTE: before})
    assert (result.exit_code, result.stdout) == (0, f"{NOTE} is retracted already: Wrong.\n")
    assert (tmp_path / NOTE).read_text(encoding="utf-8") == before


def test_one_word_for_it_may_be_changed_for_the_other(run, tmp_path):
    before = note(status="retracted", reason="Wrong.")
    assert run("supersede", NOTE, "--reason", "See x.", files={NOTE: before}).exit_code == 0
    written = (tmp_path / NOTE).read_text(encoding="utf-8")
    assert "status: superseded\nreason: See x.\n" in written


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["vienna#first"], 2, "--reason"),
        (["vienna#first", "--reason", " "], 2, "--reason is empty"),
        (["vienna#second", "--reason", "x"], 2, "there is no note “second”"),
        (["vienna#first", "vienna#second", "--reason", "x"], 2, "there is no note “second”"),
        (["--reason", "x"], 2, "NOTE..."),
        (["vienna#first", "--reason", "a\x1bb"], 1, "hidden character"),
        (["vienna#first", "--reason", "x" * 4001], 1, "4,001 characters"),
    ],
)
def test_what_cannot_be_is_told_and_changes_nothing(run, tmp_path, words, code, said):
    result = run("retract", *words)
    assert result.exit_code == code
    assert said in result.stderr
    assert "\x1b" not in result.output
    assert (tmp_path / NOTE).read_text(encoding="utf-8") == note()

"""The history of notes in whole builds: from git where there is git, and else said in one line."""

import shutil

import pytest
from engine import build, contents

from repositories import commit, git

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

TALKS = "articles/2025/lorn-talks/index.html"
NOTE = "articles/2025/lorn-talks.notes/tolls.md"


@pytest.fixture
def repository(root):
    """The fixture archive with two commits, the second on one note."""
    (root / ".gitignore").write_text("/site*\n/one\n/two\n", encoding="utf-8")
    git(root, "init", "--initial-branch", "main")
    commit(root)
    with (root / NOTE).open("a", encoding="utf-8") as note:
        note.write("\nMore of it.\n")
    commit(root)
    return root


def test_a_note_shows_its_history(repository):
    done = build(repository, "--strict")
    assert done.returncode == 0, done.stderr
    page = (repository / "site" / TALKS).read_text(encoding="utf-8")
    assert page.count("<summary>History</summary>") == page.count('<aside class="note ')
    assert page.count("<li>Changed <time") == 1
    assert "no history" not in done.stderr + done.stdout


def test_two_builds_of_one_commit_are_the_same_to_the_byte(repository, tmp_path):
    git(tmp_path, "clone", str(repository), "clone")
    for root in (repository, tmp_path / "clone"):
        assert build(root).returncode == 0
    assert contents(repository / "site") == contents(tmp_path / "clone" / "site")


def test_a_shallow_clone_is_built_with_what_it_knows_and_a_line_says_so(repository, tmp_path):
    git(tmp_path, "clone", "--depth", "1", repository.as_uri(), "clone")
    done = build(tmp_path / "clone", "--strict")
    assert done.returncode == 0
    (line,) = (line for line in (done.stdout + done.stderr).splitlines() if "history" in line)
    assert line.startswith("INFO    -  The clone is shallow, so the history of the notes is cut;")
    assert "note-log" not in (tmp_path / "clone/site" / TALKS).read_text(encoding="utf-8")


def test_outside_a_repository_a_line_says_that_there_is_none(root):
    done = build(root, "--strict")
    assert done.returncode == 0
    assert "INFO    -  The notes show no history; git says: not a git" in done.stdout + done.stderr

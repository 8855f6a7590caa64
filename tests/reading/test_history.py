"""What git remembers of notes: each deed with its day and the names of those who did it."""

import shutil
import subprocess
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archives import MINIMAL, NOTE, note, write
from postil.reading.history import histories, read_histories
from postil.reading.log import Change, Commit, parse_log
from repositories import git

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

RENAMED = "articles/2025/wien.notes/first.md"
REANCHORED = [{"at": "2025-03-08", "by": "ivo", "from": "no draft"}]


@pytest.fixture
def root(archive):
    """The minimal archive, committed by Ivo on 5 March."""
    folder = archive()
    git(folder, "init", "--initial-branch", "main")
    commit(folder, "Ivo Lind", "2025-03-05")
    return folder


def commit(folder, name, day, message="x"):
    git(folder, "add", "--all")
    author = ["--author", f"{name} <{name.split()[0].lower()}@mail.example>"]
    git(folder, "commit", *author, "--date", f"{day}T12:00:00Z", "--message", message)


def events(folder, path=NOTE):
    """A note's history as short sentences."""
    return [
        f"{event.at} {event.what} by {', '.join(event.by)}"
        for event in read_histories(folder).histories.get(path, ())
    ]


CREATED = "2025-03-05 created by Ivo Lind"


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ({}, {"body": "Better said."}, "changed"),
        ({}, {"quote": "no draft", "reanchored": REANCHORED}, "re-anchored"),
        ({"reanchored": REANCHORED}, {"reanchored": REANCHORED, "kind": "question"}, "changed"),
        ({}, {"status": "retracted", "reason": "Wrong."}, "retracted"),
        ({}, {"status": "superseded", "reason": "See there."}, "superseded"),
        ({"status": "draft"}, {}, "published"),
        ({"status": "draft"}, {"status": "draft", "kind": "question"}, "changed"),
        ({}, {"body": "status: retracted"}, "changed"),
    ],
)
def test_what_a_commit_did_is_told_from_the_note_itself(root, before, after, what):
    if before:
        write(root, {NOTE: note(**before)})
        commit(root, "Ivo Lind", "2025-03-06")
    write(root, {NOTE: note(after.pop("body", "Nobody had expected one."), **after)})
    commit(root, "Ida Moor", "2025-03-08")
    told = events(root)
    assert told[0] == CREATED
    assert told[-1] == f"2025-03-08 {what} by Ida Moor"


def test_what_is_no_note_or_is_not_committed_has_no_history(root):
    write(root, {"articles/2025/vienna.notes/new.md": note(), NOTE: note("Being written.")})
    remembered = read_histories(root)
    assert list(remembered.histories) == [NOTE]
    assert events(root) == [CREATED]
    assert remembered.gap is None


def test_those_who_signed_off_or_wrote_it_as_well_are_named_once(root):
    write(root, {NOTE: note("Better said.")})
    message = (
        "Say it better\n\nIda: not a trailer\n\nSigned-off-by: Ida Moor <ida@mail.example>\n"
        "Co-authored-by: Tom\n  Lee <tom@mail.example>\nReviewed-by: Eve <eve@mail.example>\n"
    )
    commit(root, "Ida Moor", "2025-03-08", message)
    assert events(root)[1] == "2025-03-08 changed by Ida Moor, Tom Lee"


def test_a_note_keeps_its_history_when_its_file_is_renamed(root):
    git(root, "mv", "articles/2025/vienna.md", "articles/2025/wien.md")
    git(root, "mv", "articles/2025/vienna.notes", "articles/2025/wien.notes")
    commit(root, "Ida Moor", "2025-03-08")
    write(root, {RENAMED: note("Better said.")})
    commit(root, "Ivo Lind", "2025-03-09")
    assert list(read_histories(root).histories) == [RENAMED]
    assert events(root, RENAMED) == [
        CREATED,
        "2025-03-08 moved by Ida Moor",
        "2025-03-09 changed by Ivo Lind",
    ]


def test_a_new_note_under_a_name_that_became_free_begins_anew(root):
    git(root, "mv", NOTE, "articles/2025/vienna.notes/second.md")
    commit(root, "Ida Moor", "2025-03-08")
    write(root, {NOTE: note("Another one, by somebody else.")})
    commit(root, "Eve Orr", "2025-03-09")
    assert events(root) == ["2025-03-09 created by Eve Orr"]
    assert len(events(root, "articles/2025/vienna.notes/second.md")) == 2


def test_a_note_that_is_renamed_and_changed_at_once_keeps_it_too(root):
    (root / NOTE).unlink()
    write(root, {RENAMED: note(kind="question")})
    commit(root, "Ida Moor", "2025-03-08")
    assert events(root, RENAMED) == [CREATED, "2025-03-08 changed by Ida Moor"]


def test_a_change_on_a_branch_finds_a_note_that_was_renamed_meanwhile(root):
    git(root, "checkout", "-b", "side")
    write(root, {NOTE: note(kind="question")})
    commit(root, "Ida Moor", "2025-03-07")
    git(root, "checkout", "main")
    git(root, "mv", NOTE, "articles/2025/vienna.notes/second.md")
    commit(root, "Ivo Lind", "2025-03-06")
    git(root, "merge", "side", "--message", "x")
    told = events(root, "articles/2025/vienna.notes/second.md")
    assert told[0] == CREATED
    assert set(told[1:3]) == {"2025-03-06 moved by Ivo Lind", "2025-03-07 changed by Ida Moor"}


def test_what_a_merge_itself_changes_is_told(root):
    git(root, "checkout", "-b", "side")
    write(root, {NOTE: note("One.")})
    commit(root, "Ida Moor", "2025-03-07")
    git(root, "checkout", "main")
    write(root, {NOTE: note("Two.")})
    commit(root, "Ivo Lind", "2025-03-06")
    git(root, "merge", "side", "--strategy", "ours", "--no-commit")
    write(root, {NOTE: note("Three.")})
    commit(root, "Eve Orr", "2025-03-09")
    assert events(root)[-1] == "2025-03-09 changed by Eve Orr"
    assert len(events(root)) == 4


def test_a_note_that_a_merge_brings_and_changes_at_once_says_so(root):
    new = "articles/2025/vienna.notes/new.md"
    git(root, "checkout", "-b", "side")
    write(root, {new: note("One, which is new.")})
    commit(root, "Ida Moor", "2025-03-07")
    git(root, "checkout", "main")
    write(root, {NOTE: note("Two.")})
    commit(root, "Ivo Lind", "2025-03-06")
    git(root, "merge", "side", "--no-commit")
    write(root, {new: note("One, which is new, and more.")})
    commit(root, "Eve Orr", "2025-03-09")
    assert events(root, new) == ["2025-03-07 created by Ida Moor", "2025-03-09 changed by Eve Orr"]
    assert len(events(root)) == 2


def test_a_note_that_was_removed_and_brought_back_says_so(root):
    (root / NOTE).unlink()
    commit(root, "Ida Moor", "2025-03-08")
    write(root, {NOTE: note("Something else by now, in many more words than before.")})
    commit(root, "Ivo Lind", "2025-03-09")
    assert [event.split()[1] for event in events(root)] == ["created", "removed", "restored"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ida Moor", "Ida Moor"),
        ("  Ida \t Moor ", "Ida Moor"),
        ("ida@mail.example", ""),
        ("Ida ida@mail.example Moor", "Ida Moor"),
        ("Ida <ida@mail.example", "Ida"),
        ("Ida\x1b[31m\u202e Moor\x07", "Ida [31m Moor"),
        ("<script>alert(1)</script>", "alert(1)"),
        ("I & <b", "I & <b"),
        ("Z\udcfcrich", "Z\ufffdrich"),
        ("M" * 5_000, "M" * 79 + "…"),
        ("@" * 5_000, ""),
        ("", ""),
    ],
)
def test_names_are_shown_without_addresses_and_what_does_not_show(name, shown):
    found = histories([_commit(author=name)], {})
    assert found["n.md"][0].by == ((shown,) if shown else ())


def test_of_very_many_names_the_first_are_shown():
    found = histories([_commit(signers=tuple(map(str, range(1_000))))], {})
    assert found["n.md"][0].by == ("Ida", *map(str, range(7)))


@pytest.mark.parametrize("day", ["", "2025-02-30", "99999-01-01", "-1"])
def test_a_day_that_is_none_is_left_out(day):
    assert histories([_commit(day=day)], {})["n.md"][0].at is None


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("1741219200 +0000", "2025-03-06"),
        ("1741219199 +0000", "2025-03-05"),
        ("1741219199 +0130", "2025-03-06"),
        ("1741219200 -0500", "2025-03-05"),
        ("1 -9999", "1969-12-27"),
        ("99999999999999 +0000", ""),
        ("", ""),
    ],
)
def test_a_day_is_that_of_the_place_where_somebody_wrote(raw, day):
    (commit,) = parse_log(f"\x01\0{raw}\0Ida\0\0\0".encode(), "")
    assert commit.day == day


def _commit(day="2025-03-05", author="Ida", signers=()):
    created = Change("A", "n.md", "n.md", "0", "1")
    return Commit(day, author, signers, is_first=True, changes=(created,))


def test_renames_in_a_circle_come_to_an_end():
    circle = [("a", "b"), ("b", "c"), ("c", "a")]
    log = [
        Commit("2025", "Ida", (), is_first=False, changes=(Change("R", old, new, "0", "0"),))
        for old, new in circle * 3
    ]
    assert list(histories(log, {})) == ["a"]


@pytest.mark.parametrize(
    ("depth", "told"),
    [
        ("1", []),
        ("2", ["2025-03-08 changed by Ida Moor"]),
    ],
)
def test_a_shallow_clone_tells_what_it_knows_and_says_so(root, tmp_path, depth, told):
    write(root, {NOTE: note("Even better said.")})
    commit(root, "Eve Orr", "2025-03-07")
    write(root, {NOTE: note("Better said.")})
    commit(root, "Ida Moor", "2025-03-08")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--depth", depth, root.as_uri(), str(clone))
    assert events(clone) == told
    gap = read_histories(clone).gap
    assert gap.startswith("The clone is shallow, so the history of the notes is cut")


def test_outside_a_repository_there_is_none(archive, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", "/")
    remembered = read_histories(archive())
    assert remembered.histories == {}
    assert remembered.gap.startswith("The notes show no history; git says: not a git repository")


def test_without_git_and_without_a_commit_there_is_none(archive, monkeypatch):
    folder = archive()
    git(folder, "init", "--initial-branch", "main")
    assert read_histories(folder).histories == {}
    monkeypatch.setenv("PATH", "")
    assert "because there is no git here" in read_histories(folder).gap


def test_the_archive_may_lie_in_a_folder_of_the_repository(tmp_path):
    root = tmp_path / "news" / "archive"
    write(root, MINIMAL)
    git(tmp_path, "init", "--initial-branch", "main")
    commit(tmp_path, "Ivo Lind", "2025-03-05")
    write(root, {NOTE: note("Better said.")})
    commit(tmp_path, "Ida Moor", "2025-03-08")
    assert events(root) == [CREATED, "2025-03-08 changed by Ida Moor"]


def test_nothing_of_the_repositorys_configuration_runs_or_has_a_say(root, tmp_path):
    ran = tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {ran}\n", encoding="utf-8")
    program.chmod(0o755)
    for key in ("core.fsmonitor", "core.pager", "pager.log", "gpg.program", "diff.external"):
        git(root, "config", key, str(program))
    for key, value in (
        ("log.showSignature", "true"),
        ("color.ui", "always"),
        ("diff.renames", "false"),
        ("log.showRoot", "false"),
        ("diff.relative", "true"),
    ):
        git(root, "config", key, value)
    assert events(root) == [CREATED]
    assert not ran.exists()


def test_many_notes_take_no_more_calls_of_git_than_few(tmp_path, monkeypatch):
    calls = []
    run = subprocess.run
    monkeypatch.setattr(subprocess, "run", lambda *a, **k: (calls.append(a), run(*a, **k))[1])
    taken = []
    for count in (1, 300):
        root = tmp_path / str(count)
        for index in range(count):
            write(root, {f"articles/2025/a{index % 10}.notes/n{index}.md": note(f"No. {index}")})
        git(root, "init", "--initial-branch", "main")
        commit(root, "Ivo Lind", "2025-03-05")
        calls.clear()
        assert len(read_histories(root).histories) == count
        taken.append(len(calls))
    assert taken[0] == taken[1] > 0


PATHS = st.sampled_from(["a.md", "b.md", "c.md"])
LETTERS = st.sampled_from("AMDT")


@given(st.lists(st.tuples(LETTERS, PATHS)), st.booleans())
def test_every_change_is_told_once_in_whatever_order_they_come(deeds, is_first):
    changes = tuple(Change(letter, path, path, "0", "1") for letter, path in deeds)
    log = [Commit("2025", "Ida", (), is_first, (change,)) for change in changes]
    found = histories(log, {})
    assert {path: len(told) for path, told in found.items()} == Counter(path for _, path in deeds)


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_no_content_of_a_note_makes_it_fail(before, after):
    changes = (Change("M", "n.md", "n.md", "0", "1"),)
    contents = {"0": b"---\nstatus: " + before, "1": b"---\nreanchored: " + after}
    histories([Commit("2025", "Ida", (), is_first=False, changes=changes)], contents)

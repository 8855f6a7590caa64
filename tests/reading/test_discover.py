"""Which files are records: only regular Markdown files with ids for names, and no link followed."""

import os

import pytest

from archives import ACTOR, ANALYST, ARTICLE, MINIMAL, NOTE, TOPIC, faults, note, write
from postil.diagnostics.codes import Code
from postil.model.archive import Target
from postil.reading.discover import RecordFile, discover


def found_codes(root):
    return [(item.place.path, item.code) for item in discover(root).diagnostics]


def test_every_record_of_the_minimal_archive_is_found_in_the_order_of_paths(archive):
    assert discover(archive()).files == (
        RecordFile(ARTICLE, "article"),
        RecordFile(NOTE, "note", Target("articles", "vienna")),
        RecordFile(ACTOR, "actor"),
        RecordFile(ANALYST, "analyst"),
        RecordFile(TOPIC, "topic"),
    )


def test_the_order_in_which_files_were_made_does_not_matter(tmp_path):
    forwards, backwards = tmp_path / "a", tmp_path / "b"
    write(forwards, MINIMAL)
    write(backwards, dict(reversed(MINIMAL.items())))
    assert discover(forwards) == discover(backwards)


def test_an_empty_folder_holds_no_records(tmp_path):
    assert discover(tmp_path).files == ()


@pytest.mark.parametrize(
    ("path", "kind", "target"),
    [
        ("articles/2025/a-b-1.md", "article", None),
        ("articles/undated/vague.md", "article", None),
        ("articles/2025/03/007.md", "article", None),
        ("docs/actors/03.md", "actor", None),
        ("docs/actors/un.md", "actor", None),
        (f"docs/actors/{'a' * 80}.md", "actor", None),
        ("docs/actors/anna-berg.notes/n.md", "note", Target("actors", "anna-berg")),
        ("docs/topics/talks.notes/n.md", "note", Target("topics", "talks")),
    ],
)
def test_what_a_file_is_follows_from_where_it_lies(archive, path, kind, target):
    found = discover(archive({path: "x"}))
    assert RecordFile(path, kind, target) in found.files
    assert not found.diagnostics


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("articles/2025/Vienna.md", Code.FILE_NAME),
        ("articles/2025/vienna_talks.md", Code.FILE_NAME),
        ("articles/2025/vienna--talks.md", Code.FILE_NAME),
        ("articles/2025/-vienna.md", Code.FILE_NAME),
        ("articles/2025/wien-für-alle.md", Code.FILE_NAME),
        ("articles/2025/vi\u202eenna.md", Code.FILE_NAME),
        ("articles/2025/a b.md", Code.FILE_NAME),
        (f"articles/2025/{'a' * 81}.md", Code.FILE_NAME),
        ("articles/2025/vienna.notes/Über.md", Code.FILE_NAME),
        ("articles/2025/Vienna.notes/n.md", Code.FILE_NAME),
        ("articles/20#25/prague.md", Code.FILE_NAME),
        ("articles/Two Words/prague.md", Code.FILE_NAME),
        ("articles/2025/vienna.notes/deeper/n.md", Code.FILE_NAME),
        ("articles/2025/03.md", Code.FILE_NAME),
        ("articles/2025/03/17.md", Code.FILE_NAME),
        ("articles/2025/03/page-2.md", Code.FILE_NAME),
        ("docs/actors/by-name.md", Code.FILE_NAME),
        ("articles/2025/photo.jpg", Code.FILE_KIND),
        ("articles/2025/vienna.txt", Code.FILE_KIND),
        ("articles/2025/vienna.MD", Code.FILE_KIND),
        ("articles/2025/vienna.md.bak", Code.FILE_KIND),
        ("docs/actors/portrait.svg", Code.FILE_KIND),
        ("docs/topics/index.html", Code.FILE_KIND),
        ("docs/analysts/ivo.notes/n.md", Code.STRAY_NOTES),
        ("articles/2025/prague.notes/n.md", Code.STRAY_NOTES),
        ("articles/2024/vienna.notes/n.md", Code.STRAY_NOTES),
        ("docs/actors/nobody.notes/n.md", Code.STRAY_NOTES),
    ],
)
def test_a_file_that_is_no_record_is_told_and_the_rest_is_found(archive, path, code):
    root = archive({path: "x"})
    assert found_codes(root) == [(path, code)]
    assert {ARTICLE, NOTE, ACTOR, TOPIC, ANALYST} <= {file.path for file in discover(root).files}


@pytest.mark.parametrize(
    "path", ["articles/.DS_Store", "docs/actors/.draft.md", "articles/.x/y.md"]
)
def test_hidden_files_are_passed_over(archive, path):
    root = archive({path: "x"})
    assert found_codes(root) == []
    assert path not in {file.path for file in discover(root).files}


def test_a_link_to_a_file_is_not_followed(archive, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "secret.md"
    outside.write_text(note("The password."), encoding="utf-8")
    root = archive()
    (root / "articles/2025/leak.md").symlink_to(outside)
    assert found_codes(root) == [("articles/2025/leak.md", Code.FILE_KIND)]
    assert not any("leak" in file.path for file in discover(root).files)


def test_a_link_to_a_folder_is_not_followed_even_in_a_circle(archive):
    root = archive()
    (root / "articles/loop").symlink_to(root / "articles", target_is_directory=True)
    assert found_codes(root) == [("articles/loop", Code.FILE_KIND)]


def test_a_pipe_is_not_opened(archive):
    root = archive()
    os.mkfifo(root / "articles/2025/pipe.md")
    assert found_codes(root) == [("articles/2025/pipe.md", Code.FILE_KIND)]


def test_the_second_of_two_articles_with_one_id_is_told(archive):
    (line,) = faults(archive({"articles/2024/vienna.md": MINIMAL[ARTICLE]}))
    assert line.startswith(
        f"{ARTICLE}:1:1: [duplicate-id] The id “vienna” is taken by articles/2024"
    )

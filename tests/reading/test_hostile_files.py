"""Files that strangers may put among records, and the names of files: told, and never followed.

Each lies in an archive that is read and linked whole; what is told of it is compared with the line
that a contributor would read.
"""

import errno
import os
import re
import socket

import pytest

from archives import ACTOR, ARTICLE, MINIMAL, ROAD, road
from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic
from postil.reading.decode import read_bytes
from postil.reading.discover import record_files

FOLDER = "[file-name] “folder.md” is no id: files and folders of records are named by ids"
LINKED = "[file-kind] This is a link or a device, not a file"


@pytest.mark.parametrize(
    ("path", "target"),
    [
        (ROAD, "/etc/passwd"),
        (ROAD, "vienna.md"),
        (ROAD, "road.md"),
        (ROAD, "nowhere.md"),
        (ROAD, "/dev/zero"),
        ("articles/2026", "/etc"),
        ("articles/2026", ".."),
        ("articles/2026", "../../.."),
        ("docs/topics/road.md", "../../mkdocs.yml"),
        ("articles/2025/vienna.notes/second.md", "first.md"),
    ],
)
def test_a_link_is_told_and_never_followed(told, path, target):
    assert told({}, lambda root: (root / path).symlink_to(target)) == [f"{path}:1:1: {LINKED}"]


@pytest.mark.parametrize("folder", ["articles", "docs/actors", "docs"])
def test_a_folder_of_records_that_is_a_link_is_not_followed(told, folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    def linked(root):
        (root / folder).rename(elsewhere / "records")
        (root / folder).symlink_to(elsewhere / "records")

    lines = told({}, linked)
    assert f"{folder}:1:1: {LINKED}" in lines
    assert not any("vienna.md" in line for line in lines if folder == "articles")


def test_a_pipe_a_socket_and_a_folder_with_the_name_of_a_record_are_told_and_not_opened(told):
    def made(root):
        os.mkfifo(root / "articles/2025/pipe.md")
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(str(root / "s.md"))
        (root / "s.md").rename(root / "articles/2025/socket.md")
        (root / "articles/2025/folder.md").mkdir()
        (root / "articles/2025/folder.md/x.md").write_text("x")

    assert told({}, made) == [
        f"articles/2025/folder.md/x.md:1:1: {FOLDER}",
        f"articles/2025/pipe.md:1:1: {LINKED}",
        f"articles/2025/socket.md:1:1: {LINKED}",
    ]


def test_a_hard_link_is_a_file_like_any_other(told):
    def linked(root):
        (root / "secret").write_text(road())
        (root / ROAD).hardlink_to(root / "secret")

    assert told({}, linked) == []


def test_a_file_that_became_a_link_since_it_was_found_is_not_followed(tmp_path):
    (tmp_path / "x.md").symlink_to("/etc/passwd")
    found = read_bytes(tmp_path, "x.md")
    assert isinstance(found, Diagnostic)
    assert found.code is Code.UNREADABLE_FILE


def test_a_file_that_is_gone_or_became_a_folder_is_told_as_unreadable(tmp_path):
    (tmp_path / "folder.md").mkdir()
    assert (
        read_bytes(tmp_path, "gone.md").message == "This cannot be read: No such file or directory"
    )
    assert read_bytes(tmp_path, "folder.md").message == "This cannot be read: Is a directory"


def test_a_file_in_the_place_of_a_folder_is_told(told):
    def replaced(root):
        (root / ACTOR).unlink()
        (root / "docs/actors").rmdir()
        (root / "docs/actors").write_text("x")

    line = "docs/actors:1:1: [unreadable-file] This cannot be read: Not a directory"
    assert told({}, replaced) == [line]


NAMES = {
    "a newline": ("articles/2025/a\nb.md", "“a\\nb” is no id"),
    "quotes": ("articles/2025/a\"'`b.md", "“a\"'`b” is no id"),
    "a full stop": ("articles/2025/a..md", "“a.” is no id"),
    "a space at the end": ("articles/2025/a .md", "“a ” is no id"),
    "capitals": ("articles/2025/Vienna.md", "“Vienna” is no id"),
    "a fullwidth letter": ("articles/2025/ｖienna.md", "“ｖienna” is no id"),
    "composed": ("articles/2025/é.md", "“é” is no id"),
    "decomposed": ("articles/2025/e\u0301.md", "“e\u0301” is no id"),
    "another script": ("articles/2025/vіenna.md", "“vіenna” is no id"),
    "hidden": ("articles/2025/vi\u200benna.md", "“vi\\u200benna” is no id"),
    "reversed": ("articles/2025/\u202evienna.md", "“\\u202evienna” is no id"),
    "dots": ("articles/2025/...md", None),
    "200 letters": (f"articles/2025/{'a' * 200}.md", f"“{'a' * 59}…” is no id"),
    "a sum": ("articles/2025/=1+1.md", "“=1+1” is no id"),
    "an option": ("articles/2025/--help.md", "“--help” is no id"),
    "the index": ("articles/2025/index.md", "The record cannot lie here under this name"),
    "nobody": ("docs/actors/none.md", "The record cannot lie here under this name"),
    "a device": (
        "articles/2025/con.md",
        "“con” is the name of a device on Windows, where no file can have it",
    ),
    "a port": (
        "docs/topics/com1.md",
        "“com1” is the name of a device on Windows, where no file can have it",
    ),
    "a device's folder": (
        "articles/aux/x.md",
        "“aux” is the name of a device on Windows, where no file can have it",
    ),
    "deep": (
        f"articles/{'a/' * 12}x.md",
        "The folder lies deeper than 8 others and is not looked into",
    ),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_some_system_cannot_have_is_told(told, name):
    path, says = NAMES[name]
    found = told({path: road()})
    assert len(found) == (says is not None)
    for line in found:
        assert re.search(r":1:1: \[file-name\] ", line)
        assert says in line


def test_a_name_that_is_not_utf8_is_told(told):
    def made(root):
        (root / os.fsdecode(b"articles/2025/a\xff.md")).write_text(road())

    (line,) = told({}, made)
    assert line.startswith("articles/2025/a\\udcff.md:1:1: [file-name] “a\\udcff” is no id")


def test_one_id_in_two_years_is_told(told):
    (line,) = told({"articles/2024/vienna.md": MINIMAL[ARTICLE]})
    assert (
        line == f"{ARTICLE}:1:1: [duplicate-id] The id “vienna” is taken by articles/2024/vienna.md"
    )


def test_a_hundred_thousand_files_in_one_folder_are_found():
    paths = [f"articles/2025/a{number}.md" for number in range(100_000)]
    assert len(record_files(paths).files) == len(paths)


def test_a_folder_that_may_be_listed_and_not_looked_into_is_told(told, monkeypatch):
    class Closed:
        name = "road.md"

        def is_file(self, *, follow_symlinks):  # noqa: ARG002 -- as os.DirEntry has it
            raise PermissionError(errno.EACCES, "Permission denied")

    def scanned(folder, scandir=os.scandir):
        return [Closed()] if str(folder).endswith("articles") else scandir(folder)

    monkeypatch.setattr("postil.reading.discover.os.scandir", scanned)
    lines = told({})
    assert any(
        line.startswith("articles/road.md:1:1: [unreadable-file] This cannot be read: Permission")
        for line in lines
    )

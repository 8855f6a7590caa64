"""A file is read again when anything was written to it, and not otherwise."""

import os
import time

import pytest
from mkdocs.exceptions import Abort

from archives import ARTICLE, NOTE
from postil.engines import steady

HOUR = 3600 * 10**9


@pytest.fixture
def read(archive, monkeypatch):
    """Reads an archive's records a while after they were written; gives what it opened."""
    root = archive()
    opened = []
    really = steady.read_bytes

    def read_bytes(root, path):
        opened.append(path)
        return really(root, path)

    monkeypatch.setattr(steady, "read_bytes", read_bytes)

    def again(before, later=HOUR):
        opened.clear()
        now = time.time_ns() + later
        monkeypatch.setattr(steady.time, "time_ns", lambda: now)
        return steady.read_steady_records(root, before).known, list(opened)

    again.root = root
    return again


def test_files_that_nobody_wrote_to_are_not_opened(read):
    known, opened = read({})
    assert {ARTICLE, NOTE} <= set(opened)
    assert read(known) == (known, [])


def test_a_file_of_the_same_size_and_time_with_other_words_is_opened(read):
    known, _ = read({})
    file = read.root / ARTICLE
    times = file.stat()
    text = file.read_text("utf-8")
    file.write_text(text[:-2] + "x\n", encoding="utf-8")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    after, opened = read(known)
    assert opened == [ARTICLE]
    assert after[ARTICLE].digest != known[ARTICLE].digest


def test_a_file_so_new_that_it_may_change_unseen_is_opened_again(read):
    known, _ = read({}, later=0)
    _, opened = read(known)
    assert set(opened) == set(known)


def test_a_file_that_was_only_touched_is_not_parsed_again(read):
    known, _ = read({})
    (read.root / ARTICLE).touch()
    after, opened = read(known)
    assert opened == [ARTICLE]
    assert after[ARTICLE].read is known[ARTICLE].read


def test_a_file_that_is_written_while_one_of_several_processes_reads_it_stops_the_build(
    archive, monkeypatch
):
    many = {f"articles/2025/article-{number}.md": "---\n" for number in range(300)}
    really = steady.read_bytes

    def read_bytes(root, path):
        if path.endswith("article-299.md"):
            (root / path).write_text("---\nmore\n", encoding="utf-8")
        return really(root, path)

    monkeypatch.setattr(steady, "read_bytes", read_bytes)
    with pytest.raises(Abort, match=r"article-299\.md was being written"):
        steady.read_steady_records(archive(many), {})

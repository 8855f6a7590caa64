"""What came in comes out: a site that lacks anything is not published, and the line says what."""

import json
import re
from pathlib import Path

import pytest
from engine import ENVIRONMENT, build, contents

from archives import site_of, write
from postil.engines import data_rows
from postil.engines.counts import Known, as_sentence, intake, losses, not_found
from postil.engines.data_rows import write_data
from postil.model.archive import Settings
from postil.reading.records import read_records

VIENNA = "articles/2025/vienna/index.html"


@pytest.fixture
def came_in(archive):
    reading = read_records(archive())
    return intake(reading, site_of(archive()).composed)


@pytest.fixture
def written(archive, tmp_path):
    """The minimal archive's pages and files as an engine writes them."""
    site = site_of(archive())
    folder = tmp_path / "written"
    files = {f"{page.address}index.html": str(page.html) for page in site.pages.values()}
    files |= site.files
    entry = {"languages": {"en": {"page_count": 4}}}
    index = {
        "pagefind/pieces.json": json.dumps(["0a1b2c3d"]),
        "pagefind/pagefind-entry.json": json.dumps(entry).replace("4", "3"),
        "pagefind/0a1b2c3d/pagefind-entry.json": json.dumps(entry).replace("4", "1"),
    }
    write(folder, files | index)
    return folder


def missing(came_in, written):
    return [*losses(came_in, written), *not_found(came_in, written)]


def test_nothing_is_missing_in_a_whole_site(came_in, written):
    assert missing(came_in, written) == []
    assert as_sentence(came_in) == "1 article, 1 note and 1 mention in, all of them out."


def test_a_site_without_search_needs_no_index(archive, written):
    reading = read_records(archive())
    came_in = intake(reading, site_of(archive(), Settings(search=False)).composed)
    (written / "pagefind/pagefind-entry.json").unlink()
    assert missing(came_in, written) == []


@pytest.mark.parametrize(
    ("path", "change", "told"),
    [
        (VIENNA, ('id="note-first"', 'id="note-last"'), [
            "articles/2025/vienna/: 0 instead of 1 of the note first",
            "articles/2025/vienna/: 1 instead of 0 of the note last",
        ]),
        (VIENNA, ('<aside class="note ', '<div class="note '), [
            "articles/2025/vienna/: 0 instead of 1 of the note first",
        ]),
        ("data/notes.jsonl", ("\n", ""), [
            "data/notes.jsonl: 0 instead of 1 of articles/vienna#first",
        ]),
        ("data/mentions.jsonl", ('"rule"', '"rule"}\n{"article": "vienna", "rule"'), [
            "data/mentions.jsonl: 2 instead of 1 of vienna",
        ]),
        ("data/articles.jsonl", ('"vienna"', '"wien"'), [
            "data/articles.jsonl: 0 instead of 1 of vienna",
            "data/articles.jsonl: 1 instead of 0 of wien",
        ]),
        ("pagefind/pagefind-entry.json", ("3", "2"), ["the search: 3 things instead of 4"]),
        ("pagefind/pieces.json", ('"0a1b2c3d"', ""), ["the search: 3 things instead of 4"]),
    ],
)  # fmt: skip
def test_what_is_missing_is_named(path, change, told, came_in, written):
    file = written / path
    text = file.read_text(encoding="utf-8")
    assert change[0] in text
    file.write_text(text.replace(*change, 1), encoding="utf-8")
    assert missing(came_in, written) == told


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (VIENNA, "articles/2025/vienna/: there is no page"),
        ("actors/anna-berg/index.html", "actors/anna-berg/: there is no page"),
        ("analysts/ivo/index.html", "analysts/ivo/: there is no page"),
        ("data/mentions.jsonl", "data/mentions.jsonl: 0 instead of 1 of vienna"),
        ("pagefind/pagefind-entry.json", "the search: 1 things instead of 4"),
        ("pagefind/0a1b2c3d/pagefind-entry.json", "the search: 3 things instead of 4"),
        ("pagefind/pieces.json", "the search: 0 things instead of 4"),
    ],
)
def test_a_file_that_is_missing_is_named(path, told, came_in, written):
    (written / path).unlink()
    assert missing(came_in, written) == [told]


def counted(archive, came_in, written):
    """What was counted when the data files were written."""
    return Known(
        (), write_data(site_of(archive()).composed.shelf, written, Path(), came_in.rows, {})
    )


def test_data_files_that_were_counted_when_they_were_written_are_not_counted_again(
    archive, came_in, written, monkeypatch
):
    before = counted(archive, came_in, written)
    monkeypatch.setattr(data_rows, "_lines_in", lambda file: pytest.fail(f"{file} counted again"))
    assert list(losses(came_in, written, before)) == []


def test_a_data_file_that_was_changed_since_it_was_counted_is_counted_again(
    archive, came_in, written
):
    before = counted(archive, came_in, written)
    file = written / "data/articles.jsonl"
    file.write_text(file.read_text(encoding="utf-8").replace("vienna", "wienna"), encoding="utf-8")
    assert list(losses(came_in, written, before)) == [
        "data/articles.jsonl: 0 instead of 1 of vienna",
        "data/articles.jsonl: 1 instead of 0 of wienna",
    ]


LOSING = """\
from postil.pages import article
from dataclasses import replace
from postil.pages.annotated import annotated

def without_whole(*given):
    text = annotated(*given)
    return replace(text, whole=())

article.annotated = without_whole
"""
"""A page that forgets the notes on the whole of an article."""


def test_a_build_that_loses_a_note_names_it_and_publishes_nothing(root, monkeypatch, tmp_path):
    assert build(root).returncode == 0
    before = contents(root / "site")
    hook = root / "hooks/archive.py"
    monkeypatch.setitem(ENVIRONMENT, "POSTIL_CACHE", str(tmp_path / "cache"))
    hook.write_text(LOSING + hook.read_text(encoding="utf-8"), encoding="utf-8")
    done = build(root)
    assert done.returncode == 1
    assert "articles/2025/lorn-talks/: 0 instead of 1 of the note all-of-it" in done.stderr
    assert "Nothing was published, and the last site stays as it is." in done.stdout
    assert contents(root / "site") == before


def test_a_build_says_in_a_line_that_nothing_was_lost(root):
    done = build(root)
    (line,) = (line for line in done.stderr.splitlines() if "all of them out" in line)
    assert re.fullmatch(
        r"INFO +-  5 articles, 13 notes and 1\d mentions in, all of them out\.", line
    )
    assert "all of them out" not in build(root, "--quiet").stderr

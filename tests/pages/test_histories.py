"""The history of a note: on its page, in the data, readable without git."""

import json

import pytest

from archives import MINIMAL, NOTE, site_of
from html_reading import read_html
from postil.model.dates import parse_edtf
from postil.model.history import Event

PAGE = "articles/2025/vienna/"
HISTORY = (
    Event(parse_edtf("2025-03-05"), ("Ivo Lind",), "created"),
    Event(parse_edtf("2025-03-08"), ("Ida Moor", "Tom <b>Lee</b>"), "re-anchored"),
    Event(None, (), "retracted"),
)


@pytest.fixture
def site(archive):
    return site_of(archive(), histories={NOTE: HISTORY})


def test_a_note_shows_on_its_page_what_was_done_to_it_when_and_by_whom(site):
    html = read_html(site.pages[PAGE].html)
    assert html.text_of("note-log") == (
        "History Created 5 March 2025 by Ivo Lind "
        "Re-anchored 8 March 2025 by Ida Moor, Tom <b>Lee</b> Retracted"
    )
    (details,) = html.with_class("note-log")
    assert details.name == "details"
    assert "open" not in details.attributes
    assert html.values("datetime")[-3:-1] == ["2025-03-05", "2025-03-08"]


def test_it_stands_on_the_notes_own_page_alone(site):
    shown = [address for address, page in site.pages.items() if "note-log" in page.html]
    assert shown == [PAGE]


def test_the_data_have_it_as_it_is(site):
    files = site.files
    (row,) = map(json.loads, files["data/notes.jsonl"].splitlines())
    assert row["history"] == [
        {"at": "2025-03-05", "by": ["Ivo Lind"], "what": "created"},
        {"at": "2025-03-08", "by": ["Ida Moor", "Tom <b>Lee</b>"], "what": "re-anchored"},
        {"what": "retracted"},
    ]


def test_a_note_without_a_history_shows_none(archive):
    site = site_of(archive(MINIMAL))
    assert "note-log" not in site.pages[PAGE].html
    assert b"history" not in site.files["data/notes.jsonl"]

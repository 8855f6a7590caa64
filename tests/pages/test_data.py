"""The data files: what they say holds together, and with the site."""

import json
from itertools import pairwise

import pytest

from archives import FIXTURE, linked

NAMES = ["articles", "notes", "actors", "topics", "mentions"]


@pytest.fixture(scope="module")
def rows(files):
    return {
        name: [json.loads(line) for line in files[f"data/{name}.jsonl"].splitlines()]
        for name in NAMES
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_line_is_one_object_and_the_file_ends_with_a_line(files, rows, name):
    text = files[f"data/{name}.jsonl"]
    assert text.endswith("}\n")
    assert all(isinstance(row, dict) for row in rows[name])


@pytest.mark.parametrize("name", ["articles", "notes", "actors", "topics"])
def test_lines_are_sorted_by_id(rows, name):
    ids = [row["id"] for row in rows[name]]
    assert ids == sorted(ids)


def test_addresses_are_those_of_the_pages(rows, pages):
    for name in ("articles", "actors", "topics", "notes"):
        for row in rows[name]:
            assert row["url"].partition("#")[0] in pages


def test_a_note_that_is_not_current_says_so_with_its_reason(rows):
    states = {row["id"]: (row["status"], row.get("reason")) for row in rows["notes"]}
    assert states["no-text"] == ("published", None)
    assert states["by-whom"] == ("retracted", "It was the commission that closed it.")
    assert states["plan"] == ("superseded", "The note on the table has the source.")


def test_mentions_give_the_words_of_the_text(rows):
    texts = {row["id"]: row.get("text") for row in rows["articles"]}
    actors = {row["id"] for row in rows["actors"]}
    for row in rows["mentions"]:
        assert texts[row["article"]][row["start"] : row["end"]] == row["words"]
        assert row["actor"] in actors
        assert row["rule"] in {"declared", "strong", "listed", "earlier"}
    assert {row["rule"] for row in rows["mentions"]} == {"declared", "strong", "listed", "earlier"}
    for one, next_one in pairwise(rows["mentions"]):
        assert (one["article"], one["end"]) <= (next_one["article"], next_one["start"]) or (
            one["article"] < next_one["article"]
        )


def test_notes_give_the_passage_they_stand_on(rows):
    for row in rows["notes"]:
        kind, _, id_ = row["target"].partition("/")
        assert ("start" in row) == (row["anchor"] in {"exact", "normalised"})
        if kind == "articles" and "start" in row:
            text = linked(FIXTURE).article(id_).document.plain
            quote = row["quote"]["exact"] if isinstance(row["quote"], dict) else row["quote"]
            words = text[row["start"] : row["end"]]
            assert words[:5].replace("’", "'") == quote[:5]

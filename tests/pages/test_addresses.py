"""Every address that was published goes on answering, or the check says what to write."""

import pytest

from archives import (
    ACTOR,
    ANALYST,
    ARTICLE,
    MINIMAL,
    NOTE,
    TOPIC,
    actor,
    analyst,
    article,
    note,
    site_of,
    topic,
)
from postil.building.examining import examine
from postil.diagnostics.diagnostic import as_text
from postil.model.archive import Settings
from postil.pages.addresses import lost_addresses
from postil.reading.discover import record_files
from postil.reading.records import read_files

MOVED = "articles/2024/vienna.md"
RENAMED = "articles/2025/wien.md"


def reading(files):
    files = {path: text for path, text in files.items() if path.endswith(".md") and text}
    return read_files(record_files(files), files.__getitem__)


def lost(changes, before=()):
    """What is told of a change to the minimal archive; `before` was laid over it already."""
    old = {**MINIMAL, **dict(before)}
    return [as_text(item) for item in lost_addresses(reading(old), reading(old | changes))]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {ARTICLE: article("All new.", title="Other", published="2024"), NOTE: note(date="2024")},
        {ARTICLE: article(status="withdrawn")},
        {NOTE: note(status="retracted", reason="Wrong.")},
        {
            ARTICLE: None,
            NOTE: None,
            RENAMED: article(redirects=["vienna"]),
            "articles/2025/wien.notes/first.md": note(),
        },
        {
            ARTICLE: None,
            NOTE: None,
            MOVED: article(redirects=["2025/vienna"]),
            "articles/2024/vienna.notes/first.md": note(),
        },
        {ACTOR: None, "docs/actors/berg.md": actor(redirects=["anna-berg"])},
        {TOPIC: None, "docs/topics/peace.md": topic(redirects=["talks"])},
        {ANALYST: None, "docs/analysts/lind.md": analyst(redirects=["ivo"])},
        {ARTICLE: "---\ntitle: [\n---\n"},
        {NOTE: "no note any more"},
    ],
    ids=[
        "nothing",
        "other-words-and-dates",
        "withdrawn",
        "retracted",
        "renamed",
        "moved",
        "actor",
        "topic",
        "analyst",
        "a-fault-in-the-article",
        "a-fault-in-the-note",
    ],
)
def test_what_still_answers_is_not_told(changes):
    assert lost(changes) == []


PAGE = "/articles/2025/vienna/"
ON_PAGE = "/articles/2025/vienna/#note-first"
BRING_BACK = "Bring the note back; if it is wrong, with `status: retracted` and a `reason:`."
PUBLISH = "Publish it again; `status: withdrawn` takes out the text and keeps the address."


@pytest.mark.parametrize(
    ("changes", "place", "address", "remedy"),
    [
        (
            {ARTICLE: None, NOTE: None},
            f"{ARTICLE}:1:1",
            PAGE,
            (
                "Write `redirects: [2025/vienna]` in the record in its place, or bring it back "
                "with `status: withdrawn`."
            ),
        ),
        (
            {ARTICLE: None, NOTE: None, MOVED: article()},
            f"{MOVED}:1:1",
            PAGE,
            f"Write `redirects: [2025/vienna]` in {MOVED}.",
        ),
        ({ARTICLE: article(status="draft")}, f"{ARTICLE}:6:9", PAGE, PUBLISH),
        ({NOTE: None}, f"{NOTE}:1:1", ON_PAGE, BRING_BACK),
        ({NOTE: note(status="draft")}, f"{NOTE}:5:9", ON_PAGE, BRING_BACK),
        (
            {ARTICLE: None, NOTE: None, RENAMED: article(redirects=["vienna"])},
            f"{NOTE}:1:1",
            ON_PAGE,
            BRING_BACK,
        ),
        (
            {ACTOR: None},
            f"{ACTOR}:1:1",
            "/actors/anna-berg/",
            "Write `redirects: [anna-berg]` in the record in its place, or bring it back.",
        ),
    ],
    ids=["article", "moved", "draft", "note", "draft-note", "note-left-behind", "actor"],
)
def test_a_lost_address_is_told_once_with_what_to_write(changes, place, address, remedy):
    what = f"[lost-address] {address} was published, and answers no more."
    assert lost(changes) == [f"{place}: {what} {remedy}"]


def test_an_old_address_may_not_be_dropped_either():
    before = {ARTICLE: article(redirects=["wien"])}
    (told,) = lost({ARTICLE: article()}, before)
    assert "/articles/2025/wien/ was published" in told
    assert told.endswith(f"Write `redirects: [wien]` in {ARTICLE}.")
    renamed = {ARTICLE: None, "articles/2024/ring.md": article(redirects=["2025/vienna"])}
    (told,) = lost(renamed | {NOTE: None}, before | {NOTE: None})
    assert told.endswith("Write `redirects: [2025/wien]` in articles/2024/ring.md.")


def test_drafts_were_not_published():
    draft = article(status="draft", redirects=["wien"])
    assert lost({ARTICLE: None, NOTE: None}, {ARTICLE: draft}) == []
    assert lost({NOTE: None}, {NOTE: note(status="draft")}) == []


def test_two_articles_that_become_one_keep_both_addresses_and_all_notes():
    other = "articles/2024/second.md"
    before = {other: article(title="Second"), "articles/2024/second.notes/n.md": note()}
    merged = {
        ARTICLE: article(redirects=["2024/second"]),
        other: None,
        "articles/2024/second.notes/n.md": None,
    }
    assert len(lost(merged, before)) == 1
    assert lost(merged | {"articles/2025/vienna.notes/n.md": note()}, before) == []


def redirects_of(root):
    return {
        path.removesuffix("index.html")
        for path in site_of(root).files
        if path.endswith("/index.html")
    }


def test_a_redirect_may_name_the_folder_of_another_year(archive):
    root = archive({ARTICLE: article(redirects=["wien", "2024/vienna", "2024/wien"])})
    assert redirects_of(root) == {
        "articles/2025/wien/",
        "articles/2024/vienna/",
        "articles/2024/wien/",
    }


@pytest.mark.parametrize(
    ("path", "text", "old"),
    [
        (ACTOR, actor(redirects=["berg"]), "actors/berg/"),
        (TOPIC, topic(redirects=["peace"]), "topics/peace/"),
        (ANALYST, analyst(redirects=["lind"]), "analysts/lind/"),
    ],
)
def test_the_years_of_a_renamed_record_go_on_answering(archive, path, text, old):
    root = archive({path: text})
    assert redirects_of(root) == {old, f"{old}2025/"}
    new = path.removeprefix("docs/").removesuffix(".md")
    assert f"{new}/2025/" in site_of(root).pages


@pytest.mark.parametrize("entry", ["2024/", "/vienna", "2024//x", "../x", "2024/X", "a/" * 3])
def test_what_is_no_old_id_is_told(archive, entry):
    root = archive({ARTICLE: article(redirects=[entry])})
    (told,) = examine(root, Settings()).diagnostics
    assert told.code == "wrong-value"

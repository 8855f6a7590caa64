"""What becomes of a note shows wherever it stands: retracted, superseded, re-anchored, outlived."""

import re

import pytest

from archives import (
    ARTICLE,
    NOTE,
    TEXT,
    article,
    note,
    site_of,
)
from html_reading import read_html

OTHER = "articles/2025/vienna.notes/other.md"
PAGE = "articles/2025/vienna/"
TAKEN_BACK = {"status": "retracted", "reason": "There was a text.", "actors": ["anna-berg"]}


@pytest.fixture
def htmls(archive):
    """The pages of the minimal archive with files laid over it, read, by their addresses."""

    def of(files):
        pages = site_of(archive(files)).pages
        return {address: read_html(page.html) for address, page in pages.items()}

    return of


def aside(html, id_):
    """A note on its own page: its classes, its text, and where its number leads."""
    (found,) = (e for e in html.elements if e.attributes.get("id") == f"note-{id_}")
    inside = [p for p in html.pieces if any(e is found for e in p.within)]
    (number,) = (
        e
        for e in html.with_class("note-number")
        if e.attributes["aria-label"].startswith(f"Note {found.attributes['data-number']}")
    )
    text = " ".join("".join(p.text for p in inside).split())
    return found.attributes["class"].split(), text, number.attributes


@pytest.mark.parametrize("status", ["retracted", "superseded"])
@pytest.mark.parametrize(
    "address",
    [PAGE, "actors/anna-berg/", "topics/talks/", "analysts/ivo/", "notes/", "notes/2025/"],
)
def test_a_note_that_is_not_current_is_marked_with_its_reason(htmls, status, address):
    html = htmls({NOTE: note(**TAKEN_BACK | {"status": status})})[address]
    (shown,) = html.with_class("note")
    assert status in shown.attributes["class"].split()
    assert html.text_of("note-state") == status.capitalize()
    assert html.text_of("note-status") == "Reason: There was a text."
    assert "Nobody had expected one." in html.text_of("note-body")


@pytest.mark.parametrize("address", [PAGE, "actors/anna-berg/", "analysts/ivo/", "notes/"])
def test_a_current_note_has_no_mark(htmls, address):
    html = htmls({NOTE: note(actors=["anna-berg"])})[address]
    assert html.with_class("note")
    assert not html.with_class("note-state")


def test_the_words_under_a_note_that_is_not_current_are_marked_too(htmls):
    html = htmls({NOTE: note(**TAKEN_BACK)})[PAGE]
    assert [mark.attributes["class"] for mark in html.named("mark")] == [
        "passage context retracted"
    ]
    (reference,) = html.with_class("note-ref")
    assert reference.attributes["aria-label"] == "Note 1, retracted"


def test_where_an_article_is_cited_a_note_that_is_not_current_says_so(htmls):
    other = {"articles/2025/vienna-again.md": article(title="Again")}
    html = htmls(other | {NOTE: note(sources=["vienna-again"], **TAKEN_BACK)})
    assert html["articles/2025/vienna-again/"].text_of("note-state") == "Retracted"


def test_the_search_is_told_what_is_not_current(archive):
    site = site_of(archive({NOTE: note(**TAKEN_BACK), OTHER: note()}))
    notes = {
        path.partition("#")[2]: re.findall(r'-meta="status">(\w+)<', document)
        for path, document in site.entries.items()
        if "#" in path
    }
    assert notes == {"note-first": ["retracted"], "note-other": []}


def test_numbers_of_notes_count_the_current_ones(archive):
    site = site_of(archive({NOTE: note(**TAKEN_BACK), OTHER: note()}))
    pages = {address: read_html(page.html) for address, page in site.pages.items()}
    home = read_html(site.home)
    assert home.text_of("tally").startswith("1 article 1 note")
    assert home.text_of("row-foot") == "Talks · 1 note"
    assert home.text_of("chips").startswith("Talks 1")
    assert pages["articles/"].text_of("row-foot") == "Talks · 1 note"
    assert pages["analysts/"].text_of("index").startswith("Ivo Lind 1")
    assert "1 note, 1 more retracted or superseded" in pages["analysts/ivo/"].text_of("citation")


def test_the_home_page_shows_no_note_that_was_taken_back_as_new(archive):
    site = site_of(archive({NOTE: note(**TAKEN_BACK), OTHER: note("Still so.")}))
    assert read_html(site.home).text_of("note-body") == "Still so."


def test_a_reanchored_note_shows_when_by_whom_and_from_which_words(htmls):
    history = [
        {"at": "2025-03-06", "by": "ivo", "from": "no draft had been agreed"},
        {"at": "2025-05-12", "by": "A reader", "from": "no text was “agreed”"},
    ]
    html = htmls({NOTE: note(reanchored=history)})[PAGE]
    assert html.text_of("note-history") == (
        "Re-anchored after the text changed "
        "6 March 2025 by Ivo Lind, from “no draft had been agreed” "
        "12 May 2025 by A reader, from “no text was “agreed””"
    )
    assert [e.name for e in html.with_class("note-history")] == ["details"]
    assert "../../../analysts/ivo/" in html.values("href")


def test_a_note_without_a_history_shows_none(htmls):
    assert not htmls({})[PAGE].with_class("note-history")


def test_a_note_whose_words_are_gone_stands_on_earlier_text_with_what_it_quoted(htmls):
    gone = note(quote="Words of an earlier text", **TAKEN_BACK)
    html = htmls({OTHER: gone})[PAGE]
    classes, text, number = aside(html, "other")
    assert "retracted" in classes
    assert text.startswith("2 Context Retracted Reason: There was a text. Words of an earlier text")
    assert number == {"class": "note-number", "href": "#note-other", "aria-label": "Note 2"}
    assert "Each note gives the words it quoted." in html.text_of("notes-earlier")


def test_an_answer_whose_words_are_gone_shows_them_beside_a_note_that_stands(htmls):
    gone = note(quote="Words of an earlier text", reply_to="first", **TAKEN_BACK)
    html = htmls({OTHER: gone})[PAGE]
    assert "Words of an earlier text" in html.text_of("note-quote")
    assert aside(html, "first")[2]["href"] == "#passage-first"
    assert aside(html, "other")[2]["aria-label"] == "Note 2, in answer to note 1"


@pytest.mark.parametrize(
    ("keys", "how", "href", "label"),
    [
        ({}, {}, "#passage-first", "Note 1: back to the passage"),
        ({"quote": None, "whole": True}, {}, "#note-first", "Note 1"),
        ({}, {"text": "link-only"}, "#note-first", "Note 1"),
        ({}, {"status": "withdrawn"}, "#note-first", "Note 1"),
    ],
)
def test_a_number_leads_back_to_the_passage_only_where_there_is_one(htmls, keys, how, href, label):
    html = htmls({NOTE: note(**keys), ARTICLE: article(TEXT, **how)})[PAGE]
    number = aside(html, "first")[2]
    assert (number["href"], number["aria-label"]) == (href, label)
    assert re.fullmatch(r"#[a-z-]+", href)
    assert href[1:] in html.values("id")

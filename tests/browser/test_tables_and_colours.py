"""What the sheets leave to the text and to the settings: where numbers stand, and a palette."""

import re

import pytest
from playwright.sync_api import expect

ARTICLE = "articles/2015/minsk-package-of-measures/"
NOTED = "articles/2025/moscow-foreign-troops-negotiable/"

COLOURS = """() => [...document.querySelectorAll("body, h1, .standfirst, .passage, .note-kind")]
    .flatMap((it) => Object.values({ ...getComputedStyle(it) })
        .map((name) => getComputedStyle(it).getPropertyValue(name))
        .filter((value) => value.startsWith("rgb") || value.startsWith("color")))"""

WITHOUT_PALETTE = """() => ["scheme", "primary", "accent"]
    .forEach((it) => document.body.removeAttribute(`data-md-color-${it}`))"""


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_an_archive_that_names_no_palette_has_the_same_colours(visit, colours):
    page = visit(ARTICLE, color_scheme=colours)
    before = page.evaluate(COLOURS)
    page.evaluate(WITHOUT_PALETTE)
    assert page.evaluate(COLOURS) == before
    assert len(set(before)) > 5


def test_the_cells_of_a_table_stand_where_its_text_says(visit):
    page = visit(ARTICLE)
    table = page.locator(".annotated table").first
    table.evaluate("it => it.rows[1].cells[0].align = 'right'")
    first, second = table.locator("tr").nth(1).locator("td").all()
    expect(first).to_have_css("text-align", re.compile("right$"))
    expect(second).to_have_css("text-align", "start")
    expect(table.locator("th").first).to_have_css("text-align", "start")


def test_a_table_that_is_wider_than_a_phone_moves_by_itself(visit):
    page = visit(ARTICLE, viewport={"width": 320, "height": 800})
    table = page.locator(".annotated table").first
    table.evaluate("it => { it.rows[1].cells[1].textContent = 'm'.repeat(90); }")
    assert table.evaluate("it => it.scrollWidth > it.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_words_with_notes_can_be_read_in_colours_that_the_reader_has_chosen(visit, colours):
    page = visit(NOTED, color_scheme=colours, forced_colors="active")
    text = page.locator(".annotated p").first.evaluate("it => getComputedStyle(it).color")
    for passage in page.locator("mark.passage").all():
        expect(passage).to_have_css("color", text)
        expect(passage).to_have_css("background-color", re.compile(r", 0\)$"))
    lit = page.locator("mark.passage").first
    lit.evaluate("it => it.classList.add('lit')")
    expect(lit).to_have_css("background-color", re.compile(r"^rgb\("))


def test_words_whose_notes_are_hidden_look_like_any_others(visit):
    page = visit(NOTED)
    page.locator(".notes-menu > summary").click()
    page.get_by_label("Show notes").uncheck()
    passages = page.locator("mark.passage")
    assert passages.evaluate_all("them => them.some((it) => it.dataset.notes.includes(' '))")
    for passage in passages.all():
        expect(passage).to_have_css("border-bottom-style", "none")

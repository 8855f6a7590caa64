"""What a page is seen and read without: its scripts are asked for once it has been painted."""

import pytest
from kinds_of_page import ARTICLE
from playwright.sync_api import expect

SCRIPTS = {
    "theme-palette",
    "previews",
    "found-words",
    "search-key",
    "notes-light",
    "propose",
    "share",
}

FRAMES = """addEventListener("DOMContentLoaded", () =>
    requestAnimationFrame(() => { window.framed = performance.now(); }));"""
ASKED_FOR = """Object.fromEntries(performance.getEntriesByType("resource").map((it) =>
    [it.name.match(/([^/]+)[.]js$/)?.[1], it.startTime]))"""

pytestmark = pytest.mark.parametrize("before_each_page", [FRAMES], ids=["as-readers-do"])


def test_scripts_that_paint_nothing_are_asked_for_after_the_paint(visit):
    page = visit(ARTICLE)
    page.wait_for_load_state("networkidle")
    asked = page.evaluate(ASKED_FOR)
    assert asked.keys() >= SCRIPTS | {"article"}
    framed = page.evaluate("framed")
    assert asked["article"] < framed
    assert {name for name in SCRIPTS if asked[name] < framed} == set()


def test_they_run_in_the_order_in_which_they_stand(visit):
    page = visit(ARTICLE)
    expect(page.locator("template.later")).to_have_count(0)
    apart = "[...document.querySelectorAll('body script[src]')].filter((it) => it.async).length"
    assert page.evaluate(apart) == 0


def test_what_they_do_is_there_for_readers_who_look_a_little_later(visit):
    page = visit(ARTICLE)
    expect(page.get_by_role("button", name="Copy link").first).to_be_visible()
    page.keyboard.press("/")
    expect(page.get_by_label("Search the archive")).to_be_focused()


def test_nobody_asks_for_them_where_scripts_do_not_run(visit):
    page = visit(ARTICLE, java_script_enabled=False)
    expect(page.locator("script[src]")).to_have_count(1)
    expect(page.locator("template.later")).not_to_have_count(0)

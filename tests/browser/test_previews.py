"""What a reader sees of a link before they follow it."""

import re

import pytest
from kinds_of_page import ACTOR, ARTICLE
from playwright.sync_api import expect

BUDAPEST = "articles/1994/budapest-memorandum/"
MINSK = "articles/2014/minsk-protocol/"
PAUSE = 300  # milliseconds on a link after which its preview is wanted
PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}


def mention(page, actor):
    return page.locator(f'.annotated a.mention[data-actor="{actor}"]').first


def preview(page):
    return page.get_by_role("tooltip")


def fetched(page):
    """The addresses that scripts ask for from now on."""
    asked = []
    page.on("request", lambda it: it.resource_type == "fetch" and asked.append(it.url))
    return asked


def test_a_mention_shows_who_it_is_and_where_it_was_named_last(visit, site_address):
    page = visit(ARTICLE)
    asked = fetched(page)
    mention(page, "vladimir-putin").hover()
    card = preview(page)
    expect(card).to_contain_text("Vladimir Putin")
    expect(card).to_contain_text("Владимир Путин")
    expect(card).to_contain_text("President of Russia (17 December 2025)")
    expect(card.locator("blockquote")).to_contain_text("Putin")
    expect(card.locator("blockquote")).not_to_contain_text("Sergei Lavrov had warned")
    assert asked == [f"{site_address}actors/vladimir-putin/"]


def test_nothing_is_fetched_before_a_reader_rests_on_a_link(visit):
    page = visit(ARTICLE)
    asked = fetched(page)
    page.clock.install()
    page.clock.pause_at("2100-01-01")  # only the test moves it
    mention(page, "vladimir-putin").hover()
    page.clock.run_for(PAUSE - 1)
    mention(page, "dmitry-peskov").hover()
    page.clock.run_for(PAUSE - 1)
    assert asked == []
    with page.expect_request("**/actors/dmitry-peskov/"):
        page.clock.run_for(1)


@pytest.mark.parametrize(
    ("address", "office"),
    [(BUDAPEST, ["President of Ukraine (5 December 1994)"]), (MINSK, [])],
    ids=["in-office", "out-of-office"],
)
def test_an_office_is_that_of_the_articles_date(visit, address, office):
    page = visit(address)
    mention(page, "leonid-kuchma").hover()
    expect(preview(page)).to_contain_text("Leonid Kuchma")
    assert preview(page).locator(".preview-office").all_text_contents() == office


def test_a_topic_shows_what_it_covers(visit):
    page = visit(ARTICLE)
    page.locator(".kicker a", has_text="Multinational force").hover()
    expect(preview(page)).to_contain_text("Plans to station troops of other states in Ukraine")


def test_a_note_elsewhere_shows_what_it_says(visit):
    page = visit(ARTICLE)
    page.locator('.about a[href*="dmitry-peskov/#note-"]').hover()
    expect(preview(page)).to_contain_text("On “Dmitry Peskov”")
    expect(preview(page)).to_contain_text("The two formulas stood in one answer")


def test_a_note_that_stands_in_sight_shows_no_preview(visit):
    page = visit(ARTICLE, viewport={"width": 1440, "height": 900})
    page.locator("a.note-ref").first.hover()
    with page.expect_request("**/actors/ukraine/"):
        mention(page, "ukraine").hover()  # rested on later, shown first
    expect(preview(page)).to_contain_text("Ukraine")


def test_a_note_of_the_page_that_is_out_of_sight_is_shown_without_fetching(visit):
    page = visit(ARTICLE, viewport={"width": 600, "height": 300})
    asked = fetched(page)
    page.locator("a.note-ref").nth(4).hover()
    expect(preview(page)).to_contain_text("in answer to note 4")
    assert asked == []


def test_the_keyboard_opens_it_and_escape_closes_it(visit):
    page = visit(ARTICLE)
    link = mention(page, "vladimir-putin")
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(preview(page)).to_contain_text("Vladimir Putin")
    expect(link).to_have_accessible_description(re.compile("^Vladimir Putin"))
    page.keyboard.press("Escape")
    expect(preview(page)).to_be_hidden()
    expect(link).to_be_focused()
    expect(link).not_to_have_attribute("aria-describedby", "preview")


def test_it_stays_while_the_pointer_is_on_it_and_goes_when_it_leaves(visit):
    page = visit(ARTICLE)
    mention(page, "vladimir-putin").hover()
    expect(preview(page)).to_be_visible()
    preview(page).locator("blockquote").hover()
    page.wait_for_timeout(500)  # longer than a preview waits before it goes
    expect(preview(page)).to_be_visible()
    page.locator("h1").hover()
    expect(preview(page)).to_be_hidden()


def test_a_first_tap_shows_it_and_a_second_goes_there(visit):
    page = visit(ARTICLE, **PHONE)
    mention(page, "vladimir-putin").tap()
    expect(preview(page)).to_contain_text("President of Russia")
    box = preview(page).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["viewport"]["width"]
    mention(page, "vladimir-putin").tap()
    page.wait_for_url("**/actors/vladimir-putin/")


def test_a_tap_elsewhere_closes_it(visit):
    page = visit(ARTICLE, **PHONE)
    mention(page, "ukraine").tap()
    expect(preview(page)).to_be_visible()
    page.locator("h1").tap()
    expect(preview(page)).to_be_hidden()


def test_nothing_in_it_can_be_reached_or_stands_twice_in_the_page(visit):
    page = visit(ACTOR)
    page.locator('.note-foot a[href*="#note-"]').first.hover()
    expect(preview(page)).to_be_visible()
    assert preview(page).locator("a, button, [id], [tabindex]").count() == 0

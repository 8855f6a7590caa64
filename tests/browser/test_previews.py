"""What a reader sees of a link before they follow it."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
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
    expect(card).to_contain_text("Person")
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


def test_what_is_fetched_for_a_link_is_given_up_when_the_reader_leaves_it(visit):
    page = visit(ARTICLE)
    page.route("**/actors/vladimir-putin/", lambda _: None)  # it never answers
    with page.expect_request("**/actors/vladimir-putin/"):
        mention(page, "vladimir-putin").hover()
    with page.expect_event("requestfailed") as failed:
        page.locator("h1").hover()
    assert failed.value.failure == "net::ERR_ABORTED"


def test_escape_gives_up_a_preview_that_is_not_there_yet(visit):
    page = visit(ARTICLE)
    page.route("**/actors/vladimir-putin/", lambda _: None)
    with page.expect_request("**/actors/vladimir-putin/"):
        mention(page, "vladimir-putin").hover()
    with page.expect_event("requestfailed"):
        page.keyboard.press("Escape")


def test_where_a_page_has_nothing_to_show_there_is_no_card(visit):
    page = visit(ARTICLE)
    page.route("**/actors/vladimir-putin/", lambda it: it.fulfill(content_type="text/html"))
    with page.expect_request_finished(lambda it: "vladimir-putin" in it.url):
        mention(page, "vladimir-putin").hover()
    expect(mention(page, "vladimir-putin")).not_to_have_attribute("aria-describedby", "preview")
    mention(page, "dmitry-peskov").hover()
    expect(preview(page)).to_contain_text("Dmitry Peskov")


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
    expect(preview(page)).to_contain_text("that the matter can be discussed”")
    expect(preview(page)).to_contain_text("The two formulas stood in one answer")
    expect(preview(page)).to_contain_text("High confidence")


def test_a_note_shows_no_preview_of_itself(visit, site_address):
    page = visit(ACTOR)
    asked = fetched(page)
    page.clock.install()
    page.locator(".note-card .note-foot a[href*='#note-']").first.hover()
    page.clock.run_for(PAUSE)
    page.locator(".together a").first.hover()
    page.clock.run_for(PAUSE)
    expect(preview(page)).to_be_visible()
    assert asked == [site_address + "actors/donald-trump/"]


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
    expect(link).to_have_accessible_description(re.compile("^Person Vladimir Putin"))
    page.keyboard.press("Escape")
    expect(preview(page)).to_be_hidden()
    expect(link).to_be_focused()
    expect(link).not_to_have_attribute("aria-describedby", "preview")


def test_it_stays_while_the_pointer_is_on_it_and_goes_when_it_leaves(visit):
    page = visit(ARTICLE)
    page.clock.install()
    mention(page, "vladimir-putin").hover()
    expect(preview(page)).to_be_visible()
    preview(page).locator("blockquote").hover()
    page.clock.run_for(2 * PAUSE)
    expect(preview(page)).to_be_visible()
    page.locator("h1").hover()
    expect(preview(page)).to_be_hidden()


def test_it_stays_while_the_keyboard_is_on_its_link_wherever_the_pointer_goes(visit):
    page = visit(ARTICLE)
    page.clock.install()
    mention(page, "vladimir-putin").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(preview(page)).to_be_visible()
    page.locator("h1").hover()
    page.clock.run_for(2 * PAUSE)
    expect(preview(page)).to_contain_text("Vladimir Putin")


def test_it_leaves_the_line_free_that_the_pointer_is_on(visit):
    page = visit(ARTICLE, viewport={"width": 320, "height": 640})
    broken = page.locator(".annotated a.mention").evaluate_all(
        "links => links.findIndex((it) => it.getClientRects().length > 1)"
    )
    link = page.locator(".annotated a.mention").nth(broken)
    link.evaluate("it => it.scrollIntoView({ block: 'center' })")
    line = link.evaluate("it => it.getClientRects()[1].toJSON()")
    page.mouse.move(line["left"] + 5, line["top"] + 5)
    expect(preview(page)).to_be_visible()
    box = preview(page).bounding_box()
    assert box["y"] >= line["bottom"] or box["y"] + box["height"] <= line["top"]


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_in_it(visit, colours):
    page = visit(ARTICLE, viewport={"width": 600, "height": 400}, color_scheme=colours)
    for link in (mention(page, "dmitry-peskov"), page.locator('.about a[href*="peskov/#note-"]')):
        link.hover()
        expect(link).to_have_attribute("aria-describedby", "preview")
        assert Axe().run(page).response["violations"] == []


@pytest.mark.parametrize("height", [640, 480, 256])
@pytest.mark.parametrize("actor", ["ukraine", "sergei-lavrov", "nato"])
def test_it_never_leaves_the_window(visit, actor, height):
    page = visit(ARTICLE, viewport={"width": 320, "height": height}, has_touch=True)
    mention(page, actor).tap()
    expect(preview(page)).to_be_visible()
    box = preview(page).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= height


def test_a_first_tap_shows_it_and_a_second_goes_there(visit):
    page = visit(ARTICLE, **PHONE)
    mention(page, "vladimir-putin").tap()
    expect(preview(page)).to_contain_text("President of Russia")
    mention(page, "vladimir-putin").tap()
    page.wait_for_url("**/actors/vladimir-putin/")


def test_a_tap_elsewhere_closes_it(visit):
    page = visit(ARTICLE, **PHONE)
    mention(page, "ukraine").tap()
    expect(preview(page)).to_be_visible()
    page.locator("h1").tap()
    expect(preview(page)).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "link"),
    [(ACTOR, ".together th a"), (ARTICLE, ".about a[href*='#note-']"), (ARTICLE, "a.note-ref")],
    ids=["dossier", "note-elsewhere", "note-here"],
)
def test_nothing_in_it_can_be_reached_or_stands_twice_in_the_page(visit, address, link):
    page = visit(address, viewport={"width": 600, "height": 300})
    page.locator(link).last.hover()
    expect(preview(page)).to_be_visible()
    assert preview(page).locator("a, button, [id], [tabindex]").count() == 0

"""How a reader searches: by kind, by years, from the keyboard, in either alphabet."""

import pytest
from kinds_of_page import ARTICLE
from playwright.sync_api import expect

MARKED = "CSS.highlights.get('found')?.size ?? 0"


def results(page, address):
    """The search page, once it has answered."""
    page.get_by_role("status").filter(has_text="result").wait_for()
    assert address in page.url
    return page.locator(".result-title").all_text_contents()


def given_by(page, script, function, words):
    """What a function of one of the page's scripts makes of words."""
    module = f"new URL('../assets/scripts/{script}', location)"
    return page.evaluate(f"words => import({module}).then(it => it.{function}(words))", words)


def test_results_stand_in_groups_by_kind_the_best_first(visit):
    page = visit("search/?q=grain")
    results(page, "q=grain")
    groups = page.locator(".result-group").all_text_contents()
    assert groups[0] == "Topics"
    assert {"Articles", "Notes"} < set(groups)
    assert len(set(groups)) == len(groups)
    topics = page.locator(".result-group", has_text="Topics").locator("+ ol .result-title")
    expect(topics).to_have_text(["Grain exports"])


def test_results_by_date_stand_in_no_groups(visit):
    page = visit("search/?q=grain&order=newest")
    assert results(page, "order=newest")
    expect(page.locator(".result-group")).to_have_count(0)


def test_years_narrow_what_is_found_and_stand_in_the_address(visit, data):
    page = visit("search/?kind=Article")
    every = results(page, "kind=Article")
    page.get_by_label("From").fill("2022")
    page.get_by_label("to", exact=True).fill("2023")
    page.wait_for_url("**from=2022&to=2023**")
    within = [row["title"] for row in data("articles") if row["published"][:4] in {"2022", "2023"}]
    expect(page.get_by_role("status")).to_have_text(f"{len(within)} results")
    assert set(results(page, "to=2023")) <= set(within)

    page.reload()
    expect(page.get_by_role("status")).to_have_text(f"{len(within)} results")
    page.get_by_role("button", name="Clear all filters").click()
    expect(page.get_by_label("From")).to_have_value("")
    assert len(every) == 10


def test_years_and_a_chosen_year_hold_together(visit):
    page = visit("search/?q=Ukraine&year=2022&from=2023")
    expect(page.get_by_role("status")).to_have_text("No results for “Ukraine”")


def test_on_paper_there_is_what_was_chosen_and_nothing_to_click(visit):
    page = visit("search/?q=Ukraine&kind=Article&from=2022")
    results(page, "kind=Article")
    page.emulate_media(media="print")
    expect(page.get_by_label("Article")).to_be_visible()
    expect(page.get_by_label("From")).to_be_visible()
    expect(page.get_by_role("checkbox")).to_have_count(1)
    for gone in (page.get_by_label("Order"), page.get_by_role("searchbox")):
        expect(gone).to_be_hidden()
    expect(page.get_by_role("button").filter(visible=True)).to_have_count(0)


def test_the_words_are_marked_on_the_page_that_opens_until_escape(visit):
    page = visit("search/?q=grain")
    page.get_by_role("link", name="Grain may leave three Ukrainian ports", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Grain may leave three Ukrainian ports"
    )
    page.wait_for_load_state()
    assert page.evaluate(MARKED) > 2
    page.keyboard.press("Escape")
    assert page.evaluate(MARKED) == 0
    assert "found=" not in page.url


def test_words_in_a_note_lead_to_it_and_are_marked(visit):
    page = visit("search/?q=obligation&kind=Note")
    page.locator(".result", has=page.locator("mark")).first.get_by_role("link").click()
    expect(page.locator("aside.note:target")).to_be_in_viewport()
    page.wait_for_load_state()
    assert page.evaluate(MARKED) > 0


def test_words_in_an_address_are_looked_for_as_they_stand(visit):
    page = visit(f"{ARTICLE}?found=(.*)&found=%5B%5E")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate(MARKED) == 0


@pytest.mark.parametrize(
    ("address", "box"), [(ARTICLE, "masthead-words"), ("search/", "search-words")]
)
def test_a_slash_goes_to_the_search(visit, address, box):
    page = visit(address)
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(page.locator(f"#{box}")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator(f"#{box}")).to_have_value("/")


def test_escape_goes_from_a_result_back_to_the_box(visit):
    page = visit("search/?q=grain")
    results(page, "q=grain")
    box = page.get_by_label("Words, names or a phrase")
    box.press("ArrowDown")
    expect(page.locator(".result-title a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_be_focused()


@pytest.mark.parametrize("words", ["pervoprichiny", "первопричины"])
def test_a_word_is_found_in_either_alphabet(visit, words):
    page = visit(f"search/?q={words}")
    assert "On “Vladimir Putin”" in results(page, "q=")


@pytest.mark.parametrize(
    ("latin", "ukrainian", "russian"),
    [
        ("Kharkiv", "харків", "харкив"),
        ("perehovory", "переговори", "переховоры"),
        ("peregovory", "переговори", "переговоры"),
        ("obsuzhdeniya", "обсужденія", "обсуждения"),
        ("mobilizatsiia", "мобілізація", "мобилизация"),
        ("Zelenskyi", "зеленський", "зеленский"),
        ("Shcherbakivska", "щербаківска", "щербакивска"),
    ],
)
def test_latin_spellings_in_cyrillic(visit, latin, ukrainian, russian):
    page = visit("search/")
    assert given_by(page, "search-cyrillic.js", "cyrillic", latin) == [ukrainian, russian]


@pytest.mark.parametrize("words", ["Харків", "NATO 2022", "об'єкт", "EU", "“grain”"])
def test_other_words_are_left_as_they_are(visit, words):
    page = visit("search/")
    assert given_by(page, "search-cyrillic.js", "cyrillic", words) == []


@pytest.mark.parametrize(
    ("language", "asked", "told"),
    [
        ("en", "talks in the Kremlin", "talks Kremlin"),
        ("en", "The Kremlin", "Kremlin"),
        ("en", "plan A  or B", "plan A B"),
        ("en", "WHO IS to pay", "WHO IS pay"),
        ("en", "to the", "to the"),
        ("en", "", ""),
        ("en", '"in the Kremlin" of', '"in the Kremlin" of'),
        ("en-GB", "gas for Kyiv", "gas Kyiv"),
        ("de", "die Gespräche in Wien", "Gespräche Wien"),
        ("uk", "переговори в Києві", "переговори Києві"),
        ("x", "talks in the Kremlin", "talks in the Kremlin"),
    ],
)
def test_common_words_are_left_out_where_others_are_asked_for(visit, language, asked, told):
    page = visit("topics/")
    page.evaluate("language => { document.documentElement.lang = language; }", language)
    assert given_by(page, "search-common.js", "telling", asked) == told

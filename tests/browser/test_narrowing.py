"""How a reader narrows a dossier's passages without leaving it."""

from playwright.sync_api import expect

PUTIN = "actors/vladimir-putin/"
SUMMARY = "Narrow these by topic, outlet, who else is named"


def titles(page):
    return page.locator(".passages .appearance:visible .row-title").all_text_contents()


def test_values_of_different_kinds_narrow_together_and_stand_in_the_address(visit):
    page = visit(PUTIN)
    every = titles(page)
    page.get_by_text(SUMMARY).click()
    page.get_by_role("button", name="Security guarantees").click()
    page.get_by_role("button", name="Donald Trump").click()
    status = page.locator(".narrowed")
    expect(status).to_contain_text(f"4 of {len(every)} articles shown")
    narrowed = titles(page)
    assert len(narrowed) == 4
    assert page.url.endswith("?topic=security-guarantees&actor=donald-trump")
    expect(page.get_by_role("heading", name="2022", exact=True)).to_be_hidden()

    page.reload()
    assert titles(page) == narrowed
    page.get_by_role("button", name="Show all").click()
    assert titles(page) == every
    assert page.url.endswith(PUTIN)


def test_the_same_value_again_lets_all_back(visit):
    page = visit(PUTIN)
    every = titles(page)
    page.get_by_text(SUMMARY).click()
    value = page.get_by_role("button", name="Ceasefire")
    value.press("Enter")
    expect(value).to_have_attribute("aria-pressed", "true")
    assert len(titles(page)) < len(every)
    value.press("Enter")
    expect(value).to_have_attribute("aria-pressed", "false")
    assert titles(page) == every


def test_without_scripts_values_lead_to_their_passages(visit):
    page = visit(PUTIN, java_script_enabled=False)
    page.get_by_text(SUMMARY).click()
    value = page.get_by_role("listitem").filter(has_text="Istanbul talks").last
    value.get_by_role("link").first.click()
    expect(page.locator(":target .row-title")).to_have_text(
        "Ukraine and Russia talk to each other again, for less than two hours"
    )


def test_what_the_search_finds_is_narrowed_to_the_dossier(visit):
    page = visit(PUTIN)
    page.get_by_role("link", name="Search in all").click()
    expect(page.get_by_role("status")).to_contain_text("result")
    assert "actor=Vladimir+Putin" in page.url


def test_the_search_goes_on_with_what_was_chosen(visit):
    page = visit(PUTIN)
    page.get_by_text(SUMMARY).click()
    page.get_by_role("button", name="Security guarantees").click()
    page.get_by_role("link", name="Search in all").click()
    expect(page.get_by_role("status")).to_contain_text("result")
    assert "actor=Vladimir+Putin&topic=Security+guarantees" in page.url


def test_the_page_of_a_year_is_narrowed_alike(visit):
    page = visit("actors/ukraine/2025/?outlet=reuters")
    expect(page.get_by_role("button", name="Reuters")).to_have_attribute("aria-pressed", "true")
    assert titles(page) == ["Twenty-six states are said to be ready for a force in Ukraine"]
    expect(page.get_by_role("heading", name="December 2025")).to_be_hidden()


def test_a_bar_leads_to_the_page_of_its_year(visit):
    page = visit(PUTIN)
    page.get_by_role("link", name="2022: 3").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vladimir Putin in 2022")
    assert len(titles(page)) == 3

"""The walk that the archive is for: from an article to an actor, and back to the very words."""

import pytest
from kinds_of_page import ARTICLE
from playwright.sync_api import expect

TITLE = "Moscow lets foreign troops in Ukraine be talked about"

IS_UNCOVERED = """element => {
    const { left, top, width, height } = element.getClientRects()[0];
    const seen = document.elementFromPoint(left + width / 2, top + height / 2);
    return element.contains(seen);
}"""


@pytest.mark.parametrize("javascript", [True, False], ids=["with-scripts", "without-scripts"])
def test_a_mention_leads_to_its_actor_and_the_passage_there_back_to_the_words(visit, javascript):
    page = visit(java_script_enabled=javascript)

    page.get_by_role("link", name=TITLE).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)

    page.locator(".text a.mention", has_text="Peskov").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dmitry Peskov")

    passage = page.locator("blockquote", has_text="the Kremlin spokesman Dmitry Peskov said").first
    passage.get_by_role("link", name=TITLE).click()
    words = page.locator(":target")
    expect(words).to_have_text("Dmitry Peskov")
    expect(words).to_be_in_viewport(ratio=1)
    assert words.evaluate(IS_UNCOVERED)


def test_every_passage_of_an_actor_leads_to_words_that_stand_in_the_article(visit, site_address):
    page = visit("actors/volodymyr-zelensky/")
    links = page.locator("a.to-place")
    addresses = links.evaluate_all("links => links.map(link => link.href)")
    assert addresses
    for address in addresses:
        page.goto(address)
        expect(page.locator(":target")).to_be_in_viewport()
        assert page.locator(":target").evaluate(IS_UNCOVERED), address
        assert address.startswith(site_address)


@pytest.mark.parametrize("javascript", [True, False], ids=["with-scripts", "without-scripts"])
def test_every_note_of_an_article_stands_on_its_page(visit, data, javascript):
    target = f"articles/{ARTICLE.split('/')[-2]}"
    notes = [note["id"] for note in data("notes") if note["target"] == target]
    assert len(notes) > 5

    page = visit(ARTICLE, java_script_enabled=javascript)

    expect(page.locator("aside.note")).to_have_count(len(notes))
    for note in notes:
        expect(page.locator(f"#note-{note} .note-body")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["with-scripts", "without-scripts"])
def test_a_note_leads_to_the_words_it_is_on(visit, data, javascript):
    target = f"articles/{ARTICLE.split('/')[-2]}"
    page = visit(ARTICLE, java_script_enabled=javascript)
    anchored = [note for note in data("notes") if note["target"] == target and "start" in note]
    assert anchored
    for note in anchored:
        page.locator(f"#note-{note['id']} .note-number").click()
        expect(page.locator(":target")).to_be_in_viewport()
        marks = page.locator(f'mark.passage[data-notes~="{note["id"]}"]')
        assert _unspaced("".join(marks.all_text_contents())) == _unspaced(_words_of(note, data))


def _words_of(note, data):
    """The words at a note's offsets in the article's text."""
    article = next(row for row in data("articles") if note["target"] == f"articles/{row['id']}")
    return article["text"][note["start"] : note["end"]]


def _unspaced(text):
    """A passage may run over paragraphs, between which the page has no text."""
    return "".join(text.split())

"""Links to words and to notes, and citations, as a reader copies them."""

import json
import re
from random import Random
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

VIENNA = "articles/2025/vienna/"
SHIPPED = "articles/2025/alaska-summit/"

FRAGMENTS = """async (asked) => {
    const script = document.querySelector("script[src$='share.js']").src;
    const { fragmentFor } = await import(script.replace("share.js", "share-fragment.js"));
    return asked.map((parts) => fragmentFor(...parts));
}"""

SELECT = """([start, end]) => {
    const nodes = [];
    const walker = document.createTreeWalker(
        document.querySelector(".annotated"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) nodes.push(walker.currentNode);
    const range = document.createRange();
    const first = nodes.find((node) => node.data.includes(start));
    const last = nodes.find((node) => node.data.includes(end));
    range.setStart(first, first.data.indexOf(start));
    range.setEnd(last, last.data.indexOf(end) + end.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
}"""

COPIED = "navigator.clipboard.readText()"


@pytest.fixture
def article(visit):
    """Opens an article as a reader whose clipboard can be looked at."""

    def opened(address=SHIPPED, **settings):
        return visit(address, permissions=["clipboard-read", "clipboard-write"], **settings)

    return opened


def link_to(page, start, end):
    page.evaluate(SELECT, [start, end])
    page.get_by_role("button", name="Link to these words").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    return page.evaluate(COPIED)


@pytest.mark.parametrize(
    ("parts", "fragment"),
    [
        (("", "", ""), ""),
        (("", " \n", ""), ""),
        (("He said ", "no text", " was there.\n"), "text=no%20text"),
        (("xx no te", "xt h", "ere\n"), "text=text%20here"),
        (("one ", "a-b, c & d", " e"), "text=a%2Db%2C%20c%20%26%20d"),
        (("\nNo text.\nHe said ", "no text", " was"), "text=said-,no%20text"),
        (("\nNo text.\n", "No text", " was"), "text=No%20text,-was"),
        (("A Yes said “", "Yes", "”, and"), "text=%E2%80%9C-,Yes"),
        (("A\n", "First words.\nLast words", " end"), "text=First%20words.,Last%20words"),
    ],
)
def test_a_fragment_names_no_more_than_tells_words_apart(visit, parts, fragment):
    assert visit(SHIPPED).evaluate(FRAGMENTS, [parts]) == [fragment]


def test_whatever_is_selected_the_fragment_fits_there_first(visit):
    chance = Random(7)
    words = ["the", "The", "no", "half-way", "“so”", "y.", *(f"word{n}" for n in range(30))]
    asked = []
    for _ in range(500):
        text = "".join(
            chance.choice(words) + chance.choice([" ", " ", " ", "\n"])
            for _ in range(chance.randint(3, 60))
        )
        start, end = sorted(chance.sample(range(len(text) + 1), 2))
        asked.append((text[:start], text[start:end], text[end:]))
    missed = []
    for parts, fragment in zip(asked, visit(SHIPPED).evaluate(FRAGMENTS, asked), strict=True):
        assert bool(fragment) is bool(parts[1].strip())
        if fragment and shown(fragment, "".join(parts)) != chosen(*parts):
            missed.append(parts)
    assert len(missed) < 40, missed  # a paragraph of one word, which stands before as well


def chosen(before, words, after):
    """What is selected, widened to whole words, in the page as one line: where, and how long."""
    lead = re.search(r"[\w’-]*\Z", before)[0] if words == words.lstrip() else ""
    rest = re.match(r"[\w’-]*", after)[0] if words == words.rstrip() else ""
    whole = " ".join((lead + words + rest).split())
    start = len(before + words) - len(words.lstrip()) - len(lead)
    return len(" ".join([*f"{before}{words}{after}"[:start].split(), ""]).lstrip()), whole.lower()


def shown(fragment, page):
    """The first place that a fragment fits, as a browser looks for it: where, and the words."""
    line = " ".join(page.split()).lower()
    parts = [unquote(it).lower() for it in fragment.removeprefix("text=").split(",")]
    written = fragment.removeprefix("text=").split(",")
    lead = parts.pop(0)[:-1] if written[0].endswith("-") else ""
    rest = parts.pop()[1:] if written[-1].startswith("-") else ""
    start, *ends = map(re.escape, parts)
    middle = f"{start}.*?{ends[0]}" if ends else start
    pattern = rf"{re.escape(lead)}\s?(?P<words>{middle})" + (
        rf"\s?{re.escape(rest)}" if rest else ""
    )
    found = re.search(pattern, line)
    return found and (found.start("words"), found["words"])


def test_a_link_to_words_shows_them(article):
    page = article(viewport={"width": 1000, "height": 400})
    link = link_to(page, "Several media", "given up or traded")
    assert link.startswith(page.url)
    page.goto("about:blank")
    page.goto(link)
    expect(page.get_by_text("Several media reported")).to_be_in_viewport()
    assert page.evaluate("scrollY") > 0


def test_words_over_several_paragraphs_are_named_by_their_ends(article):
    link = link_to(article(), "After nearly three hours", "the accounts differ")
    _, _, fragment = link.partition("#:~:text=")
    first, last = fragment.split(",")
    assert first.startswith("After%20nearly%20three%20hours")
    assert last.endswith("the%20accounts%20differ")


def test_the_bar_offers_a_note_and_a_link_and_fits_a_telephone(article):
    page = article(viewport={"width": 320, "height": 600})
    page.evaluate(SELECT, ["Donald Trump", "received"])
    bar = page.get_by_role("group", name="The selected words")
    expect(bar.get_by_role("button")).to_have_text(["Add a note", "Link to these words"])
    box = bar.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    page.keyboard.press("Escape")
    expect(bar).to_be_hidden()


def test_words_can_be_linked_where_no_forge_is_named(archive_on, reader):
    _, site = archive_on("none")
    page = reader(site, VIENNA, permissions=["clipboard-read", "clipboard-write"])
    page.evaluate(SELECT, ["left on", "Friday"])
    page.get_by_role("button", name="Link to these words").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    assert page.evaluate(COPIED).startswith(f"{site}{VIENNA}#:~:text=")


def test_a_note_has_a_link_to_copy(article, site_address):
    page = article()
    page.locator("aside.note").get_by_role("button", name="Copy link").first.click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    id_ = page.locator("aside.note").first.get_attribute("id")
    assert page.evaluate(COPIED) == f"{site_address}{SHIPPED}#{id_}"
    expect(page.locator("aside.note").get_by_role("button", name="Copy link").first).to_be_visible()


def test_a_citation_is_copied_whole(article):
    page = article()
    page.get_by_role("link", name="Cite", exact=True).click()
    for index, shape in enumerate(["BibTeX", "CSL-JSON"]):
        page.locator(".cite .copies").nth(index).click()
        expect(page.locator(".cite .copies").nth(index)).to_have_text("Copied")
        written = page.evaluate(COPIED)
        assert written == page.get_by_label(shape).text_content()
    assert [item["id"] for item in json.loads(written)] == [
        "alaska-summit",
        "alaska-summit:archive",
    ]


def test_the_head_leads_into_the_citation(article):
    page = article()
    expect(page.get_by_label("BibTeX")).to_be_hidden()
    page.get_by_role("link", name="Cite", exact=True).click()
    expect(page.get_by_label("BibTeX")).to_be_visible()


def test_without_scripts_nothing_offers_to_copy(visit):
    page = visit(SHIPPED, java_script_enabled=False)
    expect(page.get_by_text("Cite this article")).to_be_visible()
    expect(page.locator(".copies")).to_have_count(0)
    expect(page.get_by_role("button", name="Link to these words")).to_have_count(0)


def test_where_copying_is_forbidden_that_is_said(visit):
    page = visit(SHIPPED)
    page.evaluate("""() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
        document.execCommand = () => false;
    }""")
    page.locator("aside.note").get_by_role("button", name="Copy link").first.click()
    expect(page.get_by_role("button", name="Copying is not allowed here")).to_be_visible()

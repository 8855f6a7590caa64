"""A text with its notes: none on another at any width, folded, lit, hidden, and from the right."""

import pytest
from hosting import PATH, served
from noted import ARABIC, ARCHIVE, BOOK, CROWD, MIXED, NOTES, address, mkdocs_yml
from playwright.sync_api import expect
from proposing import built

from archives import REPOSITORY, write

PHONE, DESK = {"width": 380, "height": 800}, {"width": 1440, "height": 900}
WIDTHS = [*range(320, 1400, 60), 1055, 1056, 1057, 1199, 1200, 1440, 1920, 2560]

SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"

OVERLAPPING = """() => {
    const boxes = [...document.querySelectorAll(".text .note, .annotated > p, .head > *")]
        .filter((it) => it.offsetHeight)
        .map((it) => [it.id || it.className || it.textContent.slice(0, 20),
                      it.getBoundingClientRect()]);
    const found = [];
    boxes.forEach(([name, a], at) => boxes.slice(at + 1).forEach(([other, b]) => {
        const apart = a.right <= b.left + 1 || b.right <= a.left + 1 ||
            a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
        if (!apart) found.push(`${name} and ${other}`);
    }));
    return found;
}"""

STICKING_OUT = """() => document.documentElement.scrollWidth - innerWidth"""

WATCH_SHIFTS = """
    globalThis.shifted = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) shifted += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
"""

CHARACTERS_A_LINE = """() => {
    const lines = [];
    for (const paragraph of document.querySelectorAll(".annotated > p")) {
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        const style = getComputedStyle(paragraph);
        const height = parseFloat(style.lineHeight);
        const count = Math.round(paragraph.getBoundingClientRect().height / height);
        if (count < 3) continue;
        const last = range.getClientRects();
        const filled = count - 1 +
            (Math.abs(last[last.length - 1].right - paragraph.getBoundingClientRect().left) /
                paragraph.getBoundingClientRect().width);
        lines.push(paragraph.textContent.length / filled);
    }
    return lines;
}"""


@pytest.fixture(scope="module")
def site_address(tmp_path_factory):
    """Where the archive of many notes is served."""
    root = tmp_path_factory.mktemp("noted")
    write(root, ARCHIVE)
    (root / "mkdocs.yml").write_text(mkdocs_yml(), encoding="utf-8")
    for part in ("hooks", "docs/.overrides", "docs/assets"):
        (root / part).symlink_to(REPOSITORY / part)
    built(root)
    (root / PATH).mkdir()
    with served((root / "site").rename(root / PATH / PATH)) as served_at:
        yield served_at


@pytest.mark.parametrize("in_full", [False, True], ids=["folded", "in-full"])
@pytest.mark.parametrize("id_", [CROWD, ARABIC])
def test_no_note_lies_on_another_or_on_the_text_at_any_width(visit, id_, in_full):
    page = visit(address(id_))
    if in_full:
        page.evaluate("document.documentElement.classList.add('notes-in-full')")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(SETTLED)
        assert page.evaluate(OVERLAPPING) == [], width
        assert page.evaluate(STICKING_OUT) <= 0, width
    expect(page.locator(".text .note")).to_have_count(NOTES if id_ == CROWD else 2)


def test_nor_without_scripts(visit):
    page = visit(address(CROWD), java_script_enabled=False)
    for width in WIDTHS[::4]:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(OVERLAPPING) == [], width


@pytest.mark.parametrize("before_each_page", [""], ids=["as-readers-do"])
@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desktop"])
@pytest.mark.parametrize("off", [[], ["kind:context", "by:ida"], ["all"]], ids=str)
def test_nothing_moves_while_the_page_loads(visit, site_address, screen, off):
    page = visit(viewport=screen)
    keep(page, off)
    page.add_init_script(WATCH_SHIFTS)
    page.goto(site_address + address(CROWD), wait_until="networkidle")
    page.evaluate(SETTLED)
    assert page.evaluate("shifted") < 0.02


def test_the_watch_sees_what_moves(visit, site_address):
    page = visit(viewport=DESK)
    page.add_init_script(WATCH_SHIFTS)
    page.goto(site_address + address(CROWD), wait_until="networkidle")
    page.evaluate("document.querySelector('.annotated').style.marginTop = '300px'")
    page.wait_for_function("shifted > 0.02")


@pytest.mark.parametrize("javascript", [True, False], ids=["with-scripts", "without-scripts"])
@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desktop"])
def test_a_long_note_is_folded_and_opens_by_keyboard(visit, screen, javascript):
    page = visit(address(CROWD), viewport=screen, java_script_enabled=javascript)
    note = page.locator("#note-n1")
    source = note.get_by_role("link", name="Talks open in Vienna")
    folded = height_of(note)
    expect(source).to_be_hidden()

    note.locator("summary", has_text="More").first.focus()
    page.keyboard.press("Enter")

    expect(source).to_be_visible()
    assert height_of(note) > 1.5 * folded


def test_a_short_note_is_not_folded_nor_is_any_where_there_is_room(visit):
    page = visit(address(CROWD))
    expect(page.locator("#note-n0 .note-rest")).to_have_count(0)
    page = visit(address("vienna"))
    expect(page.locator(".note")).to_have_count(1)
    expect(page.locator(".note-rest")).to_have_count(0)


@pytest.mark.parametrize("javascript", [True, False], ids=["with-scripts", "without-scripts"])
def test_a_note_that_an_address_leads_to_is_whole(visit, javascript):
    page = visit(address(CROWD) + "#note-n1", java_script_enabled=javascript)
    expect(page.locator("#note-n1 .note-sources")).to_be_visible()
    expect(page.locator("#note-n3 .note-sources")).to_be_hidden()


def test_every_note_is_whole_on_paper(visit):
    page = visit(address(CROWD), viewport=DESK)
    page.emulate_media(media="print")
    for note in page.locator(".note:has(.note-rest)").all():
        expect(note.locator(".note-sources")).to_be_visible()
        expect(note.locator(".note-print-quote")).to_be_visible()
        expect(note.locator("summary")).to_be_hidden()
        body = note.locator(".note-body")
        assert body.evaluate("it => it.scrollHeight <= it.clientHeight")
    assert page.locator(".thread").first.evaluate("it => getComputedStyle(it).float") == "none"


def test_a_note_lights_its_words_and_words_light_their_notes(visit):
    page = visit(address("vienna"), viewport=DESK)
    words, note = page.locator("mark[data-notes~=first]").first, page.locator("#note-first")
    lit = "lit"
    note.hover()
    expect(words).to_contain_class(lit)
    page.locator("h1").hover()
    expect(words).not_to_contain_class(lit)
    words.hover()
    expect(note).to_contain_class(lit)
    page.locator("h1").hover()
    expect(note).not_to_contain_class(lit)

    page.locator("#ref-first").focus()
    expect(note).to_contain_class(lit)
    note.locator(".note-number").focus()
    expect(words).to_contain_class(lit)
    page.keyboard.press("Shift+Tab")
    page.get_by_role("link", name="Talks", exact=True).first.focus()
    expect(words).not_to_contain_class(lit)
    expect(note).not_to_contain_class(lit)


def test_of_words_with_several_notes_all_are_lit(visit):
    page = visit(address(CROWD), viewport=DESK)
    page.locator("#note-n2").hover()
    expect(page.locator("mark.lit")).to_have_count(1)
    expect(page.locator(".note.lit")).to_have_count(1)
    page.locator("mark.passage").first.hover()
    expect(page.locator(".note.lit")).to_have_count(6)


def test_notes_of_a_kind_can_be_hidden_and_stay_so(visit, site_address):
    page = visit(address(CROWD))
    notes = page.locator(".text .note")
    menu = opened_menu(page)
    menu.get_by_label("Forecast 8").uncheck()
    expect(page.locator(".note.forecast").first).to_be_hidden()
    expect(page.locator("#ref-n4")).to_be_hidden()
    expect(notes.filter(visible=True)).to_have_count(NOTES - 8)
    expect(page.locator(".notes-hidden")).to_have_text("(8 hidden)")
    expect(page.locator("mark[data-notes=n9]")).to_contain_class("unnoted")
    expect(page.locator("mark.passage").first).not_to_contain_class("unnoted")
    menu.get_by_label("Context 8").uncheck()
    expect(page.locator("mark.passage").first).to_have_attribute(
        "style", "--hue: var(--assessment);"
    )
    menu.get_by_label("Context 8").check()
    expect(page.locator("mark.passage").first).to_have_attribute("style", "")

    page.goto(site_address + address(CROWD))
    expect(notes.filter(visible=True)).to_have_count(NOTES - 8)
    menu = opened_menu(page)
    expect(menu.get_by_label("Forecast 8")).not_to_be_checked()
    menu.get_by_label("Forecast 8").check()
    expect(notes.filter(visible=True)).to_have_count(NOTES)
    expect(page.locator(".notes-hidden")).to_have_text("")
    expect(page.locator("mark.unnoted")).to_have_count(0)


def test_so_can_those_of_an_analyst_and_all(visit):
    page = visit(address(CROWD))
    notes = page.locator(".text .note").filter(visible=True)
    menu = opened_menu(page)
    menu.get_by_label("Ida Lund 10").uncheck()
    expect(notes).to_have_count(NOTES - 10)
    menu.get_by_label("Show notes").uncheck()
    expect(notes).to_have_count(0)
    expect(page.locator(".note-ref").filter(visible=True)).to_have_count(0)
    expect(menu.get_by_label("Forecast 8")).to_be_disabled()
    expect(page.locator(".notes-hidden")).to_have_text(f"({NOTES} hidden)")


def test_what_is_hidden_is_hidden_on_paper_which_says_so(visit):
    page = visit(address(CROWD))
    opened_menu(page).get_by_label("Forecast 8").uncheck()
    page.emulate_media(media="print")
    expect(page.locator(".text .note").filter(visible=True)).to_have_count(NOTES - 8)
    expect(page.get_by_text(f"{NOTES} notes (8 hidden)")).to_be_visible()
    expect(page.get_by_label("Forecast 8")).to_be_hidden()


def test_a_hidden_note_shows_where_a_link_leads_to_it(visit, site_address):
    page = visit()
    keep(page, ["all"])
    page.goto(f"{site_address}{address(CROWD)}#note-n7")
    expect(page.locator("#note-n7")).to_be_in_viewport()
    expect(page.locator(".text .note").filter(visible=True)).to_have_count(1)
    expect(page.locator(".notes-hidden")).to_have_text(f"({NOTES - 1} hidden)")


def test_long_notes_can_be_shown_whole(visit, site_address):
    page = visit(address(CROWD))
    opened_menu(page).get_by_label("Fold long notes").uncheck()
    expect(page.locator("#note-n1 .note-sources")).to_be_visible()
    page.goto(site_address + address(CROWD))
    expect(page.locator("#note-n1 .note-sources")).to_be_visible()


@pytest.mark.parametrize("kept", ["{", '{"a": 1}', "[1, null]", '["kind:} body { display: none"]'])
def test_what_was_kept_by_something_else_does_no_harm(visit, site_address, kept):
    page = visit()
    page.evaluate("it => localStorage.setItem(`${__md_scope.pathname}.notes-off`, it)", kept)
    page.goto(site_address + address(CROWD))
    expect(page.locator(".text .note").filter(visible=True)).to_have_count(NOTES)
    expect(page.locator("h1")).to_be_visible()


def test_there_is_no_switch_without_scripts_or_without_notes(visit):
    page = visit(address(CROWD), java_script_enabled=False)
    expect(page.locator(".notes-menu")).to_be_hidden()
    page = visit(address(MIXED))
    expect(page.locator(".notes-menu")).to_have_count(0)


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desktop"])
def test_a_text_from_the_right_stands_there_with_its_notes_on_the_other_side(visit, screen):
    page = visit(address(ARABIC), viewport=screen)
    text, note = page.locator(".annotated"), page.locator("#note-text")
    expect(page.locator("h1")).to_have_attribute("dir", "rtl")
    expect(text).to_have_attribute("lang", "ar")
    expect(text).to_have_css("direction", "rtl")
    expect(note).to_have_attribute("lang", "en")
    expect(note).to_have_css("direction", "ltr")
    title, words, beside = (it.bounding_box() for it in (page.locator("h1"), text, note))
    assert title["x"] + title["width"] == pytest.approx(words["x"] + words["width"], abs=2)
    if screen is DESK:
        assert beside["x"] + beside["width"] < words["x"]
        assert beside["x"] >= 0


def test_a_block_against_its_text_says_so(visit):
    page = visit(address(MIXED))
    own, other = page.locator(".annotated > p").all()[:2]
    assert own.get_attribute("dir") is None
    expect(own).to_have_css("direction", "ltr")
    expect(other).to_have_attribute("dir", "rtl")
    expect(other).to_have_attribute("lang", "")


def test_a_line_tells_how_much_of_a_long_text_is_read(visit):
    page = visit(address(BOOK), viewport=DESK)
    line = "getComputedStyle(document.querySelector('.annotated'), '::before').transform"
    read = f"new DOMMatrix({line}).a"
    assert page.evaluate(read) < 0.1
    page.evaluate("document.querySelector('.annotated').scrollIntoView({ block: 'end' })")
    page.wait_for_function(f"{read} > 0.95")
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(line) == "none"
    page.goto(page.url.replace(BOOK, "vienna"))
    assert page.evaluate(line) == "none"


@pytest.mark.parametrize("width", [1440, 768])
def test_a_line_has_60_to_75_characters(visit, width):
    page = visit(address(BOOK), viewport={"width": width, "height": 900})
    lines = page.evaluate(CHARACTERS_A_LINE)
    assert lines
    assert all(60 <= characters <= 75 for characters in lines), lines


def opened_menu(page):
    menu = page.locator(".notes-menu")
    menu.locator("summary").click()
    return menu


def keep(page, off):
    """Puts notes out of sight on every page that is opened from now on."""
    page.evaluate("off => __md_set('notes-off', off)", off)


def height_of(locator):
    return locator.bounding_box()["height"]

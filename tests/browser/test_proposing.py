"""From words on a page to a file on a forge, and from there to a note on these very words."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from proposals import LONG
from proposing import built, not_canonical, passage_of, propose, save, select, write_note

from archives import faults, write

FORGES = ("github", "gitlab", "gitea")


def words(text):
    return "".join(text.split())


@pytest.mark.parametrize(
    ("article", "start", "end", "passage"),
    [
        ("vienna", "the ", "talks", "the first round of the talks"),
        ("vienna", "round", "said that", "round of the talks in Vienna. She said that"),
        ("vienna", "left on", "30 days", "left on Friday.\n\nThe talks go on for 30 days"),
        ("vienna", "pened", "Vien", "opened the first round of the talks in Vienna"),
        ("vienna", "Anna Berg", "Anna Berg", "Anna Berg"),
        ("nasty", "soft", "caf", "soft\u00adhyphen, an accent in two: cafe\u0301"),
        ("nasty", "one", "half", "one\ntwo\n\ntwo and a half"),
        ("nasty", "Side", "yes", "Side\tSays\nA\tyes"),
        ("nasty", "verbatim", "lines", "verbatim   text\n  of two lines"),
        ("nasty", "500", "500", "1,500"),
        ("nasty", "ולם", "مرح", "עולם, مرحبا"),
        ("cyrillic", "торони", "дати", "Сторони не назвали дати"),
        ("long", "Paragraph 1 ", "Paragraph 60", LONG[: LONG.index("Paragraph 60 ") + 12]),
    ],
)  # fmt: skip
def test_the_words_selected_are_those_that_the_note_is_on(  # noqa: PLR0913, PLR0917 -- a table's row
    archive_on, reader, article, start, end, passage
):
    root, site = archive_on("github")
    dialogue = select(page := reader(site, f"articles/2025/{article}/"), start, end)
    note = f"on {article} {len(passage)}: it's “said” # - {{}} & so"
    write_note(dialogue, f"{note}\n\n---\n\nMore.")
    save(propose(page, dialogue))
    assert (faults(root), not_canonical(root)) == ([], [])
    assert passage_of(root, f"on-{article}-{len(passage)}-its-said-so") == ("exact", passage)


@pytest.mark.parametrize("kind", FORGES)
def test_a_note_comes_back_beside_its_words(archive_on, reader, kind):
    root, site = archive_on(kind)
    page = reader(site, "articles/2025/vienna/", permissions=["clipboard-read", "clipboard-write"])
    dialogue = select(page, "pened", "agreed")
    write_note(dialogue, f"Seen from {kind}.")
    page_of_forge = propose(page, dialogue)
    if kind == "gitlab":  # its page takes no text: it is on the clipboard
        expect(dialogue.get_by_role("status")).to_contain_text("Paste it")
        page_of_forge.get_by_label("Text").press("ControlOrMeta+v")
    save(page_of_forge)

    assert (faults(root), not_canonical(root)) == ([], [])
    built(root)
    page.reload()
    marks = page.locator(f'mark[data-notes~="seen-from-{kind}"]').all_text_contents()
    expected = (
        "opened the first round of the talks in Vienna. She said that no text had been agreed"
    )
    assert words("".join(marks)) == words(expected)
    expect(page.locator(f"#note-seen-from-{kind} .note-body")).to_have_text(f"Seen from {kind}.")


def test_an_actors_profile_takes_notes_as_an_article_does(archive_on, reader):
    root, site = archive_on("github")
    dialogue = select(page := reader(site, "actors/anna-berg/"), "leads", "mission")
    write_note(dialogue, "On her profile.")
    save(propose(page, dialogue))
    assert (faults(root), not_canonical(root)) == ([], [])
    written = (root / "docs/actors/anna-berg.notes/on-her-profile.md").read_text(encoding="utf-8")
    assert "\nquote: leads the mission\n" in written


def test_a_note_on_nothing_selected_is_on_the_whole_text(archive_on, reader):
    root, site = archive_on("github")
    page = reader(site, "articles/2025/cyrillic/")
    page.get_by_role("button", name="Add a note").press("Enter")
    dialogue = page.get_by_role("dialog")
    write_note(dialogue, "Нотатка")
    dialogue.get_by_text("Confidence, sources, id").click()
    dialogue.get_by_label("Confidence").select_option("low")
    sources = ["vienna", "https://example.org/a A: title", "https://example.org/b"]
    dialogue.get_by_label("Sources").fill("\n".join(sources))
    dialogue.get_by_role("textbox", name="Id").fill("whole")
    save(propose(page, dialogue))
    assert (faults(root), not_canonical(root)) == ([], [])
    assert passage_of(root, "whole") == ("whole", None)


def test_words_that_stand_too_often_to_be_told_apart_are_refused(archive_on, reader):
    _, site = archive_on("github")
    page = reader(site, "articles/2025/again/")
    dialogue = select(page, "Again", "Again")
    expect(dialogue).to_contain_text("Select more of the passage")
    expect(dialogue.get_by_role("button", name="Propose")).to_be_disabled()


def test_a_file_too_long_for_an_address_goes_by_the_clipboard(archive_on, reader):
    root, site = archive_on("gitea")
    page = reader(site, "articles/2025/long/", permissions=["clipboard-read", "clipboard-write"])
    dialogue = select(page, "Paragraph 2 ", "Paragraph 4 ")
    write_note(dialogue, "Довга нотатка. " * 100)
    page_of_forge = propose(page, dialogue)
    expect(page_of_forge.get_by_label("Text")).to_be_empty()
    page_of_forge.get_by_label("Text").press("ControlOrMeta+v")
    save(page_of_forge)
    assert (faults(root), not_canonical(root)) == ([], [])


@pytest.mark.parametrize("clipboard", ["clipboard", "no-clipboard"])
def test_without_a_forge_the_file_is_there_to_copy(archive_on, reader, clipboard):
    root, site = archive_on("none")
    page = reader(site, "", permissions=["clipboard-read", "clipboard-write"])
    if clipboard == "no-clipboard":
        page.add_init_script("delete Navigator.prototype.clipboard")
    page.goto(f"{site}articles/2025/vienna/")
    dialogue = select(page, "left on", "Friday")
    write_note(dialogue, f"By {clipboard}.")
    dialogue.get_by_role("button", name="Propose").click()
    expect(dialogue.get_by_role("status")).to_contain_text("Save it at the place given")
    path = dialogue.get_by_label("Place of the file").input_value()
    text = dialogue.get_by_label("The file", exact=True).input_value()
    if clipboard == "clipboard":
        assert page.evaluate("navigator.clipboard.readText()") == text
    else:
        expect(dialogue.get_by_role("status")).to_contain_text("Copy the file")
    write(root, {path: text})
    assert (faults(root), not_canonical(root)) == ([], [])


def test_what_was_typed_is_there_until_it_is_done_with(archive_on, reader):
    _, site = archive_on("github")
    page = reader(site, "articles/2025/vienna/")
    dialogue = select(page, "left on", "Friday")
    write_note(dialogue, "Half a thought")
    page.reload()
    page.get_by_role("button", name="Add a note").click()
    expect(dialogue.get_by_label("Note", exact=True)).to_have_value("Half a thought")
    expect(dialogue.locator("blockquote")).to_have_text("left on Friday")
    propose(page, dialogue)
    expect(dialogue.get_by_label("Note", exact=True)).to_have_value("Half a thought")
    dialogue.get_by_role("button", name="Done").click()
    expect(dialogue).to_be_hidden()
    page.get_by_role("button", name="Add a note").click()
    expect(dialogue.get_by_label("Note", exact=True)).to_be_empty()
    expect(dialogue.get_by_label("Signed by")).to_have_value("ivo")


def test_the_form_is_left_by_the_keyboard_to_where_it_was_opened(archive_on, reader):
    _, site = archive_on("github")
    page = reader(site, "articles/2025/vienna/")
    button = page.get_by_role("button", name="Add a note")
    button.press("Enter")
    expect(page.get_by_label("Note", exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(button).to_be_focused()


def test_the_forms_code_comes_when_it_is_wanted(archive_on, reader):
    _, site = archive_on("github")
    page = reader(site, "")
    loaded = []
    page.on("request", lambda request: loaded.append(request.url.rpartition("/")[2]))
    page.goto(f"{site}articles/2025/vienna/")
    assert [name for name in loaded if "propose" in name] == ["propose.js"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_the_open_form_is_accessible_and_no_wider_than_the_screen(
    archive_on, reader, scheme, width
):
    _, site = archive_on("none")
    screen = {"width": width, "height": 700}
    page = reader(site, "articles/2025/vienna/", color_scheme=scheme, viewport=screen)
    dialogue = select(page, "round", "agreed")
    write_note(dialogue, "A word.")
    dialogue.get_by_text("Confidence, sources, id").click()
    dialogue.get_by_role("button", name="Propose").click()
    expect(dialogue.get_by_label("Place of the file")).to_be_visible()
    found = Axe().run(page).response["violations"]
    assert [it for it in found if it["impact"] in {"serious", "critical"}] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert dialogue.evaluate("it => it.scrollWidth <= it.clientWidth")
    page.emulate_media(media="print")
    expect(dialogue).to_be_hidden()
    expect(page.locator(".propose")).to_be_hidden()

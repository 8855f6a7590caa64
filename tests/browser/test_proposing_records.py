"""The forms of the contribute page, and the bookmark that fills one in from another site."""

import json
import re
from random import Random
from urllib.parse import unquote

from forge import BRANCH
from playwright.sync_api import expect
from proposals import ELSEWHERE, HARBOUR
from proposing import not_canonical, propose, reformatted, save

from archives import faults, site_of
from postil.reading.discover import RecordFile
from postil.reading.front_matter import split


def test_an_article_an_actor_a_topic_and_an_analyst_pass_the_check(archive_on, reader):
    root, site = archive_on("github")
    page = reader(site, "contribute/")
    for name, answers in HARBOUR.items():
        form = page.locator(f'[data-form="{name}"]')
        for label, answer in answers.items():
            field = form.get_by_label(re.compile(rf"^\s*{label}")).first
            if answer is True:
                field.check()
            elif field.evaluate("it => it.localName") == "select":
                field.select_option(answer)
            else:
                field.fill(answer)
        save(propose(page, form))
    assert (faults(root), not_canonical(root)) == ([], [])
    made = site_of(root).pages
    assert "Два порти: ferry" in made["articles/2025/ferry-2025/"].html
    assert 'href="../../../actors/ada-novak/"' in made["articles/2025/ferry-2025/"].html


YAML_PARTS = [
    *"a1-?:,[]{}#&*!|>'\"%@`~\\.",
    *(": ", " #", " ", "  ", "\n", "\n\n", "\t", "null", "0x1f", "1e5", ".inf", "No"),
    *("\u00a0", "\u202f", "\u200d", "\u00ad", "\u202e", "\u2028", "\x07", "\ufeff", "\U000e0001"),
    *("слово ", "עולם ", "👩‍👧 ", "one word and another ", "many words " * 9, "y" * 93, "ß", "É"),
]
"""What means something in YAML, does not show, or makes a line long."""


def yaml_words():
    dice = Random(6)
    drawn = ("".join(dice.choices(YAML_PARTS, k=dice.randint(1, 9))) for _ in range(2_000))
    return [*YAML_PARTS, *filter(None, map(str.strip, drawn))]


def test_front_matter_is_written_as_fmt_leaves_it(archive_on, reader):
    _, site = archive_on("github")
    page = reader(site, "contribute/")
    records = [
        {"name": words, "names": {"en": words}, "aliases": [words, "b"], "x-a": [{"b": words}]}
        for words in yaml_words()
    ]
    texts = page.evaluate(
        """async ([module, records]) => {
            const { yaml } = await import(module);
            return records.map((it) => `---\\n${yaml(it)}---\\n`);
        }""",
        [f"{site}assets/scripts/propose-yaml.js", records],
    )
    file = RecordFile("docs/actors/x.md", "actor")
    assert [text for text in texts if reformatted(text, file) != text] == []
    assert [split(text, file.path).front.data for text in texts] == records


def test_an_article_needs_a_topic(archive_on, reader):
    _, site = archive_on("github")
    page = reader(site, "contribute/")
    form = page.locator('[data-form="article"]')
    for label in ("Title", "Outlet"):
        form.get_by_label(label).fill("Words")
    form.get_by_label("Published").fill("2025-03-10")
    form.get_by_label("What the text below is").select_option("digest")
    form.get_by_role("button", name="Propose").click()
    expect(form.get_by_label("Talks")).to_be_focused()
    assert form.get_by_label("Talks").evaluate("it => it.validationMessage")
    form.get_by_label("Talks").check()
    propose(page, form)


def test_the_bookmark_brings_an_article_from_another_site(archive_on, reader, browser):
    root, site = archive_on("github")
    bookmark = reader(site, "contribute/").locator("[data-bookmarklet-link]").get_attribute("href")
    context = browser.new_context()
    elsewhere = context.new_page()
    elsewhere.route(
        "https://coast.example/**", lambda it: it.fulfill(body=ELSEWHERE, content_type="text/html")
    )
    elsewhere.goto("https://coast.example/ferry?from=here")
    elsewhere.evaluate("getSelection().selectAllChildren(document.querySelector('#words'))")
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    with context.expect_page() as opened:
        elsewhere.evaluate(unquote(bookmark.removeprefix("javascript:")))
    page = opened.value
    page.wait_for_load_state()
    assert all("Coast" not in url.partition("#")[0] for url in asked)
    form = page.locator('[data-form="article"]')
    expect(form.get_by_label("Title")).to_have_value("Two councils *agree*: a ferry & a fare")
    expect(form.get_by_label("Published")).to_have_value("2025-03-10")
    expect(form.get_by_label("Address")).to_have_value("https://coast.example/ferry")
    form.get_by_label("Talks").check()
    form.get_by_label("What the text below is").select_option("excerpt")
    save(propose(page, form))
    assert (faults(root), not_canonical(root)) == ([], [])
    rows = site_of(root).files["data/articles.jsonl"].splitlines()
    row = next(it for it in map(json.loads, rows) if it["id"] == "two-councils-agree-a-ferry-a")
    assert row["text"] == "1. The *fare* is < 3_000."
    assert (row["lang"], row["source"]["outlet"]) == ("en-GB", "Coast News")
    context.close()


def test_what_the_address_brings_is_only_ever_a_value(archive_on, reader):
    _, site = archive_on("github")
    attack = "<img src=x onerror=alert(1)>"
    brought = f"title={attack}&source.url=javascript:alert(1)&topics=talks&id=x&lang={attack}"
    page = reader(site, f"contribute/#article?{brought}")
    form = page.locator('[data-form="article"]')
    expect(form.get_by_label("Title")).to_have_value(attack)
    for label in ("Address", "Language", "Id"):
        expect(form.get_by_label(label)).to_have_value("")
    expect(form.get_by_label("Talks")).not_to_be_checked()
    assert page.url == f"{site}contribute/#article"


def test_without_scripts_a_note_and_a_record_begin_with_links(archive_on, reader):
    _, site = archive_on("github")
    page = reader(site, "articles/2025/vienna/", java_script_enabled=False)
    expect(page.get_by_role("link", name="Report a correction")).to_be_visible()
    edit = page.get_by_role("link", name="Edit this page").get_attribute("href")
    assert edit.endswith(f"/o/r/edit/{BRANCH}/articles/2025/vienna.md")
    page.get_by_role("link", name="Add a note").click()
    begun = page.locator("noscript").get_by_role("link", name="actor")
    expect(begun).to_be_visible()
    expect(page.get_by_role("button", name="Propose")).to_have_count(0)

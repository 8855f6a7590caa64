"""Over all pages of a site: every link leads somewhere, nothing stands twice, nothing is lost."""

from urllib.parse import urldefrag, urljoin

import pytest

from archives import ARTICLE, FIXTURE, NOTE, TOPIC, article, linked, note, site_of, topic
from html_reading import read_html

BY_HAND = {"", "about/", "method/"}
ORIGIN = "https://site.example/deep/down/"


def test_every_link_leads_to_a_page_and_a_place_that_exist(htmls, files):
    read = {address: read_html(html) for address, html in htmls.items()}
    checked = 0
    for address, html in read.items():
        for href in html.values("href"):
            if href.startswith(("https:", "http:", "mailto:")):
                continue
            url, place = urldefrag(urljoin(ORIGIN + address, href))
            target = url.removeprefix(ORIGIN).partition("?")[0]
            assert target in read or target in files or target in BY_HAND, (address, href)
            if place:
                assert place in read[target].values("id"), (address, href)
            checked += 1
    assert checked > 300


def test_a_contributed_link_may_lead_to_a_place_in_a_page(archive):
    link = "[this](../2025/vienna.md#note-first)"
    pages = site_of(archive({"articles/2024/other.md": article(f"See {link}.")})).pages
    hrefs = read_html(pages["articles/2024/other/"].html).values("href")
    assert "../../../articles/2025/vienna/#note-first" in hrefs


def test_old_addresses_lead_to_pages_that_exist(pages, files):
    old = {path: html for path, html in files.items() if path.endswith("index.html")}
    assert set(old) == {
        "articles/2025/talks-on-the-lorn/index.html",
        "actors/a-berg/index.html",
        "actors/a-berg/2024/index.html",
        "actors/a-berg/2025/index.html",
    }
    for path, html in old.items():
        for href in read_html(html).values("href"):
            assert urljoin(ORIGIN + path, href).removeprefix(ORIGIN) in pages


def test_no_page_names_another_host_as_something_to_load(htmls):
    for address, html in htmls.items():
        found = read_html(html)
        assert not found.named("script", "link", "img", "iframe", "style"), address
        assert not found.values("src"), address


def test_ids_are_unique_and_tags_are_closed(htmls):
    for address, html in htmls.items():
        found = read_html(html)
        ids = found.values("id")
        assert len(ids) == len(set(ids)), address
        assert found.misnested == [], address


def test_labels_and_details_refer_to_what_is_in_the_page(htmls):
    for address, html in htmls.items():
        found = read_html(html)
        for attribute in ("aria-labelledby", "aria-details", "for"):
            assert set(found.values(attribute)) <= set(found.values("id")), (address, attribute)


def test_every_page_has_one_title_and_a_description_of_its_own(pages):
    for address, page in pages.items():
        assert [e.name for e in read_html(page.html).elements].count("h1") == 1, address
        assert page.title
        assert page.description or page.kind == "article", address
    assert len({page.title for page in pages.values() if page.kind == "article"}) == 5


def rendered_notes(pages):
    return sorted(
        (address, element.attributes["id"].removeprefix("note-"))
        for address, page in pages.items()
        for element in read_html(page.html).named("aside")
        if element.attributes.get("role") == "note"
    )


def published_notes(site):
    known = site.composed.shelf.site
    return sorted((known.target_address(n.target), n.id) for n in known.archive.notes.values())


def test_published_notes_rendered_are_the_published_note_files(site, pages):
    assert rendered_notes(pages) == published_notes(site)


@pytest.mark.parametrize("how", [{"text": "link-only"}, {"status": "withdrawn"}, {}])
@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"quote": None, "whole": True},
        {"quote": "Words that are gone", "status": "retracted", "reason": "They are gone."},
        {"quote": "agreed.\n\nThe talks"},
        {"quote": " no text "},
        {"reply_to": "first"},
    ],
)
def test_whatever_a_note_stands_on_it_is_shown_once(archive, how, keys):
    files = {ARTICLE: article(**how), NOTE.replace("first", "other"): note(**keys)}
    site = site_of(archive(files))
    assert rendered_notes(site.pages) == published_notes(site)
    assert len(published_notes(site)) == 2


def test_a_note_on_every_block_of_a_text_is_shown_beside_it(archive):
    text = "One.\n\n## Two\n\n- three\n- four\n\n> five\n\n| six |\n|---|\n| seven |\n\n    eight\n"
    words = ["One", "Two", "three", "four", "five", "six", "seven", "eight"]
    notes = {f"articles/2025/vienna.notes/{w.lower()}.md": note(quote=w) for w in words}
    site = site_of(archive({ARTICLE: article(text), NOTE: None, **notes}))
    assert [id_ for _, id_ in rendered_notes(site.pages)] == sorted(w.lower() for w in words)


def test_the_text_of_a_page_is_the_text_of_its_article(site, pages):
    for text in linked(FIXTURE).articles():
        html = read_html(pages[site.composed.shelf.site.addresses[text.record.path]].html)
        shown = "".join(
            piece.text
            for piece in html.pieces
            if any(e.attributes.get("class") == "annotated" for e in piece.within)
            and not any(e.name == "aside" for e in piece.within)
        )
        is_kept_back = text.record.id in {"kept-elsewhere", "taken-back"}
        expected = "" if is_kept_back else text.document.plain
        assert "".join(shown.split()) == "".join(expected.split()), text.record.id


def test_a_dossier_shows_its_newest_and_every_year_has_its_page(archive):
    many = {
        f"articles/2000/a{n}.md": article("Anna Berg.", title=f"No. {n}", published=f"{2000 + n}")
        for n in range(15)
    }
    pages = site_of(archive(many)).pages
    dossier = read_html(pages["actors/anna-berg/"].html)
    assert len(dossier.with_class("appearance")) == 12
    assert "4 older articles" in dossier.text
    for year in range(2000, 2015):
        assert f"No. {year - 2000}" in pages[f"actors/anna-berg/{year}/"].html


def test_topics_without_any_article_have_a_page_all_the_same(archive):
    pages = site_of(archive({TOPIC.replace("talks", "zoo"): topic(name="Zoo")})).pages
    assert "No article of the archive" in pages["topics/zoo/"].html

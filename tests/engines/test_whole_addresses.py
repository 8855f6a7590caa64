"""A site that knows its own address says so in every head, and follows itself; one that does not
says nothing wrong."""

import re
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from engine import build, contents

from html_reading import read_html

HOME = "https://a.example/archive/"
TALKS = "articles/2025/lorn-talks/"


@pytest.fixture(scope="module")
def built_there(module_root):
    """The fixture archive's site, which knows where it is."""
    settings = module_root / "mkdocs.yml"
    before = settings.read_text(encoding="utf-8")
    with_cards = before.replace("links: first", "links: first\n    cards: true")
    settings.write_text(f"site_url: {HOME}\n{with_cards}", encoding="utf-8")
    done = build(module_root, "--strict", "--site-dir", "there")
    settings.write_text(before, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return contents(module_root / "there")


@pytest.fixture(scope="module")
def there(built_there):
    """Its pages by their addresses, without those that lead on from old ones."""
    read = {
        path.removesuffix("index.html"): read_html(content.decode())
        for path, content in built_there.items()
        if path.endswith("index.html")
    }
    return {address: html for address, html in read.items() if html.with_class("masthead")}


def content(html, name):
    (found,) = (
        e.attributes["content"]
        for e in html.named("meta")
        if name in (e.attributes.get("property"), e.attributes.get("name"))
    )
    return found


def test_every_page_says_what_it_is_and_where(there):
    assert len(there) > 20
    for address, html in there.items():
        (canonical,) = (
            e.attributes["href"] for e in html.named("link") if e.attributes["rel"] == "canonical"
        )
        assert canonical == content(html, "og:url") == HOME + address
        title = next(it.text for it in html.pieces if any(e.name == "title" for e in it.within))
        assert title.removesuffix(" – The Lorn Archive") == content(html, "og:title")
        assert content(html, "description") == content(html, "og:description") != ""
        assert content(html, "og:site_name") == "The Lorn Archive"
        assert content(html, "og:type") == (
            "article" if html.with_class("archive-article") else "website"
        )


def test_an_article_has_a_picture_of_its_own_and_other_pages_none(there, built_there):
    pictures = {
        address: html.values("content")
        for address, html in there.items()
        if "og:image" in str(html)
    }
    articles = {address for address, html in there.items() if html.with_class("archive-article")}
    assert pictures.keys() == articles
    for address in articles:
        assert content(there[address], "og:image") == f"{HOME}{address}card.png"
        assert content(there[address], "twitter:card") == "summary_large_image"
        assert built_there[f"{address}card.png"].startswith(b"\x89PNG")
    assert sum(path.endswith("card.png") for path in built_there) == len(articles)


def test_titles_tell_pages_apart(there):
    titles = [content(html, "og:title") for html in there.values()]
    assert len(set(titles)) > 0.9 * len(titles)


def test_no_word_of_a_record_leaves_its_attribute(there):
    html = there[TALKS]
    assert content(html, "og:title") == "Talks on the Lorn “go on” & on"


def test_every_page_leads_to_the_feeds(there, built_there):
    for address, html in there.items():
        feeds = [
            e for e in html.named("link") if e.attributes.get("type") == "application/atom+xml"
        ]
        paths = [urljoin(f"/{address}", e.attributes["href"]) for e in feeds]
        assert paths == ["/feed.xml", "/notes/feed.xml"]
    for path in ("feed.xml", "notes/feed.xml"):
        ET.fromstring(built_there[path])


def test_the_sitemap_has_every_page_and_no_day_of_its_own(there, built_there):
    pages = re.findall(r"<loc>(.+?)</loc>", built_there["sitemap.xml"].decode())
    assert sorted(pages) == sorted(HOME + address for address in there)
    assert set(re.findall(rb"<lastmod>(.+?)</lastmod>", built_there["sitemap.xml"])) == {
        b"2025-03-10"
    }


def test_the_page_for_what_is_not_there_finds_its_styles_at_any_depth(built_there):
    html = read_html(built_there["404.html"].decode())
    wanted = [*html.values("src"), *(e.attributes["href"] for e in html.named("link"))]
    assert [it for it in wanted if not it.startswith("/archive/")] == []
    assert [e.attributes["action"] for e in html.with_class("not-found-search")] == [
        "/archive/search/"
    ]
    assert content(html, "robots") == "noindex"


def test_a_site_that_does_not_know_its_address_gives_none(built):
    site = contents(built)
    assert [path for path in site if path.endswith("feed.xml")] == []
    for path, page in site.items():
        if path.endswith(".html"):
            html = read_html(page.decode())
            whole = [it for it in html.values("content") if it.startswith("http")]
            assert whole == [], path
            assert b"feed.xml" not in page, path

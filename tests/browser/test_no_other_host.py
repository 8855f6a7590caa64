"""No built page or style asks another host for anything: who reads what stays with the reader."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

# What a browser fetches by itself. Links that a reader may follow are no requests.
FETCHED = {
    ("script", "src"),
    ("img", "src"),
    ("img", "srcset"),
    ("source", "src"),
    ("source", "srcset"),
    ("iframe", "src"),
    ("embed", "src"),
    ("object", "data"),
    ("video", "src"),
    ("video", "poster"),
    ("audio", "src"),
    ("track", "src"),
    ("use", "href"),
    ("use", "xlink:href"),
    ("image", "href"),
    ("input", "src"),
    ("base", "href"),
}
LINKS_FOLLOWED_BY_READERS = {"canonical", "alternate", "next", "prev", "license", "author", "edit"}
ELSEWHERE = re.compile(r"(?:https?:)?//\S", re.IGNORECASE)
FETCHED_BY_STYLE = re.compile(
    r"""(?:@import\s+|url\(\s*)["']?\s*((?:https?:)?//[^\s"')]+)""", re.IGNORECASE
)


def test_no_page_asks_another_host(site_folder: Path):
    pages = sorted(site_folder.rglob("*.html"))
    assert len(pages) > 100
    found = {
        str(page): asked for page in pages if (asked := asked_by_page(page.read_text("utf-8")))
    }
    assert found == {}


def test_no_style_asks_another_host(site_folder: Path):
    styles = sorted(site_folder.rglob("*.css"))
    assert styles
    found = {str(one): asked for one in styles if (asked := asked_by_style(one.read_text("utf-8")))}
    assert found == {}


@pytest.mark.parametrize(
    "markup",
    [
        '<link rel="stylesheet" href="https://fonts.example/a.css">',
        '<link rel="preconnect" href="https://fonts.example">',
        '<script src="//cdn.example/a.js"></script>',
        '<img src="https://img.example/a.png">',
        '<img srcset="a.png 1x, https://img.example/a.png 2x">',
        "<style>@import 'https://fonts.example/a.css';</style>",
        '<p style="background: url(https://img.example/a.png)">',
    ],
)
def test_a_page_that_does_is_caught(markup):
    assert asked_by_page(markup)


@pytest.mark.parametrize(
    "markup",
    ['<a href="https://example.org/">', '<link rel="canonical" href="https://example.org/">'],
)
def test_a_link_that_readers_may_follow_is_no_request(markup):
    assert asked_by_page(markup) == []


def asked_by_page(markup: str) -> list[str]:
    reader = _Requests()
    reader.feed(markup)
    reader.close()
    return reader.found


def asked_by_style(style: str) -> list[str]:
    return FETCHED_BY_STYLE.findall(style)


class _Requests(HTMLParser):
    """Collects what a page would fetch from elsewhere."""

    def __init__(self):
        super().__init__()
        self.found = []
        self._in_style = False

    def handle_starttag(self, tag, attrs):
        values = {name: value or "" for name, value in attrs}
        self._in_style = tag == "style"
        self.found += asked_by_style(values.get("style", ""))
        for name, value in values.items():
            if (tag, name) in FETCHED and ELSEWHERE.search(value):
                self.found.append(value)
        kinds = set(values.get("rel", "").split())
        if tag == "link" and kinds - LINKS_FOLLOWED_BY_READERS:
            self.found += ELSEWHERE.findall(values.get("href", "")) and [values["href"]]

    def handle_data(self, data):
        if self._in_style:
            self.found += asked_by_style(data)

    def handle_endtag(self, tag):  # noqa: ARG002 -- HTMLParser's interface
        self._in_style = False

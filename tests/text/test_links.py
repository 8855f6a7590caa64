"""Where contributed links lead: out by http, https or mailto, to a record's file, or nowhere."""

import pytest

from postil.text.document import read_document
from postil.text.links import is_web, links, record_path


@pytest.mark.parametrize(
    ("destination", "leads_out"),
    [
        ("https://example.org/x", True),
        ("http://example.org", True),
        ("mailto:a@example.org", True),
        ("https:///x", False),
        ("//example.org/x", False),
        ("javascript:alert(1)", False),
        ("ftp://example.org", False),
        ("x.md", False),
        ("#place", False),
        ("https://[broken", False),
        ("", False),
    ],
)
def test_what_leads_out_of_the_archive(destination, leads_out):
    assert is_web(destination) is leads_out


@pytest.mark.parametrize(
    ("path", "destination", "target"),
    [
        ("articles/2025/a.md", "b.md", "articles/2025/b.md"),
        ("articles/2025/a.md", "../2024/b.md", "articles/2024/b.md"),
        ("articles/2025/a.md", "b.md#passage", "articles/2025/b.md"),
        ("articles/2025/a.md", "../../docs/actors/un.md", "docs/actors/un.md"),
        ("articles/2025/a.notes/n.md", "../b.md", "articles/2025/b.md"),
        ("docs/topics/t.md", "../actors/un.md", "docs/actors/un.md"),
        ("docs/topics/t.md", "../actors/u%6E.md", "docs/actors/un.md"),
        ("articles/2025/a.md", "/articles/2025/b.md", None),
        ("articles/2025/a.md", "../../../secret.md", None),
        ("articles/2025/a.md", "../../mkdocs.yml", None),
        ("articles/2025/a.md", "../../docs/about.md", None),
        ("articles/2025/a.md", "b", None),
        ("articles/2025/a.md", "#place", None),
        ("articles/2025/a.md", "", None),
        ("articles/2025/a.md", "https://example.org/b.md", None),
        ("articles/2025/a.md", "//example.org/b.md", None),
        ("articles/2025/a.md", "http://[broken/b.md", None),
        ("articles/2025/a.md", "a.notes/n.md", None),
    ],
)
def test_a_relative_link_leads_to_a_records_file_or_to_none(path, destination, target):
    assert record_path(destination, path) == target


def test_the_links_of_a_text_in_order():
    document = read_document("See [a](a.md), [*b* c](https://b.example/) and [d](javascript:x).")
    found = [(link.destination, document.plain[link.start]) for link in links(document)]
    assert found == [("a.md", "a"), ("https://b.example/", "b"), ("", "d")]


def test_a_link_without_words_does_not_hide_the_next():
    document = read_document("[](nowhere.md) [b](https://b.example/)")
    assert [link.destination for link in links(document)] == ["nowhere.md", "https://b.example/"]

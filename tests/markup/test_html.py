"""Nodes written out: everything escaped, and addresses of the site relative to the page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from html_reading import read_html
from postil.markup.html import root_of, to_html
from postil.text.document import Close, Open, Text


@pytest.mark.parametrize(
    ("address", "root"),
    [
        ("", "./"),
        ("notes/", "../"),
        ("actors/x/", "../../"),
        ("articles/2025/x/", "../../../"),
        ("search/index.html", "../"),
    ],
)
def test_the_way_up_to_the_root(address, root):
    assert root_of(address) == root


@given(st.text(), st.text(), st.sampled_from(["./", "../../"]))
def test_text_and_attributes_come_out_as_they_went_in(text, value, root):
    nodes = (Open("a", (("title", value),)), Text(text, 0), Close("a"))
    html = read_html(to_html(nodes, root))
    assert html.text == text
    assert [element.name for element in html.elements] == ["a"]
    assert html.elements[0].attributes == {"title": value}


@pytest.mark.parametrize(
    ("href", "written"),
    [
        ("/actors/x/", "../../actors/x/"),
        ("/", "../../"),
        ("#note-x", "#note-x"),
        ("https://example.org/", "https://example.org/"),
    ],
)
def test_an_address_of_the_site_becomes_relative(href, written):
    (link,) = read_html(to_html((Open("a", (("href", href),)), Close("a")), "../../")).elements
    assert link.attributes["href"] == written


def test_a_heading_of_a_text_is_never_the_pages_own():
    html = read_html(to_html((Open("h1"), Text("x", 0), Close("h1")), "./"))
    assert [element.name for element in html.elements] == ["h2"]

"""No page makes a traceback, and none holds the command up."""

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.gathering.gathered import Gathered, Refusal
from postil.gathering.page import gather

PAGES = [file.read_bytes() for file in sorted((Path(__file__).parent / "pages").glob("*.html"))]
TODAY = date(2026, 11, 24)
SECONDS = 2


def within(inner):
    return f"<html><body><article><h1>T</h1>{inner}</article></body></html>".encode()


def gathered(data, declared=None):
    """What a page gives; the time is the processor's, whatever else runs."""
    began = time.process_time()
    page = gather(data, declared, "https://x.example/a", TODAY)
    assert time.process_time() - began < SECONDS
    assert isinstance(page, Gathered | Refusal)
    return page


PIECES = st.sampled_from(
    b"""< > </ <!-- --> <![CDATA[ &#0; &#xD800; \x00 \xff\xfe <table> <p> <svg> <li> <h1> <title>
    <meta charset=utf-7> <script type=application/ld+json> </script> <blockquote> itemprop=x
    <time pubdate datetime=9999-99-99> <a href='\x01'> <link rel=canonical href=http://[>
    <html lang='\xd0'> <base href=x> {"@graph": [[ itemscope \xe2\x80\xae""".split()
)


@settings(max_examples=30)
@given(st.lists(PIECES | st.binary(max_size=9), max_size=60).map(b" ".join))
def test_any_bytes_give_a_page_or_a_reason(data):
    gathered(data)


@settings(max_examples=30)
@given(st.sampled_from(PAGES), st.data())
def test_a_page_with_something_cut_out_or_put_in_gives_one(page, data):
    start = data.draw(st.integers(0, len(page)))
    end = data.draw(st.integers(start, len(page)))
    gathered(page[:start] + data.draw(st.binary(max_size=20)) + page[end:])


LONG = {
    "signs": b"<" * 1_000_000,
    "nested": b"<div>" * 200_000,
    "attributes": within("<p " + " ".join(f"a{number}=<" for number in range(90_000)) + ">"),
    "attributes behind a quote": within('<p "' + " ".join(f"a{n}" for n in range(90_000)) + ">"),
    "open tags": b'<a "' * 250_000,
    "quotes in JSON": b'<script type="application/ld+json">{"a":"' + b'\\"' * 500_000,
    "brackets in JSON": b'<script type="application/ld+json">' + b"[" * 900_000 + b"</script><p>x",
    "spans": within("<p>" + "<span>a</span>" * 14_000),
    "headings": within("<h2>Some heading</h2>" * 14_000),
    "paragraphs": within("<p>word " * 14_000),
    "posts": within('<div class="post">x</div>' * 14_000),
    "items": within("<ul>" + "<li>some words in it</li>" * 14_000),
    "lists in lists": within("<ul><li>a" * 7_000),
    "tables": within("<table><tr><td><p>x</p>" * 3_000),
    "dates": within("<p>" + "12 June 2024 " * 70_000),
    "bars": b"<title>" + b"a | " * 250_000,
    "spaces": b"<title>a" + b" " * 900_000 + b"b</title><p>x",
    "authors": b'<meta name=author content="A and B">' * 14_000 + b"<p>x",
    "address": b"<link rel=canonical href=http://a/" + b"2024/01/" * 100_000 + b"><p>x",
    "high bytes": bytes(range(128, 256)) * 8_000,
}


@pytest.mark.parametrize("name", LONG)
def test_a_long_page_takes_no_longer_than_it_may(name):
    gathered(LONG[name])

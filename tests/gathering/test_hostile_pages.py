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
SECONDS = 5
"""Of the processor. A page may take two; what a busy machine adds to them must fail no test."""


def within(inner):
    return f"<html><body><article><h1>T</h1>{inner}</article></body></html>".encode()


def gathered(data, declared=None):
    """What a page gives; the time is the processor's, whatever else runs."""
    began = time.process_time()
    page = gather(data, declared, "https://x.example/a", TODAY)
    assert time.process_time() - began < SECONDS
    assert isinstance(page, Gathered | Refusal)
    return page


def seconds(data):
    """What reading a page takes: the processor's time, the shorter of two."""
    taken = []
    for _ in range(2):
        began = time.process_time()
        gathered(data)
        taken.append(time.process_time() - began)
    return min(taken)


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


JSON = b'<script type="application/ld+json">'
SLASHED = b"2024/01/" * 25_000


def attributes(form, size):
    return " ".join(form.format(number) for number in range(22_500 * size))


ITEMS = " ".join(f"a{number}" for number in range(2_500)) + " "

LONG = {
    "signs": lambda size: b"<" * 250_000 * size,
    "nested": lambda size: b"<div>" * 50_000 * size,
    "attributes": lambda size: within(f"<p {attributes('a{}=<', size)}>"),
    "attributes behind a quote": lambda size: within(f'<p "{attributes("a{}", size)}>'),
    "open tags": lambda size: b'<a "' * 62_500 * size,
    "quotes in JSON": lambda size: JSON + b'{"a":"' + b'\\"' * 125_000 * size,
    "brackets in JSON": lambda size: JSON + b"[" * 225_000 * size + b"</script><p>x",
    "spans": lambda size: within("<p>" + "<span>a</span>" * 3_500 * size),
    "headings": lambda size: within("<h2>Some heading</h2>" * 3_500 * size),
    "paragraphs": lambda size: within("<p>word " * 3_500 * size),
    "posts": lambda size: within('<div class="post">x</div>' * 3_500 * size),
    "items": lambda size: within("<ul>" + "<li>some words in it</li>" * 3_500 * size),
    "lists in lists": lambda size: within("<ul><li>a" * 1_750 * size),
    "tables": lambda size: within("<table><tr><td><p>x</p>" * 750 * size),
    "dates": lambda size: within("<p>" + "12 June 2024 " * 17_500 * size),
    "bars": lambda size: b"<title>" + b"a | " * 62_500 * size,
    "spaces": lambda size: b"<title>a" + b" " * 225_000 * size + b"b</title><p>x",
    "authors": lambda size: b'<meta name=author content="A and B">' * 3_500 * size + b"<p>x",
    "address": lambda size: b"<link rel=canonical href=http://a/%s><p>x" % (SLASHED * size),
    "properties": lambda size: within(
        f'<div itemscope itemtype="http://schema.org/NewsArticle"><div itemprop="{ITEMS * size}">'
        f"{'word ' * 2_500 * size}</div></div>"
    ),
    "spaces in a text": lambda size: within(
        "<p>Some words.</p>" * 20 + "<pre>word" + " " * 20_000 * size + "word</pre>"
    ),
    "high bytes": lambda size: bytes(range(128, 256)) * 2_000 * size,
}
"""Pages that would take long if some work grew with its square. At size 4 they have a megabyte."""


@pytest.mark.parametrize("name", LONG)
def test_work_on_a_page_grows_with_its_length(name):
    """Four times as long, it takes about four times as long; work with the square would take 16."""
    assert seconds(LONG[name](4)) < 12 * seconds(LONG[name](1)) + 0.1

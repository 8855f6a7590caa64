"""No page has to be moved sideways to be read, on a telephone or on a wall."""

import pytest
from kinds_of_page import KINDS, is_ready

WIDTHS = (320, 380, 768, 1056, 1440, 2560)
"""A small telephone (WCAG 2.2, 1.4.10), one of today, and on either side of where columns begin."""

STICKING_OUT = """() => [...document.querySelectorAll("body *")]
    .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
    .map(element => `${element.tagName}.${element.className}: ${element.textContent.trim()}`
        .slice(0, 100))
    .slice(0, 8)"""


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_no_wider_than_the_screen(visit, kind):
    page = visit(KINDS[kind], viewport={"width": 380, "height": 800})
    is_ready(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        needed = page.evaluate("document.documentElement.scrollWidth")
        assert needed <= width, page.evaluate(STICKING_OUT)

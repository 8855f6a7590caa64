"""No page has to be moved sideways to be read on a telephone."""

import pytest
from kinds_of_page import KINDS, is_ready

STICKING_OUT = """() => [...document.querySelectorAll("body *")]
    .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
    .map(element => `${element.tagName}.${element.className}: ${element.textContent.trim()}`
        .slice(0, 100))
    .slice(0, 8)"""


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_no_wider_than_the_screen(visit, kind):
    page = visit(KINDS[kind], viewport={"width": 380, "height": 800})
    is_ready(page)
    for width in (380, 320):
        page.set_viewport_size({"width": width, "height": 800})
        needed = page.evaluate("document.documentElement.scrollWidth")
        assert needed <= width, page.evaluate(STICKING_OUT)

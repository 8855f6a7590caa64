"""Whatever a pointer reaches on a page, the keyboard reaches as well, and leaves again."""

import pytest
from kinds_of_page import KINDS, is_ready

AT_THE_TOP = "document.body.tabIndex = -1; document.body.focus()"
TO_BE_REACHED = """() => {
    const all = document.querySelectorAll(
        'a[href], button:enabled, input:enabled:not([type=hidden]), select, textarea, summary');
    window.wanted = new Set([...all].filter((it) =>
        it.tabIndex >= 0 && it.checkVisibility({ visibilityProperty: true })));
    return wanted.size;
}"""
REACHED = """() => {
    window.wanted.delete(document.activeElement);
    return document.activeElement !== document.body;
}"""
LEFT_OUT = "[...wanted].map((it) => it.outerHTML.slice(0, 120))"


@pytest.mark.parametrize("kind", KINDS)
def test_the_keyboard_reaches_everything_and_leaves_it(visit, kind):
    page = visit(KINDS[kind], reduced_motion="reduce")
    is_ready(page)
    page.evaluate(AT_THE_TOP)
    presses = 2 * page.evaluate(TO_BE_REACHED) + 10  # what scrolls is reached too
    for _ in range(presses):
        page.keyboard.press("Tab")
        if not page.evaluate(REACHED):
            break
    else:
        pytest.fail("there is no way out of the page")
    assert page.evaluate(LEFT_OUT) == []

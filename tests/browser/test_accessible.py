"""What axe-core can tell of accessibility, on every kind of page, in light and in dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from kinds_of_page import KINDS, is_ready

SCHEMES = {"light": "default", "dark": "slate"}


OPENED = "for (const it of document.querySelectorAll('details')) it.open = true"


@pytest.mark.parametrize("done", ["", OPENED], ids=["folded", "opened"])
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(visit, kind, scheme, done):
    page = visit(KINDS[kind], color_scheme=scheme, reduced_motion="reduce")
    is_ready(page)
    page.locator(f'body[data-md-color-scheme="{SCHEMES[scheme]}"]').wait_for()
    page.evaluate(done)
    found = Axe().run(page).response
    assert found["passes"]
    violations = [
        f"{violation['id']}: {node['target'][0]}: {_reason(node)}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
    assert not violations, "\n".join(violations)


def _reason(node):
    return "; ".join(check["message"] for how in ("any", "all", "none") for check in node[how])

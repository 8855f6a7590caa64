"""A hostile archive, built whole: nothing of it becomes markup in the theme's pages either."""

import pytest
from engine import build, contents

from archives import actor, analyst, article, note, topic, write
from html_reading import read_html

ATTACK = "</title><script>alert(1)</script>\"'&amp;<img src=x onerror=alert(1)>{{ 7*7 }}{% x %}"

FILES = {
    "articles/2025/hostile.md": article(
        "Words. `</script><script>alert(1)</script>`",
        title=ATTACK,
        summary=ATTACK,
        source={"outlet": ATTACK, "byline": [ATTACK], "dateline": ATTACK},
    ),
    "articles/2025/hostile.notes/n.md": note(quote="Words", status="retracted", reason=ATTACK),
    "docs/actors/hostile.md": actor(name=ATTACK, summary=ATTACK, aliases=[ATTACK + "x"]),
    "docs/topics/hostile.md": topic(name=ATTACK, summary=ATTACK, stances=[ATTACK]),
    "docs/analysts/hostile.md": analyst(name=ATTACK, affiliation=ATTACK, disclosure=ATTACK),
}


@pytest.fixture(scope="module")
def site(module_root):
    write(module_root, FILES)
    done = build(module_root, "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    return contents(module_root / "site")


def test_nothing_contributed_is_active_in_any_page(site):
    for path, content in site.items():
        if not path.endswith(".html"):
            continue
        html = read_html(content.decode())
        scripts = [p.text for p in html.pieces if any(_is_run(e) for e in p.within)]
        assert not any("alert(1)" in script for script in scripts), path
        assert not any(name.startswith("on") for e in html.elements for name in e.attributes), path
        assert "x" not in html.values("src"), path


def _is_run(element):
    """Whether it is a script, and not a block of data."""
    return element.name == "script" and element.attributes.get("type") != "application/ld+json"


def test_the_title_is_shown_as_it_was_written(site):
    page = read_html(site["articles/2025/hostile/index.html"].decode())
    headings = "".join(p.text for p in page.pieces if any(e.name == "h1" for e in p.within))
    assert headings == ATTACK
    assert f"{ATTACK} – The Lorn Archive" in page.text
    assert ATTACK in page.values("content")

"""ProperDocs, the fork of MkDocs, builds the same site."""

from engine import build, contents

from html_reading import read_html


def article_text(page):
    return "".join(
        piece.text
        for piece in read_html(page.decode()).pieces
        if any(e.attributes.get("class") == "annotated" for e in piece.within)
    )


def test_it_builds_the_same_addresses_and_the_same_texts(root):
    for engine in ("mkdocs", "properdocs"):
        done = build(root, "--strict", "--site-dir", engine, engine=engine)
        assert done.returncode == 0, done.stderr
    one, two = contents(root / "mkdocs"), contents(root / "properdocs")
    assert one.keys() == two.keys()
    pages = [path for path in one if path.startswith("articles/2") and path.endswith(".html")]
    assert len(pages) == 8
    for path in pages:
        assert article_text(one[path]) == article_text(two[path]), path
    for path in one:
        if path.startswith("data/"):
            assert path.endswith(".html") or one[path] == two[path], path

"""Pages written by hand are rendered again only when something that makes them has changed."""

import logging

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.pages import Page

from postil.engines.by_hand import recall_pages, remember_pages, render_once
from postil.engines.cache import Cache

EXTENSIONS = "markdown_extensions: [toc, tables, pymdownx.superfences]"

INDEX = """\
# The archive

See [how notes are made](guide.md#notes).

| a | b |
|---|---|
| 1 | 2 |
"""

GUIDE = """\
# A guide

## Notes

<b id='mark'>Bold.</b>

```python
print(1)
```

[Back](index.md)
"""

BOTH = ["guide.md", "index.md"]


@pytest.fixture(autouse=True)
def as_a_build_tells(caplog):
    """What MkDocs' commands tell if nothing else is asked of them."""
    caplog.set_level(logging.INFO, logger="mkdocs")


@pytest.fixture
def root(tmp_path):
    """A site of two pages that link to each other."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_text(INDEX)
    (docs / "guide.md").write_text(GUIDE)
    (tmp_path / "mkdocs.yml").write_text(f"site_name: A\n{EXTENSIONS}\n")
    return tmp_path


def build(root):
    """What a build has of each page, and the pages that it rendered."""
    kept = Cache(root, b"")
    config = load_config(str(root / "mkdocs.yml"), plugins=[])
    files = get_files(config)
    pages, there, rendered = recall_pages(kept, config, files), {}, []
    for file in files.documentation_pages():
        page = Page(None, file, config)
        page.render = _told(page.render, file.src_uri, rendered)
        render_once(page, pages)
        page.read_source(config)
        page.render(config, files)
        there[file.src_uri] = (
            page.content, page.title, [(it.title, it.url) for it in page.toc],
            page.present_anchor_ids, {to.src_uri: it for to, it in page.links_to_anchors.items()},
        )  # fmt: skip
    for file in files.documentation_pages():
        file.page.toc.items.clear()  # as a hook may do: it has a page for itself
        file.page.validate_anchor_links(files=files, log_level=logging.WARNING)
    remember_pages(kept, pages)
    return there, sorted(rendered)


def _told(render, name, rendered):
    def render_and_tell(config, files):
        rendered.append(name)
        render(config, files)

    return render_and_tell


def test_what_is_the_same_is_not_rendered_and_comes_out_the_same(root):
    first, rendered = build(root)
    assert rendered == BOTH
    assert build(root) == (first, [])
    assert build(root) == (first, [])  # nor is it forgotten where it was not rendered
    content, title, contents, anchors, _ = first["guide.md"]
    assert '<a href="../">Back</a>' in content
    assert (title, contents) == ("A guide", [("A guide", "#a-guide")])
    assert {"notes", "mark"} <= anchors
    assert first["index.md"][4] == {"guide.md": {"notes": "guide.md#notes"}}


@pytest.mark.parametrize(
    ("path", "text", "rendered"),
    [
        ("docs/guide.md", GUIDE + "\nMore.\n", ["guide.md"]),
        ("docs/guide.md", "---\ntitle: Another\n---\n" + GUIDE, []),
        ("docs/more.md", "# More\n", [*BOTH, "more.md"]),  # links may lead there
        ("docs/picture.png", "", BOTH),
        ("mkdocs.yml", f"site_name: B\n{EXTENSIONS}\n", []),
        ("mkdocs.yml", "site_name: A\nmarkdown_extensions: [toc]\n", BOTH),
        ("mkdocs.yml", f"site_name: A\n{EXTENSIONS}\nuse_directory_urls: false\n", BOTH),
        (
            "mkdocs.yml",
            f"site_name: A\n{EXTENSIONS.replace('toc', 'toc: {anchorlink: true}')}\n",
            BOTH,
        ),
        (
            "mkdocs.yml",
            f"site_name: A\n{EXTENSIONS}\nvalidation: {{links: {{not_found: info}}}}\n",
            BOTH,
        ),
    ],
)
def test_a_page_is_rendered_again_when_something_that_makes_it_has_changed(
    root, path, text, rendered
):
    build(root)
    (root / path).write_text(text)
    changed = build(root)
    assert changed[1] == rendered
    (root / "by-hand").unlink()
    assert build(root)[0] == changed[0]


def test_what_mkdocs_has_to_say_of_a_page_it_says_in_every_build(root, caplog):
    (root / "docs/guide.md").write_text("# A guide\n\n[Gone](gone.md)\n")
    for _ in range(3):
        caplog.clear()
        assert "guide.md" in build(root)[1]
        said = sorted(record.getMessage() for record in caplog.records)
        assert len(said) == 2
        assert "contains a link 'gone.md'" in said[0]
        assert "does not contain an anchor '#notes'" in said[1]


@pytest.mark.parametrize(
    "extensions",
    [
        "[pymdownx.snippets]",
        "[toc: {slugify: !!python/name:markdown.extensions.toc.slugify_unicode }]",
    ],
)
def test_nothing_is_kept_where_more_than_the_text_may_make_a_page(root, extensions):
    (root / "mkdocs.yml").write_text(f"site_name: A\nmarkdown_extensions: {extensions}\n")
    for _ in range(2):
        assert build(root)[1] == BOTH
    assert not (root / "by-hand").exists()


@pytest.mark.parametrize("level", [logging.DEBUG, logging.ERROR], ids=["more", "faults alone"])
def test_nothing_is_kept_while_mkdocs_tells_more_or_less(root, level, caplog):
    build(root)
    caplog.set_level(level, logger="mkdocs")
    assert recall_pages(Cache(root, b""), load_config(str(root / "mkdocs.yml")), []) is None


def test_what_another_engine_left_is_not_even_looked_at(root, monkeypatch):
    build(root)
    monkeypatch.setattr(Page, "__module__", "another.engine")
    monkeypatch.setattr("pickle.loads", None)
    assert build(root)[1] == BOTH

"""What is not published appears nowhere: not on a page, in the data, the search or an address."""

import json

import pytest

from archives import ARTICLE, NOTE, actor, article, note, site_of
from postil.model.archive import Settings, Target

SECRET = "xylophone"
"""A word that stands in no template."""

DRAFT = article(
    f"{SECRET} Anna Berg {SECRET}.",
    title=SECRET,
    summary=SECRET,
    status="draft",
    redirects=[f"old-{SECRET}"],
)
KEPT_BACK = f"Anna Berg said {SECRET}. Tom Lee said {SECRET}."


def everything_of(site):
    """All that a site gives out, as text, by where it stands."""
    yield "home", str(site.home)
    for address, page in site.pages.items():
        yield address, f"{address} {page.html} {page.title} {page.description} {page.head}"
    yield "search", str(site.entries)
    for path, content in site.files.items():
        yield path, path + content.decode("latin-1")


@pytest.mark.parametrize(
    "files",
    [
        {f"articles/2025/{SECRET}.md": DRAFT},
        {
            f"articles/2025/{SECRET}.md": DRAFT,
            f"articles/2025/{SECRET}.notes/{SECRET}.md": note(SECRET, quote="Anna Berg"),
        },
        {
            f"articles/2025/{SECRET}.md": DRAFT,
            ARTICLE: article(follows=SECRET, same_text_as=[SECRET], translation_of=SECRET),
            NOTE: note(sources=[SECRET]),
        },
        {
            f"articles/2025/{SECRET}.md": DRAFT,
            ARTICLE: article(f"[Next]({SECRET}.md): no text had been agreed."),
        },
        {f"articles/2025/vienna.notes/{SECRET}.md": note(SECRET, status="draft")},
        {
            f"articles/2025/vienna.notes/{SECRET}.md": note(SECRET, status="draft"),
            "articles/2025/vienna.notes/answer.md": note(reply_to=SECRET),
        },
        {"articles/2025/kept.md": article(KEPT_BACK, text="link-only")},
        {"articles/2025/gone.md": article(KEPT_BACK, status="withdrawn", summary=SECRET)},
        {
            "articles/2025/kept.md": article(
                KEPT_BACK, text="link-only", mentions={f"said {SECRET}": "anna-berg"}
            )
        },
        {
            "articles/2025/gone.md": article(KEPT_BACK, status="withdrawn"),
            "articles/2025/gone.notes/n.md": note(quote="Anna Berg said"),
        },
        {
            "articles/2025/kept.md": article(KEPT_BACK, text="link-only"),
            "articles/2025/kept.notes/n.md": note(quote="Anna Berg […] Tom Lee"),
        },
        {
            "articles/2025/kept.md": article(KEPT_BACK, text="link-only"),
            "articles/2025/kept.notes/n.md": note(
                quote={"exact": "Tom Lee", "prefix": f"said {SECRET}.", "suffix": f"said {SECRET}"}
            ),
        },
        {
            "articles/2025/kept.md": article(KEPT_BACK, text="link-only"),
            "articles/2025/kept.notes/n.md": note(quote="Anna Berg […] Tom Lee", kind="position"),
            "articles/2025/kept.notes/m.md": note(quote="Tom Lee", kind="position", reply_to="n"),
        },
        {
            "articles/2025/vienna.notes/a.md": note("Yes.", likelihood="likely"),
            f"articles/2025/vienna.notes/{SECRET}.md": note(
                SECRET, status="draft", confidence="high", likelihood="unlikely", reply_to="a"
            ),
        },
    ],
    ids=[
        "draft",
        "note-on-a-draft",
        "references-to-a-draft",
        "link-to-a-draft",
        "draft-note",
        "answer-to-a-draft-note",
        "link-only",
        "withdrawn",
        "mentions-of-a-kept-text",
        "note-on-a-withdrawn-one",
        "long-quote-of-a-kept-text",
        "words-beside-a-quote-of-a-kept-text",
        "disagreement-over-a-kept-text",
        "draft-that-disagrees",
    ],
)
def test_what_is_kept_back_leaks_nowhere(archive, files):
    site = site_of(archive(files), Settings(address="https://a.example/"))
    assert {"feed.xml", "notes/feed.xml"} <= site.files.keys()
    for place, text in everything_of(site):
        assert SECRET not in text, place


def test_whom_a_withdrawn_article_named_is_withdrawn_with_it(archive):
    files = {
        "docs/actors/tom.md": actor(name="Tom Lee"),
        "articles/2025/gone.md": article(KEPT_BACK, title="Gone", status="withdrawn"),
    }
    site = site_of(archive(files))
    pages = site.pages
    assert "Tom Lee" not in pages["articles/2025/gone/"].html
    assert "Gone" not in pages["actors/tom/"].html
    assert site.composed.shelf.appearances[Target("actors", "tom")] == ()


def test_drafts_are_counted_nowhere(archive):
    files = {
        "articles/2025/draft.md": DRAFT,
        "articles/2025/vienna.notes/draft.md": note(status="draft"),
    }
    home = str(site_of(archive(files)).home)
    assert "<b>1</b> article<" in home
    assert "<b>1</b> note<" in home


def test_mentions_in_kept_texts_are_not_in_the_data(archive):
    site = site_of(archive({ARTICLE: article(text="link-only"), NOTE: None}))
    files = site.files
    assert files["data/mentions.jsonl"] == b""
    assert "text" not in json.loads(files["data/articles.jsonl"])


def test_a_card_says_nothing_that_is_kept_back(archive, monkeypatch):
    said = []
    monkeypatch.setattr("postil.pages.drawing.draw", lambda card: said.append(card) or b"")
    files = {
        f"articles/2025/{SECRET}.md": DRAFT,
        "articles/2025/kept.md": article(KEPT_BACK, text="link-only"),
        "articles/2025/gone.md": article(KEPT_BACK, status="withdrawn", summary=SECRET),
    }
    one_process = Settings(address="https://a.example/", cards=True)
    cards = [path for path in site_of(archive(files), one_process).files if path.endswith(".png")]
    assert len(said) == len(cards) == 3
    assert SECRET not in f"{said} {cards}"

"""Whole sites of small archives: every link leads somewhere, nothing is lost, nothing leaks."""

import json
from urllib.parse import urldefrag, urljoin

import pytest

from archives import (
    ACTOR,
    ANALYST,
    ARTICLE,
    NOTE,
    TOPIC,
    actor,
    analyst,
    article,
    note,
    pages_of,
    site_of,
    topic,
)
from html_reading import read_html
from postil import building
from postil.pages.home import home_html

ATTACK = "</title><script>alert(1)</script>\"'&<img src=x onerror=alert(1)>"

RICH = {
    ARTICLE: article(
        "Anna Berg opened the *talks*, see [the record](../../docs/actors/anna-berg.md). "
        "She said that no text had been agreed.\n\n## Later\n\n- One item.\n\n"
        "Anna Berg left.\n\n| A | B |\n|---|---|\n| one | two |",
        actors=["anna-berg"],
        follows="older",
        redirects=["vienna-old"],
    ),
    "articles/2024/older.md": article("Anna Berg came.", published="2024-01"),
    "articles/2025/vienna.notes/second.md": note(quote="text had been agreed. Later"),
    "articles/2025/vienna.notes/reply.md": note(reply_to="first", sources=["older"]),
    "articles/2025/vienna.notes/gone.md": note(status="retracted", reason="Wrong.", quote="one"),
    "articles/2025/vienna.notes/all.md": note(quote=None, whole=True, actors=["anna-berg"]),
    "docs/actors/anna-berg.notes/profile.md": note(quote="Mediates"),
    ACTOR: actor("Mediates often.", positions=[{"role": "Envoy", "start": "2025"}]),
}
RICH["articles/2025/vienna.notes/all.md"] = RICH["articles/2025/vienna.notes/all.md"].replace(
    "quote: null\n", ""
)
RICH["articles/2025/vienna.notes/second.md"] = note(quote="She said that no text")


@pytest.fixture
def site(archive):
    return site_of(archive(RICH))


def test_every_link_leads_to_a_page_and_a_place_that_exist(site):
    pages = {address: read_html(page.html) for address, page in pages_of(site).items()}
    files = {asset.path for asset in building.files(site)}
    by_hand = {"", "about/", "method/"}
    for address, page in pages.items():
        for href in page.values("href"):
            if href.startswith(("https:", "http:", "mailto:")):
                continue
            target, place = urldefrag(urljoin(f"https://a/{address}", href))
            path = target.removeprefix("https://a/")
            assert path in pages or path in files or path in by_hand, (address, href)
            if place:
                assert place in pages[path].values("id"), (address, href)


def test_ids_are_unique_and_tags_are_closed_in_every_page(site):
    for address, page in pages_of(site).items():
        html = read_html(page.html)
        ids = html.values("id")
        assert len(ids) == len(set(ids)), address
        assert html.misnested == [], address


def test_published_notes_rendered_are_the_published_note_files(site):
    shown = [
        (address, element.attributes["id"])
        for address, page in pages_of(site).items()
        for element in read_html(page.html).named("aside")
        if element.attributes.get("role") == "comment"
    ]
    expected = [
        (site.target_address(n.target), f"note-{n.id}") for n in site.archive.notes.values()
    ]
    assert sorted(shown) == sorted(expected)


def test_the_text_of_the_page_is_the_text_of_the_article(site):
    html = read_html(pages_of(site)["articles/2025/vienna/"].html)
    shown = "".join(
        piece.text
        for piece in html.pieces
        if any("annotated" in e.attributes.get("class", "") for e in piece.within)
        and not any(e.name == "aside" for e in piece.within)
    )
    plain = site.linked.article("vienna").document.plain
    assert "".join(shown.split()) == "".join(plain.split())


def test_no_field_of_a_record_becomes_markup(archive):
    files = {
        ARTICLE: article(
            title=ATTACK, summary=ATTACK, source={"outlet": ATTACK, "byline": [ATTACK]}
        ),
        NOTE: note(reason=ATTACK, status="retracted"),
        ACTOR: actor(name=f"Anna {ATTACK}", summary=ATTACK, aliases=[ATTACK + "x"]),
        TOPIC: topic(name=ATTACK, summary=ATTACK),
        ANALYST: analyst(name=ATTACK, affiliation=ATTACK, disclosure=ATTACK),
    }
    site = site_of(archive(files))
    htmls = [page.html for page in pages_of(site).values()] + [home_html(site)]
    for html in htmls:
        assert not read_html(html).named("script", "img", "title")


def test_drafts_and_kept_back_texts_appear_nowhere(archive):
    files = {
        "articles/2025/draft.md": article("SENTINEL", title="SENTINEL", status="draft"),
        "articles/2025/draft.notes/n.md": note("SENTINEL", quote="SENTINEL"),
        "articles/2025/linked.md": article("SENTINEL text.", text="link-only"),
        "articles/2025/gone.md": article("SENTINEL text.", status="withdrawn"),
        "articles/2025/vienna.notes/d.md": note("SENTINEL", status="draft"),
        "articles/2025/vienna.notes/s.md": note(sources=["draft"]),
        ARTICLE: article(follows="draft"),
    }
    site = site_of(archive(files))
    for page in pages_of(site).values():
        everything = f"{page.html}{page.title}{page.description}{page.search}"
        assert "SENTINEL" not in everything, page.address
        assert "draft" not in everything, page.address
    for asset in building.files(site):
        assert b"SENTINEL" not in asset.content, asset.path
        assert b"draft" not in asset.content, asset.path


def test_data_offsets_give_the_words(site):
    files = {asset.path: asset.content.decode() for asset in building.files(site)}
    rows = {
        name: [json.loads(line) for line in files[f"data/{name}.jsonl"].splitlines()]
        for name in ("articles", "notes", "actors", "topics", "mentions")
    }
    texts = {row["id"]: row["text"] for row in rows["articles"]}
    assert rows["mentions"]
    for row in rows["mentions"]:
        assert texts[row["article"]][row["start"] : row["end"]] == row["words"]
    first = next(row for row in rows["notes"] if row["id"] == "first")
    assert texts["vienna"][first["start"] : first["end"]] == "no text had been agreed"
    assert [row["id"] for row in rows["articles"]] == ["older", "vienna"]


def test_an_old_address_leads_on(site):
    files = {asset.path: asset.content.decode() for asset in building.files(site)}
    assert "url=../../../articles/2025/vienna/" in files["articles/2025/vienna-old/index.html"]

"""What machines read of an article: JSON-LD that ends no element, and feeds dated by their data."""

import json
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archives import ARTICLE, NOTE, article, note, site_of
from html_reading import read_html
from postil.model.archive import Settings
from postil.pages.feeds import NEWEST

HOME = "https://a.example/archive/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def made(archive):
    """What comes out of the minimal archive, with files laid over it, at an address."""
    return lambda files, address=HOME: site_of(archive(files), Settings(address=address))


def data_of(page):
    html = read_html(str(page.head))
    assert [element.name for element in html.elements] == ["script"]
    return json.loads(html.text)


def test_an_article_is_described_with_its_source(made):
    keys = {
        "source": {
            "outlet": "The Courier",
            "url": "https://c.example/1",
            "byline": ["A. Ash"],
            "updated": "2025-03-05",
        },
        "archived": [{"url": "https://w.example/1", "at": "2025-03-07"}],
        "kind": "opinion",
        "published": "2025-03~",
    }
    assert data_of(made({ARTICLE: article(**keys)}).pages["articles/2025/vienna/"]) == {
        "@context": "https://schema.org",
        "@type": "OpinionNewsArticle",
        "headline": "Talks open in Vienna",
        "inLanguage": "en",
        "datePublished": "2025-03",
        "dateModified": "2025-03-05",
        "author": [{"@type": "Person", "name": "A. Ash"}],
        "publisher": {"@type": "Organization", "name": "The Courier"},
        "url": "https://c.example/1",
        "archivedAt": ["https://w.example/1"],
        "mainEntityOfPage": f"{HOME}articles/2025/vienna/",
    }


def test_without_an_address_of_its_own_the_archive_gives_none(made):
    made_ = made({}, address=None)
    assert "mainEntityOfPage" not in data_of(made_.pages["articles/2025/vienna/"])
    assert [path for path in made_.files if path.endswith(".xml")] == []


@pytest.mark.parametrize(
    "title", ["</script><script>alert(1)</script>", "<!--<script>", "a & b", "]]>", '“q” \\ "q"']
)
def test_no_title_ends_the_element(made, title):
    page = made({ARTICLE: article(title=title)}).pages["articles/2025/vienna/"]
    assert data_of(page)["headline"] == title
    assert str(page.head).count("<") == 2


def entries(made_, path):
    return ET.fromstring(made_.files[path]).findall(f"{ATOM}entry")


def texts(found, name):
    return [entry.findtext(f"{ATOM}{name}") for entry in found]


def test_a_feed_has_the_newest_and_no_more(made):
    days = [f"2025-{month:02d}-{day:02d}" for month in range(1, 4) for day in range(1, 15)]
    files = {f"articles/2025/a-{day}.md": article(title=f"Of {day}", published=day) for day in days}
    found = entries(made(files | {ARTICLE: None, NOTE: None}), "feed.xml")
    assert texts(found, "title") == [f"Of {day}" for day in reversed(days)][:NEWEST]
    assert texts(found, "id")[0] == f"{HOME}articles/2025/a-2025-03-14/"


def test_what_changed_is_dated_by_its_change(made):
    keys = {"corrections": [{"at": "2025-04-01", "by": "ivo", "text": "It was Tuesday."}]}
    changed = note(reanchored=[{"at": "2025-05-01", "by": "ivo", "from": "no text agreed"}])
    site = made({ARTICLE: article(**keys), NOTE: changed})
    (of_article,), (of_note,) = entries(site, "feed.xml"), entries(site, "notes/feed.xml")
    assert of_article.findtext(f"{ATOM}published") == "2025-03-04T00:00:00+00:00"
    assert of_article.findtext(f"{ATOM}updated") == "2025-04-01T00:00:00+00:00"
    assert of_note.findtext(f"{ATOM}updated") == "2025-05-01T00:00:00+00:00"
    feeds = (ET.fromstring(site.files[path]) for path in ("feed.xml", "notes/feed.xml"))
    assert [feed.findtext(f"{ATOM}updated")[:10] for feed in feeds] == ["2025-04-01", "2025-05-01"]


def test_a_feed_without_an_entry_does_not_ask_the_clock(made):
    files = made({NOTE: None}).files
    feed = ET.fromstring(files["notes/feed.xml"])
    assert feed.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00+00:00"


def test_a_note_in_a_feed_says_what_became_of_it_and_leads_out_whole(made):
    files = {NOTE: note(status="retracted", reason="It was wrong.")}
    (entry,) = entries(made(files), "notes/feed.xml")
    assert entry.findtext(f"{ATOM}title") == "Context on “Talks open in Vienna” (retracted)"
    html = read_html(entry.findtext(f"{ATOM}summary"))
    assert "Reason: It was wrong." in html.text
    assert html.values("href")
    assert [href for href in html.values("href") if not href.startswith(HOME)] == []


@pytest.mark.parametrize("keys", [{"status": "withdrawn"}, {"status": "draft"}])
def test_what_is_not_published_is_in_no_feed(made, keys):
    assert entries(made({ARTICLE: article(**keys), NOTE: None}), "feed.xml") == []


@given(title=st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn"))))
def test_any_title_is_written_for_where_it_stands(title):
    from postil.pages.structured_data import _IN_A_SCRIPT  # noqa: PLC0415

    written = json.dumps(title, ensure_ascii=False).translate(_IN_A_SCRIPT)
    assert json.loads(written) == title
    assert not set(written) & set("<>&")

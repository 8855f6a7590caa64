"""Ten saved pages in the layouts of real publications, and what is taken from each."""

from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest

from postil.gathering.page import gather
from postil.text.document import read_document

PAGES = Path(__file__).parent / "pages"
TODAY = date(2026, 11, 24)

EXPECTED = {
    # page: title, published, updated, outlet, byline, language, address
    "national-daily": (  # JSON-LD in a list; a newsletter box, a quotation, related stories
        "Two councils agree to share the cost of a ferry",
        "2025-03-10T17:42Z",
        "2025-03-10T19:05Z",
        "The Coast Guardian",
        ("Ada Novak", "Ivo Lind"),
        "en-GB",
        "https://www.coastguardian.example/world/2025/mar/10/councils-share-cost-of-ferry",
    ),
    "weekly-blog": (  # JSON-LD as a graph that refers; a cookie banner, comments
        "How a harbour wall is raised",
        "2025-05-02T06:00-04:00",
        None,
        "Tideline Weekly",
        ("Mara Quist",),
        "en-US",
        "https://tideline.example/2025/05/harbour-wall/",
    ),
    "broadcaster": (  # Open Graph alone; the outlet behind the title, more on this story
        "Ferry talks: yards given until end of May",
        "2025-03-11T09:30Z",
        None,
        "NCB News",
        ("Jon Ferrer",),
        "en",
        "https://www.ncb.example/news/articles/c4g2kx",
    ),
    "agency": (  # microdata
        "Southport council backs ferry deal by 14 votes to 3",
        "2025-03-24T21:15+01:00",
        "2025-03-24T22:40+01:00",
        "Coastal Press Agency",
        ("Sofia Lang",),
        "en",
        "https://cpa.example/wire/20250324-113",
    ),
    "old-gazette": (  # nothing stated, set in tables, today's date at the top
        "Ferry yard named",
        "2025-06-12",
        None,
        "Lowland Gazette",
        (),
        None,
        None,
    ),
    "live-blog": (
        "Ferry vote live: council meets in Southport",
        "2025-03-24T16:00+01:00",
        "2025-03-24T21:30+01:00",
        "Harbour News",
        (),
        "en",
        "https://harbournews.example/live/ferry-vote",
    ),
    "ukrainian-daily": (  # JSON-LD
        "Дві громади домовилися про спільний пором",
        "2025-03-10T19:12+02:00",
        None,
        "Приморська правда",
        ("Олена Гончар",),
        "uk",
        "https://www.prymorska.example/news/2025/03/10/7501234/",
    ),
    "ukrainian-agency": (  # Open Graph, in windows-1251; a time without its zone
        "Верф обрали: пором збудують до весни 2027 року",
        "2025-06-12",
        None,
        "Хвиля-Інформ",
        (),
        "uk-UA",
        "http://khvylia.example/ukr/news/1084512.html",
    ),
    "arabic-channel": (  # JSON-LD; an address in Arabic
        "بلدتان ساحليتان تتفقان على تقاسم كلفة عبّارة جديدة",
        "2025-03-10T18:20Z",
        "2025-03-11T05:00Z",
        "قناة الشاطئ",
        ("ليلى حداد",),
        "ar",
        f"https://www.shati.example/news/2025/3/10/{quote('بلدتان-ساحليتان-تتفقان')}",
    ),
    "arabic-paper": (  # nothing stated but a `time`
        "اختيار حوض بناء السفن للعبّارة الجديدة",
        "2025-06-12T15:00+03:00",
        None,
        "صحيفة المرفأ",
        (),
        "ar",
        None,
    ),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_gives_what_a_reader_sees_on_it(name):
    page = gather((PAGES / f"{name}.html").read_bytes(), None, None, TODAY)
    found = (
        page.title,
        page.published,
        page.updated,
        page.outlet,
        page.byline,
        page.lang,
        page.url,
    )
    assert found == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_the_text_is_that_of_the_article_and_nothing_else(name):
    page = gather((PAGES / f"{name}.html").read_bytes(), None, None, TODAY)
    text = (PAGES / f"{name}.txt").read_text(encoding="utf-8")
    assert read_document(page.text).plain == text.rstrip("\n")
    assert not read_document(page.text).images


def html(head="", body="<article><h1>T</h1><p>Some words that stand here.</p></article>"):
    return f"<html><head><title>T</title>{head}</head><body>{body}</body></html>".encode()


def gathered(head="", url=None, **other):
    return gather(html(head, **other), None, url, TODAY)


def test_todays_date_is_nobodys_date_of_publication():
    assert gathered(body="<div>24 November 2026</div><h1>T</h1><p>Words.</p>").published is None


@pytest.mark.parametrize(
    ("canonical", "found_at", "address"),
    [
        ("/2025/a", "https://x.example/2025/a?utm_source=rss", "https://x.example/2025/a"),
        ("https://x.example/", "https://x.example/2025/a", "https://x.example/2025/a"),
        ("javascript:alert(1)", "https://x.example/a", "https://x.example/a"),
        ("", "https://x.example/a#part", "https://x.example/a"),
        ("/a", None, None),
    ],
)
def test_the_address_is_the_canonical_one_if_it_is_one(canonical, found_at, address):
    assert gathered(f'<link rel="canonical" href="{canonical}">', found_at).url == address


def test_a_copy_in_a_web_archive_gives_the_original_and_itself():
    copy = "https://web.archive.org/web/20250311093000/https://x.example/a"
    page = gathered(url=copy)
    assert page.url == "https://x.example/a"
    assert [(it.url, it.at) for it in page.archived] == [(copy, "2025-03-11T09:30Z")]


def test_a_page_that_is_not_free_to_read_is_known_as_such():
    said = '{"@type":"NewsArticle","headline":"T","isAccessibleForFree":"False"}'
    assert gathered(f'<script type="application/ld+json">{said}</script>').is_walled


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.7 ...", "this is a PDF, not a web page"),
        (b"\x89PNG\r\n", "this is an image, not a web page"),
        (b"", "there is nothing on the page"),
        (b" " * 5_000_001, "the page is larger than 5 MB"),
        (b"<p>x" * 15_001, "the page has more than 15,000 elements"),
    ],
)
def test_what_is_no_page_is_refused_in_a_line(data, told):
    assert gather(data, None, None, TODAY).message == told

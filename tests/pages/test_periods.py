"""The pages of periods: what is heavy has narrower ones, and every page says where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from archives import (
    ACTOR,
    NOTE,
    TOPIC,
    actor,
    article,
    note,
    site_of,
    topic,
)
from html_reading import read_html
from postil.model.archive import Settings
from postil.model.dates import parse_edtf
from postil.pages.nesting import BOUND, entry_of
from postil.pages.periods import Series, period_of, period_pages

MOST = 400_000
"""Bytes that no page may weigh, frame and all."""

LONG = "word " * 700


def articles(*dates, **front):
    """Articles so long in their lists that sixty of them are too much for a page."""
    return {
        f"articles/x/a{number}.md": article(
            "Text.", title=f"No. {number}", published=date, summary=LONG, **front
        )
        for number, date in enumerate(dates)
    }


def notes(*dates):
    return {
        NOTE.replace("first", f"n{number}"): note(LONG, date=date)
        for number, date in enumerate(dates)
    }


def corrections(*dates):
    return {
        f"articles/x/a{number}.md": article(corrections=[{"at": date, "by": "ivo", "text": LONG}])
        for number, date in enumerate(dates)
    }


MARCH = [f"2025-03-{day:02d}" for day in range(1, 31)]
MAY = [f"2025-05-{day:02d}" for day in range(1, 31)]
ONE_DAY = ["2025-07-17"] * 70


@pytest.fixture
def pages(archive):
    def build(files, settings=None):
        return site_of(archive(files), settings).pages

    return build


def below(pages, address):
    return {it.removeprefix(address) for it in pages if it.startswith(address)} - {""}


@pytest.mark.parametrize(
    ("address", "files"),
    [
        ("articles/", articles(*MARCH, *MAY)),
        ("actors/anna-berg/", articles(*MARCH, *MAY, actors=["anna-berg"])),
        ("topics/talks/", articles(*MARCH, *MAY)),
        ("notes/", notes(*MARCH, *MAY)),
        ("analysts/ivo/", notes(*MARCH, *MAY)),
        ("corrections/", corrections(*MARCH, *MAY)),
    ],
)
def test_a_year_that_is_too_heavy_has_pages_of_its_months(pages, address, files):
    found = pages(files)
    assert {"2025/", "2025/03/", "2025/05/"} <= below(found, address)
    assert found[f"{address}2025/05/"].title.endswith(" in May 2025")
    for page in found.values():
        assert len(page.html.encode()) < MOST


def test_a_day_that_is_too_heavy_has_numbered_pages(pages):
    found = pages(articles(*ONE_DAY))
    assert below(found, "articles/2025/07/") == {"17/", "17/page-1/", "17/page-2/"}
    last = found["articles/2025/07/17/page-2/"]
    assert last.title == "Articles on 17 July 2025, page 2"
    assert last.description.startswith("Articles on 17 July 2025, page 2: ")
    shown = [read_html(found[f"articles/2025/07/17/page-{n}/"].html) for n in (1, 2)]
    assert sum(len(html.with_class("row")) for html in shown) == 70


def test_what_has_no_month_is_on_numbered_pages_of_its_year(pages):
    found = pages(articles(*["2024"] * 59, "2024-02-03"))
    assert below(found, "articles/2024/") == {"02/", "page-1/", "page-2/"}
    assert found["articles/2024/page-1/"].title == "Articles in 2024, without a month, page 1"


def test_a_heavy_period_shows_its_newest_and_says_where_the_rest_is(pages):
    html = read_html(pages(articles(*MARCH, *MAY))["articles/2025/"].html)
    rows = len(html.with_class("row"))
    assert rows < 61
    assert html.text_of("more") == f"{61 - rows} older articles: see the months above."
    assert html.text_of("row-title").startswith("No. 59")


def test_a_page_leads_up_and_to_its_neighbours(pages):
    html = read_html(pages(articles(*MARCH, *MAY, "2024"))["articles/2025/05/"].html)
    assert html.text_of("kicker") == "Articles › 2025"
    assert html.text_of("neighbours") == "Earlier: March 2025"
    current = [it for it in html.named("a") if "aria-current" in it.attributes]
    assert [it.attributes["aria-current"] for it in current] == ["true", "page"]
    html = read_html(pages(articles(*MARCH, *MAY, "2024"))["articles/2025/03/"].html)
    assert html.text_of("neighbours") == "Earlier: 2024 Later: May 2025"


def test_months_are_named_in_the_language_of_the_site(pages):
    found = pages(articles(*MARCH, *MAY), Settings(language="de"))
    assert found["articles/2025/03/"].title == "Articles in März 2025"


def test_one_year_that_is_not_shown_whole_is_linked_all_the_same(pages):
    html = pages(articles(*MARCH, *MAY, actors=["anna-berg"]))["actors/anna-berg/"].html
    assert "49 older articles, by year:" in read_html(html).text
    assert "../../actors/anna-berg/2025/" in read_html(html).values("href")


def test_first_pages_are_bounded_in_bytes_as_well(pages):
    many = {
        f"articles/x/a{n}.md": article(
            "Anna Berg spoke of it at length. " * 2_000, published=f"2025-03-{n + 1:02d}"
        )
        for n in range(3)
    }
    html = pages(many)["actors/anna-berg/"].html
    assert len(read_html(html).with_class("appearance")) == 1


@pytest.mark.parametrize(
    ("path", "moved", "old"),
    [
        (ACTOR, actor(redirects=["berg"]), "actors/berg/"),
        (TOPIC, topic(redirects=["peace"]), "topics/peace/"),
    ],
)
def test_the_months_of_a_renamed_record_go_on_answering(archive, path, moved, old):
    site = site_of(archive(articles(*MARCH, *MAY, actors=["anna-berg"]) | {path: moved}))
    files = {path: content.decode() for path, content in site.files.items()}
    new = path.removeprefix("docs/").removesuffix(".md")
    assert f"{new}/2025/03/" in files[f"{old}2025/03/index.html"]


@pytest.mark.parametrize(
    ("date", "period"),
    [
        ("2025", ("2025",)),
        ("2025~", ("2025",)),
        ("2025-03?", ("2025", "03")),
        ("2025-03-07", ("2025", "03", "07")),
        ("2025-03-07T23:59-10:00", ("2025", "03", "07")),
        ("0045-01-02", ("45", "01", "02")),
    ],
)
def test_the_place_of_a_date_is_as_exact_as_the_date(date, period):
    assert period_of(parse_edtf(date)) == period


def test_the_bound_leaves_room_for_the_frame():
    assert BOUND * 3 // 2 < MOST


def test_a_page_names_its_days_by_number_and_one_article_is_not_called_newest(pages):
    found = pages(articles(*ONE_DAY, "2025-07-16"))
    html = read_html(found["articles/2025/07/16/"].html)
    assert html.text_of("standfirst") == "1 article."
    assert "16 1" in html.text_of("years")


def series(days):
    """A list with an entry for each: its date, and what it says, which may be much."""
    entries = tuple(entry_of(period_of(parse_edtf(day)), Markup(text)) for day, text in days)
    return Series("notes/", "Notes", "all of them", "note", "stream", "notes", "en", entries)


def listed():
    texts = st.sampled_from(["a", "b", "c" * 90_000, "d" * 150_000])
    dates = st.sampled_from(["2025-03-17", "2025-03-16", "2025-02", "2024", "2024-07-01"])
    return st.lists(st.tuples(dates, texts), max_size=8).map(
        lambda days: sorted(days, reverse=True)
    )


@given(listed(), listed())
def test_pages_with_the_same_key_are_the_same(before, now):
    drafts = {draft.address: draft for draft in period_pages(series(before))}
    for draft in period_pages(series(now)):
        earlier = drafts.get(draft.address)
        if earlier and earlier.key == draft.key:
            assert earlier.compose() == draft.compose()


def test_a_note_more_changes_the_pages_it_stands_on_and_their_neighbours():
    older = [("2024-07-01", "a"), ("2023-07-01", "a"), ("2022-07-01", "a")]
    before = {draft.address: draft.key for draft in period_pages(series(older))}
    after = period_pages(series([("2025-03-17", "b"), *older]))
    same = {draft.address for draft in after if before.get(draft.address) == draft.key}
    assert same == set()
    longer = [("2024-07-01", "b"), *older[1:]]
    after = period_pages(series(longer))
    same = {draft.address for draft in after if before[draft.address] == draft.key}
    assert same == {"notes/2023/", "notes/2022/"}


def test_each_heading_stands_once_however_exact_the_dates_are(archive):
    dates = ["2021-01-01", "2021", "2021-01-01", "2021-01"]
    files = {
        f"articles/2021/a{number}.md": article(title=f"A{number}", published=date)
        for number, date in enumerate(dates)
    }
    html = read_html(site_of(archive(files)).pages["articles/2021/"].html)
    headings = html.texts_of("h2")
    assert sorted(headings) == sorted(set(headings))
    assert {"January 2021", "Without a month"} <= set(headings)

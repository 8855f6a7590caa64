"""The timeline: which articles it shows of each year, in which order, and how much it can weigh."""

import pytest

from archives import ARTICLE, NOTE, article, linked, note, site_of
from html_reading import read_html
from postil.model.dates import parse_edtf
from postil.pages.dates import day_label
from postil.pages.moment import strongest
from postil.pages.timeline import MOST, MOST_OF_A_YEAR

MOST_BYTES = 400_000
TAKEN_BACK = {"status": "retracted", "reason": "It was wrong."}


@pytest.fixture
def timeline(archive):
    """The timeline of an archive with these files."""

    def of(files):
        return read_html(site_of(archive(files)).pages["timeline/"].html)

    return of


def dated(*dates):
    """An article of each date, which is its title."""
    return {
        f"articles/{date[:4]}/n{number}.md": article("A road.", title=date, published=date)
        for number, date in enumerate(dates)
    }


def test_it_goes_from_the_first_article_to_the_last_year_by_year(timeline):
    html = timeline(
        dated("2024-05-01", "2026", "2024-02", "1994-12-05") | {ARTICLE: None, NOTE: None}
    )
    assert html.texts_of("h3") == ["1994-12-05", "2024-02", "2024-05-01", "2026"]
    assert html.texts_of("h2") == ["1994", "2024", "2026"]
    assert html.text_of("standfirst") == "4 articles, from 5 December 1994 to 2026."


def test_one_article_is_said_to_be_one(timeline):
    assert timeline({}).text_of("standfirst") == "1 article, 4 March 2025."


def test_an_archive_without_articles_has_one_too(timeline):
    assert "no article" in timeline({ARTICLE: None, NOTE: None}).text_of("standfirst")


def test_of_a_year_with_many_the_most_noted_are_shown_in_their_order(timeline):
    days = [f"2025-01-{day:02}" for day in range(1, 29)]
    noted = {f"articles/2025/n{n}.notes/a.md": note(quote="A road") for n in (0, 5, 27)}
    html = timeline(dated(*days) | noted | {ARTICLE: None, NOTE: None})
    shown = html.texts_of("h3")
    assert len(shown) == MOST_OF_A_YEAR
    assert shown == sorted(shown)
    assert {days[0], days[5], days[27]} < set(shown)
    assert days[1] not in shown, "of equal ones the newest are shown"
    assert html.text_of("more") == "All 28 articles of 2025"


def test_notes_elsewhere_that_rest_on_an_article_count_and_mark_it(timeline):
    files = dated("2024-01-01", "2024-01-02") | {
        f"articles/2025/vienna.notes/{id_}.md": note(sources=["n0"], **more)
        for id_, more in {"a": {}, "b": {}, "c": {}, "gone": TAKEN_BACK}.items()
    }
    html = timeline(files)
    assert html.text_of("moment-turn") == "1 Jan 2024-01-01 3 notes elsewhere rest on it"
    assert html.texts_of("row-foot") == ["3 notes elsewhere rest on it", "4 notes"]


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        ({"a": {}, "b": {"confidence": "low"}}, "b"),
        ({"a": {"confidence": "high"}, "b": {"confidence": "moderate"}}, "a"),
        ({"a": {"confidence": "high"} | TAKEN_BACK, "b": {}}, "b"),
        ({"a": {}, "b": {}, "c": {"reply_to": "b"}}, "b"),
        ({"a": {}, "b": {}, "c": {"reply_to": "b"} | TAKEN_BACK}, "a"),
        ({"b": {}, "a": {"quote": "30 days"}}, "b"),
        ({"a": TAKEN_BACK}, None),
    ],
)
def test_the_strongest_note(archive, notes, found):
    files = {f"articles/2025/vienna.notes/{id_}.md": note(**it) for id_, it in notes.items()}
    note_shown = strongest(linked(archive({NOTE: None} | files)).article("vienna"))
    assert (note_shown and note_shown.record.id) == found


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("2025-03-07", "7 Mar"),
        ("2025-03-07T12:00Z", "7 Mar"),
        ("2025-03~", "about Mar"),
        ("2025-03", "Mar"),
        ("2025~", ""),
    ],
)
def test_a_day_beside_its_year(written, label):
    assert day_label(parse_edtf(written), "en") == label


def test_it_stays_light_however_many_years_and_however_long_the_titles(archive):
    files = {ARTICLE: None, NOTE: None}
    for year in range(1400, 1400 + MOST + 60):
        files |= {f"articles/{year}/a{year}.md": article(title="W" * 900, published=str(year))}
    page = site_of(archive(files)).pages["timeline/"]
    assert len(page.html.encode()) < MOST_BYTES
    assert page.html.count("<h2") == MOST + 60

"""The dossier of an outlet: the articles that it published, and where the others are."""

import pytest

from archives import ARTICLE, NOTE, actor, article, site_of
from html_reading import read_html
from postil.building.part_keys import part_keys
from postil.model.archive import Settings

COURIER = "docs/actors/courier.md"
OUTLET = {COURIER: actor(name="The Courier", type="MediaOutlet", summary="A daily.")}
NOTHING = "No article of the archive has a passage here yet."


def published(*titles, start=1):
    """Articles of the outlet, a day apart."""
    return {
        f"articles/2025/a{number}.md": article(
            "A road.", title=title, published=f"2025-01-{number:02}", source={"outlet": "courier"}
        )
        for number, title in enumerate(titles, start)
    }


@pytest.fixture
def made(archive):
    def of(files, settings=None):
        return site_of(archive(OUTLET | files), settings)

    return of


@pytest.fixture
def page(made):
    def of(files, settings=None):
        return read_html(made(files, settings).pages["actors/courier/"].html)

    return of


def test_what_it_published_is_listed_newest_first(page):
    html = page(published("First", "Second"))
    assert html.texts_of("row-title") == ["Second", "First"]
    assert NOTHING not in html.text


def test_an_outlet_of_nothing_says_that_nothing_is_here(page):
    html = page({})
    assert "Articles that it published" not in html.text
    assert NOTHING in html.text


def test_of_many_the_newest_are_shown_and_the_search_finds_all(page):
    files = published(*(f"Title {number}" for number in range(1, 15)))
    html = page(files)
    assert html.texts_of("row-title") == [f"Title {number}" for number in range(14, 2, -1)]
    assert "2 older articles." in html.text
    assert "Search in all 14 articles" in html.text
    assert "Search in all" not in page(files, Settings(search=False)).text


def test_a_change_of_what_it_published_is_a_change_of_its_pages(made):
    def key(files):
        composed = made(files).composed
        return part_keys(composed.shelf, composed.digests)(("actors", "courier"))

    keys = [key(published("First")), key(published("Other")), key(published("First", "Second"))]
    assert len(set(keys)) == len(keys)
    assert key(published("First")) == key(published("First") | {NOTE: None, ARTICLE: article()})

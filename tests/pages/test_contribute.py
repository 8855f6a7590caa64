"""The page that takes proposals, and what articles offer."""

from urllib.parse import parse_qs, urlsplit

import pytest

from archives import ARTICLE, MINIMAL, NOTE, article, faults, site_of, write
from html_reading import read_html
from postil.model.archive import Settings
from postil.pages.contribute import SKELETONS

ON_A_FORGE = Settings(repository="https://github.com/o/r", branch="next")


@pytest.fixture
def made(tmp_path):
    def of(settings=ON_A_FORGE, **front):
        write(tmp_path, {**MINIMAL, ARTICLE: article(**front)})
        return site_of(tmp_path, settings).pages

    return of


def links(page):
    return [address for address in read_html(page.html).values("href") if "://" in address]


def test_an_article_offers_a_note_and_a_report_with_its_title_and_place(made):
    page = made(title='A “B” & <c> "d"')["articles/2025/vienna/"]
    assert read_html(page.html).values("data-add-note") == [ARTICLE]
    report = urlsplit(next(link for link in links(page) if "issues/new" in link))
    asked = parse_qs(report.query)
    assert asked["title"] == ['Correction: A “B” & <c> "d"']
    assert ARTICLE in asked["body"][0]


def test_without_a_forge_nothing_leads_to_one(made):
    pages = made(Settings())
    assert links(pages["articles/2025/vienna/"]) == []
    assert links(pages["contribute/"]) == []
    assert set(read_html(pages["contribute/"].html).values("data-new-file")) == {""}


def test_the_guide_is_linked_where_there_is_one(made):
    assert "../help/" in read_html(made(Settings(guide="help/"))["contribute/"].html).values("href")
    assert "guide" not in read_html(made()["contribute/"].html).text


def test_a_withdrawn_article_takes_no_notes(tmp_path):
    write(tmp_path, {**MINIMAL, NOTE: None, ARTICLE: article(status="withdrawn")})
    page = site_of(tmp_path, ON_A_FORGE).pages["articles/2025/vienna/"]
    assert read_html(page.html).values("data-add-note") == []
    assert any("issues/new" in link for link in links(page))


def test_every_form_says_where_its_file_goes(made):
    html = read_html(made()["contribute/"].html)
    assert html.values("data-path") == [
        "articles/{year}/{id}.md",
        "docs/actors/{id}.md",
        "docs/topics/{id}.md",
        "docs/analysts/{id}.md",
    ]


@pytest.mark.parametrize("kind", SKELETONS)
def test_a_skeleton_passes_the_check_once_its_blanks_are_filled(kind, tmp_path):
    path, text = SKELETONS[kind]
    for blank, words in {
        "title: ": "title: A ferry",
        "published: ": "published: 2025-03-10",
        "outlet: ": "outlet: The Courier",
        "url: ": "url: https://courier.example/ferry",
        "  - ": "  - talks",
        "name: ": "name: Ada Novak",
        "summary: ": "summary: Somebody.",
    }.items():
        text = text.replace(f"{blank}\n", f"{words}\n")
    write(tmp_path, {**MINIMAL, path: f"{text}Words.\n" if kind == "article" else text})
    assert faults(tmp_path) == []

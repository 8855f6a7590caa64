"""Corrections stand on their article, and all of them in a list of their own."""

from archives import ARTICLE, article, site_of
from html_reading import read_html

LIST = "corrections/"


def correction(at, text, by="ivo"):
    return {"at": at, "by": by, "text": text}


def pages(root):
    return {address: read_html(page.html) for address, page in site_of(root).pages.items()}


def test_the_list_has_every_correction_newest_first(archive):
    html = pages(
        archive(
            {
                ARTICLE: article(
                    corrections=[correction("2025-03-06", "B."), correction("2025-05", "D.")]
                ),
                "articles/2024/gone.md": article(
                    title="Gone", status="withdrawn", corrections=[correction("2025-04-01", "C.")]
                ),
                "articles/2024/other.md": article(
                    title="Other", corrections=[correction("2024", "A.")]
                ),
            }
        )
    )[LIST]
    assert html.text_of("row-summary") == "D. C. B. A."
    assert html.text_of("row-meta").split(" · ")[0] == "May 2025"
    titles = ["Talks open in Vienna", "Gone", "Talks open in Vienna", "Other"]
    assert html.text_of("row-title") == " ".join(titles)
    assert "../articles/2024/gone/" in html.values("href")
    assert "../analysts/ivo/" in html.values("href")
    assert html.values("datetime") == ["2025-05", "2025-04-01", "2025-03-06", "2024"]


def test_the_article_shows_its_own_with_who_made_them_and_the_way_to_all(archive):
    html = pages(archive({ARTICLE: article(corrections=[correction("2025-03-06", "Wrong.")])}))
    html = html["articles/2025/vienna/"]
    assert html.text_of("correction-notice") == "Correction, 6 March 2025, by Ivo Lind . Wrong."
    assert f"../../../{LIST}" in html.values("href")


def test_an_archive_without_any_says_so(archive):
    html = pages(archive())
    assert html[LIST].text_of("nothing") == "No article of the archive has been corrected yet."
    assert f"../../../{LIST}" not in html["articles/2025/vienna/"].values("href")


def test_drafts_have_none(archive):
    draft = article(status="draft", corrections=[correction("2025-03-06", "Wrong.")])
    assert pages(archive({"articles/2025/draft.md": draft}))[LIST].text_of("row") == ""

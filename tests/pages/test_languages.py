"""Words of another language say so wherever they are shown, with the way they run."""

import pytest

from archives import ARTICLE, MINIMAL, NOTE, actor, article, note, site_of, write
from html_reading import read_html

TITLE, SUMMARY = "محادثات في فيينا", "ملخص"
SENTENCE = "وقالت آنا بيرغ إنه لم يُتفق على أي نص."
QUOTE = "لم يُتفق على أي نص"
TOLD = {"lang": "ar", "dir": "rtl"}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The pages of an archive in English with one article in Arabic."""
    root = tmp_path_factory.mktemp("languages")
    text = article(SENTENCE, title=TITLE, summary=SUMMARY, lang="ar")
    berg = actor(aliases=["آنا بيرغ"])
    write(
        root, MINIMAL | {ARTICLE: text, NOTE: note(quote=QUOTE), "docs/actors/anna-berg.md": berg}
    )
    return site_of(root).pages


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("articles/2025/vienna/", TITLE),
        ("articles/2025/vienna/", SUMMARY),
        ("articles/2025/vienna/", QUOTE),
        ("articles/", TITLE),
        ("articles/", SUMMARY),
        ("actors/anna-berg/", TITLE),
        ("actors/anna-berg/", "وقالت"),
        ("topics/talks/", TITLE),
        ("notes/", QUOTE),
    ],
)
def test_words_in_arabic_run_from_the_right(pages, address, words):
    assert own_language(pages[address].html, words) == TOLD


def test_a_note_on_them_is_in_the_language_of_the_site(pages):
    words = "Nobody had expected one."
    assert own_language(pages["articles/2025/vienna/"].html, words) == {"lang": "en", "dir": "ltr"}


def own_language(html, words):
    """The language and direction that the elements around the first such words give them."""
    piece = next(piece for piece in read_html(str(html)).pieces if words in piece.text)
    told = {}
    for element in piece.within:
        told |= {k: v for k, v in element.attributes.items() if k in {"lang", "dir"}}
    return told

"""What an archive suggests for an article: its outlet, who is in it, what it is about."""

import pytest

from archives import ARTICLE, actor, article, linked, topic
from postil.gathering.known import outlet_in, suggested_actors, suggested_topics
from postil.model.dates import parse_edtf
from postil.model.records import Article, Source
from postil.text.document import read_document

FILES = {
    "docs/actors/courier.md": actor(
        name="The Courier", type="MediaOutlet", same_as=["https://www.courier.example/"]
    ),
    "docs/actors/herald.md": actor(name="Herald", type="MediaOutlet"),
    "docs/actors/ada-novak.md": actor(name="Ada Novak", weak_aliases=["Novak"]),
    "docs/topics/ferries.md": topic(name="Ferries", names={"uk": "Пороми"}),
    "docs/topics/harbours.md": topic(name="Harbours"),
    ARTICLE: article(topics=["talks"], actors=["anna-berg"]),
    "articles/2025/other.md": article(
        topics=["harbours"],
        actors=["ada-novak"],
        source={"outlet": "herald", "url": "https://herald.example/1"},
    ),
}


@pytest.fixture
def known(archive):
    files = FILES | {"articles/2025/vienna.notes/first.md": None}
    return linked(archive(files)).archive


@pytest.mark.parametrize(
    ("name", "url", "outlet"),
    [
        ("Courier", None, "courier"),
        ("the courier", "https://elsewhere.example/", "courier"),
        ("Courier Online", "https://courier.example/2025/a", "courier"),
        (None, "http://www.herald.example/2", "herald"),
        ("Ada Novak", None, None),
        ("Another", "https://another.example/", None),
    ],
)
def test_an_outlet_is_known_by_its_name_or_by_its_pages(known, name, url, outlet):
    assert outlet_in(known, name, url) == outlet


def actors(known, title, text):
    described = Article(
        title=title, published=parse_edtf("2025"), source=Source(outlet="herald"), topics=()
    )
    return suggested_actors(known, read_document(text), described)


@pytest.mark.parametrize(
    ("title", "text", "suggested"),
    [
        ("A", "Anna Berg met Ada Novak. Novak agreed, and Novak left.", ["ada-novak"]),
        ("Anna Berg leaves", "Anna Berg left.", ["anna-berg"]),
        ("A", "Herald reports. Herald says. Herald asks.", []),
        ("A", "Nobody is here.", []),
    ],
)
def test_those_are_suggested_of_whom_a_text_speaks(known, title, text, suggested):
    assert actors(known, title, text) == suggested


@pytest.mark.parametrize(
    ("words", "of", "suggested"),
    [
        ("New ferries for the town", [], ["ferries"]),
        ("Нові пороми", [], ["ferries"]),
        ("Ferriesship", [], []),
        ("Words", ["ada-novak"], ["harbours"]),
        ("Ferries", ["anna-berg"], ["ferries", "talks"]),
    ],
)
def test_topics_are_suggested_by_name_and_by_company(known, words, of, suggested):
    assert suggested_topics(known, words, of) == suggested

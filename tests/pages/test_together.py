"""Who is named with whom, and the ways to narrow a dossier."""

import re

import pytest

from archives import ARTICLE, NOTE, actor, article, site_of
from postil.model.archive import Target
from postil.pages import together as module
from postil.pages.narrowing import narrowing
from postil.pages.together import ROW, together

ANNA = Target("actors", "anna-berg")
TALKS = Target("topics", "talks")
NAMES = {"tom": "Tom Lee", "una": "Una Roe", "vic": "Vic Zorn"}


@pytest.fixture
def shelf(archive):
    texts = {
        ARTICLE: ("2025-03-04", "Anna Berg came. Tom Lee came too. Una Roe left. Anna Berg left."),
        "articles/2024/b.md": ("2024-05", "Anna Berg met Una Roe and Tom Lee."),
        "articles/2023/c.md": ("2023", "Vic Zorn wrote to Anna Berg."),
        "articles/2022/d.md": ("2022", "Vic Zorn wrote to Tom Lee."),
    }
    files = {f"docs/actors/{id_}.md": actor(name=name) for id_, name in NAMES.items()}
    files |= {path: article(text, published=date) for path, (date, text) in texts.items()}
    files["articles/2024/b.md"] = article(
        texts["articles/2024/b.md"][1], published="2024-05", source={"outlet": "The Herald"}
    )
    return site_of(archive(files | {NOTE: None})).composed.shelf


def rows(view):
    return [(it.actor.name, it.count, it.last, list(it.tied)) for it in view.companions]


def test_those_named_together_are_counted_by_article_of_the_dossier_alone(shelf):
    assert rows(together(shelf, ANNA)) == [
        ("Tom Lee", 2, 2025, ["Una Roe"]),
        ("Una Roe", 2, 2025, ["Tom Lee"]),
        ("Vic Zorn", 1, 2023, []),
    ]


def test_a_topic_counts_all_whom_its_articles_name(shelf):
    assert rows(together(shelf, TALKS))[:2] == [
        ("Anna Berg", 3, 2025, ["Tom Lee", "Una Roe"]),
        ("Tom Lee", 3, 2025, ["Anna Berg", "Una Roe"]),
    ]


def test_lines_join_the_rows_of_those_who_are_named_with_one_another(shelf):
    view = together(shelf, TALKS)
    names = [it.actor.name for it in view.companions]
    joined = {tuple(names[row] for row in _rows_of(tie.path)) for tie in view.ties}
    assert joined == {("Anna Berg", "Tom Lee"), ("Anna Berg", "Una Roe"), ("Tom Lee", "Una Roe")}
    assert view.height == ROW * len(names)


def _rows_of(path):
    start, end = re.fullmatch(r"M100 (\d+)C\d+ \d+ \d+ \d+ 100 (\d+)", path).groups()
    return int(start) // ROW, int(end) // ROW


def test_of_many_only_the_most_named_are_shown(shelf, monkeypatch):
    monkeypatch.setattr(module, "MOST", 2)
    assert [row[0] for row in rows(together(shelf, TALKS))] == ["Anna Berg", "Tom Lee"]


def facets(view):
    return {
        facet.key: {value.name: [place.id for place in value.places] for value in facet.values}
        for facet in view
    }


def test_passages_are_narrowed_by_what_some_of_their_articles_have(shelf):
    assert facets(narrowing(shelf, ANNA, 3)) == {
        "outlet": {"The Courier": ["vienna", "c"], "The Herald": ["b"]},
        "actor": {"Tom Lee": ["vienna", "b"], "Una Roe": ["vienna", "b"], "Vic Zorn": ["c"]},
    }


def test_only_articles_that_are_shown_narrow_anything(shelf):
    assert facets(narrowing(shelf, ANNA, 1)) == {}

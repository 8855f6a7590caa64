"""Who is named with whom, and the ways to narrow a dossier."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archives import ARTICLE, NOTE, actor, article, site_of
from postil.model.archive import Target
from postil.pages import together as module
from postil.pages.dossier import passages
from postil.pages.narrowing import MOST, MOST_PLACES, narrowing
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
    return [(it.actor.name, it.count, it.month, list(it.tied)) for it in view.companions]


def test_those_named_together_are_counted_by_article_of_the_dossier_alone(shelf):
    assert rows(together(shelf, ANNA)) == [
        ("Tom Lee", 2, "Mar 2025", ["Una Roe"]),
        ("Una Roe", 2, "Mar 2025", ["Tom Lee"]),
        ("Vic Zorn", 1, "2023", []),
    ]


def test_a_topic_counts_all_whom_its_articles_name(shelf):
    assert rows(together(shelf, TALKS))[:2] == [
        ("Anna Berg", 3, "Mar 2025", ["Una Roe", "Tom Lee"]),
        ("Tom Lee", 3, "Mar 2025", ["Una Roe", "Anna Berg"]),
    ]


def test_lines_join_the_rows_of_those_who_are_named_with_one_another(shelf):
    view = together(shelf, TALKS)
    names = [it.actor.name for it in view.companions]
    joined = {tuple(names[row] for row in _rows_of(tie.path)) for tie in view.ties}
    assert joined == {("Anna Berg", "Tom Lee"), ("Anna Berg", "Una Roe"), ("Tom Lee", "Una Roe")}
    assert view.height == ROW * len(names)


def test_who_is_named_nearly_everywhere_is_tied_to_nobody_for_that(archive):
    files = {f"docs/actors/{id_}.md": actor(name=name) for id_, name in NAMES.items()}
    rare = {f"articles/2024/r{n}.md": article("Anna Berg met Una Roe.") for n in range(2)}
    rest = {f"articles/2024/a{n}.md": article("Anna Berg left.") for n in range(3)}
    shelf = site_of(archive(files | rare | rest | {NOTE: None})).composed.shelf
    assert together(shelf, TALKS).ties == ()


PAIRS = st.tuples(st.integers(0, module.MOST - 1), st.integers(0, module.MOST - 1))


@given(st.sets(PAIRS.filter(lambda pair: pair[0] < pair[1])))
def test_no_line_lies_on_another_or_leaves_the_drawing(pairs):
    paths = [tie.path for tie in module.lines(dict.fromkeys(pairs, 0.5))]
    assert len(set(paths)) == len(pairs)
    places = [[int(number) for number in re.findall(r"-?\d+", path)] for path in paths]
    assert all(0 <= x <= 100 for numbers in places for x in numbers[::2])
    assert all(0 < y < ROW * module.MOST for numbers in places for y in numbers[1::2])


def _rows_of(path):
    start, end = re.fullmatch(r"M100 (\d+)C\d+ \d+ \d+ \d+ 100 (\d+)", path).groups()
    return int(start) // ROW, int(end) // ROW


def test_of_many_only_the_most_named_are_shown(shelf, monkeypatch):
    monkeypatch.setattr(module, "MOST", 2)
    assert [row[0] for row in rows(together(shelf, TALKS))] == ["Anna Berg", "Tom Lee"]


def narrowed(shelf, dossier, shown):
    entries = passages(shelf, dossier, "here/", "Name").entries[:shown]
    return narrowing(shelf, dossier, entries)


def facets(view):
    return {
        facet.key: {it.name: re.findall(r'href="#in-([^"]+)"', it.links) for it in facet.values}
        for facet in view
    }


def test_passages_are_narrowed_by_what_some_of_their_articles_have(shelf):
    assert facets(narrowed(shelf, ANNA, 3)) == {
        "outlet": {"The Courier": ["vienna", "c"], "The Herald": ["b"]},
        "actor": {"Tom Lee": ["vienna", "b"], "Una Roe": ["vienna", "b"], "Vic Zorn": ["c"]},
    }


def test_a_value_of_many_articles_links_the_first_and_numbers_all(archive):
    files = {f"articles/2024/a{n:02d}.md": article("Anna Berg.") for n in range(20)}
    files["articles/2023/b.md"] = article("Anna Berg.", source={"outlet": "The Herald"})
    shelf = site_of(archive(files | {NOTE: None})).composed.shelf
    (outlets,) = narrowed(shelf, ANNA, None)
    courier, herald = outlets.values
    numbered = f"{courier.numbers} {herald.numbers}".split()
    assert sorted(map(int, numbered)) == list(range(22))
    assert courier.links.count("<a ") == MOST_PLACES
    assert courier.count == MOST_PLACES + courier.earlier == len(courier.numbers.split())


def test_of_values_that_as_many_articles_have_the_first_by_name_are_shown(archive):
    names = [f"Zed A{letter}" for letter in "nopqrstuvwxyz"]
    files = {f"docs/actors/z{n}.md": actor(name=name) for n, name in enumerate(reversed(names))}
    files |= {"articles/2024/all.md": article(f"Anna Berg, {', '.join(names)}.")}
    files |= {"articles/2024/last.md": article(f"Anna Berg and {names[-1]}.")}
    shelf = site_of(archive(files | {NOTE: None})).composed.shelf
    facet = narrowed(shelf, ANNA, None)[-1]
    assert [it.name for it in facet.values] == [names[-1], *names[:-1]][:MOST]


def test_only_articles_that_are_shown_narrow_anything(shelf):
    assert facets(narrowed(shelf, ANNA, 1)) == {}

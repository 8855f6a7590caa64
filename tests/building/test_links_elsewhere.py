"""What a change of names does to the links of articles that nobody touched."""

import pytest

from archives import (
    ACTOR,
    ARTICLE,
    MINIMAL,
    TEXT,
    actor,
    article,
    sources_of,
    unwatched,
    write,
)
from postil.building.checking import check
from postil.building.links_elsewhere import links_elsewhere
from postil.building.memory import NOTHING
from postil.diagnostics.diagnostic import as_text
from postil.model.archive import Settings
from postil.model.history import NO_HISTORIES
from postil.spool import Spool

TOM = "docs/actors/tom-berg.md"
ROAD = "articles/2025/road.md"
BASE = MINIMAL | {ROAD: article("Berg drove to Bergen.", title="A road")}


@pytest.fixture
def told(tmp_path):
    """What is told of files that are laid over the archive, without the remedies."""

    def checked(name, content):
        write(tmp_path / name, content)
        sources, words = sources_of(tmp_path / name), Spool(tmp_path)
        return check(sources, Settings(), NO_HISTORIES, NOTHING, words, unwatched)

    def lines(files, base=BASE):
        before, after = checked("before", base), checked("after", base | files)
        found = links_elsewhere(before.archive, after)
        texts = (as_text(item).replace("[changed-links] This ", "") for item in found)
        return [text.partition(". Look")[0] for text in texts]

    return lines


def test_a_new_alias_is_told_in_its_place_with_what_it_links(told):
    assert told({ACTOR: actor(aliases=["Mediator", "Berg"])}) == [
        f"{ACTOR}:5:23: links anna-berg from 1 mention, such as “Berg”, in road"
    ]


def test_a_name_that_stands_nowhere_is_not_told(told):
    assert told({ACTOR: actor(aliases=["Bergson"])}) == []


def test_an_article_that_changed_itself_is_not_elsewhere(told):
    changed = {ACTOR: actor(aliases=["Berg"]), ROAD: article("Berg drove home.", title="A road")}
    assert told(changed) == []


def test_a_name_that_goes_is_told_at_the_name_of_its_actor(told):
    assert told({ACTOR: actor(name="Anna Berg-Lind")}) == [
        f"{ACTOR}:2:7: no longer links anna-berg from 1 mention, such as “Anna Berg”, in vienna"
    ]


def test_an_actor_that_is_gone_is_told_at_the_path_it_had(told):
    assert told({ACTOR: None}) == [
        f"{ACTOR}:1:1: no longer links anna-berg from 1 mention, such as “Anna Berg”, in vienna"
    ]


def test_a_name_that_means_somebody_else_now_is_told_with_both(told):
    base = BASE | {ACTOR: actor(aliases=["Berg"]), TOM: actor(name="Tom Berg")}
    changed = {ACTOR: actor(), TOM: actor(name="Tom Berg", aliases=["Berg"])}
    assert told(changed, base) == [
        f"{TOM}:5:11: links tom-berg instead of anna-berg from 1 mention, such as “Berg”, in road"
    ]


def test_another_summary_links_nothing(told):
    assert told({ACTOR: actor(summary="Once a mediator.")}) == []


def test_few_articles_are_named(told):
    many = {f"articles/2025/a{n}.md": article(f"{TEXT} Berg.", title=f"{n}") for n in range(9)}
    (line,) = told({ACTOR: actor(aliases=["Berg"])}, BASE | many)
    assert line.endswith(
        "from 10 mentions, such as “Berg”, in a0, a1, a2, a3, a4 and 5 more articles"
    )


@pytest.mark.parametrize("hidden", [{"status": "withdrawn"}, {"text": "link-only"}])
def test_an_article_whose_text_is_not_shown_has_no_links(told, hidden):
    base = BASE | {ARTICLE: article("Berg.", **hidden), ROAD: None}
    assert told({ACTOR: actor(aliases=["Berg"])}, base) == []

"""Pages of a dossier that can be narrowed are composed anew when what narrows them changes."""

from archives import ARTICLE, NOTE, TOPIC, actor, article, site_of, topic
from postil.pages.actor import actor_pages

TRADE = "docs/topics/trade.md"
TOM = "docs/actors/tom.md"
FILES = {
    NOTE: None,
    TRADE: topic(name="Trade"),
    TOM: actor(name="Tom Lee"),
    ARTICLE: article("Anna Berg left."),
    "articles/2024/a.md": article("Anna Berg.", published="2024-05-01", topics=["talks", "trade"]),
    "articles/2024/b.md": article("Anna Berg.", published="2024-04-01"),
    "articles/2023/c.md": article("Anna Berg met Tom Lee.", published="2023-04-01"),
    "articles/2023/d.md": article("Anna Berg went.", published="2023-03-01"),
}


def pages(archive, files):
    shelf = site_of(archive(FILES | files)).composed.shelf
    found = actor_pages(shelf, shelf.site.archive.actors["anna-berg"])
    return {page.address: page for page in found if page.key}


def changed(archive, files):
    """The pages whose key is another; all others are what they were."""
    before, now = pages(archive, {}), pages(archive, files)
    same = {address for address, page in now.items() if before[address].key == page.key}
    for address in same:
        assert before[address].compose() == now[address].compose()
    return now.keys() - same


def test_a_topic_of_another_name_changes_the_years_that_it_narrows(archive):
    assert changed(archive, {TRADE: topic(name="Commerce")}) == {"actors/anna-berg/2024/"}


def test_an_actor_of_another_name_changes_the_years_that_name_it(archive):
    renamed = actor(name="Tom Lee-Roe", aliases=["Tom Lee"])
    assert changed(archive, {TOM: renamed}) == {"actors/anna-berg/2023/"}


def test_a_topic_that_all_articles_of_a_page_have_narrows_nothing(archive):
    assert changed(archive, {TOPIC: topic(name="Negotiations")}) == set()

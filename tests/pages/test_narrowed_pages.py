"""Pages of a dossier are composed anew when what narrows them changes; the first with any name."""

from archives import ARTICLE, NOTE, TOPIC, actor, article, note, site_of, topic
from postil.pages.actor import actor_pages

FIRST = "actors/anna-berg/"
TRADE = "docs/topics/trade.md"
TOM = "docs/actors/tom.md"
FILES = {
    NOTE: None,
    TRADE: topic(name="Trade"),
    TOM: actor(name="Tom Lee"),
    ARTICLE: article("Anna Berg left."),
    "articles/2024/a.md": article("Anna Berg.", published="2024-05-01", topics=["talks", "trade"]),
    "articles/2024/b.md": article("Anna Berg.", published="2024-04-01"),
    "articles/2023/c.md": article("Anna Berg met Tom Lee.\n\nRain fell.", published="2023-04-01"),
    "articles/2023/d.md": article("Anna Berg went.", published="2023-03-01"),
}


def pages(archive, files):
    shelf = site_of(archive(FILES | files)).composed.shelf
    found = actor_pages(shelf, shelf.site.archive.actors["anna-berg"])
    return {page.address: page for page in found}


def changed(archive, files):
    """The pages whose key is another; all others are what they were."""
    before, now = pages(archive, {}), pages(archive, files)
    same = {address for address, page in now.items() if before[address].key == page.key}
    for address in same:
        assert before[address].compose() == now[address].compose()
    return now.keys() - same


def test_a_topic_of_another_name_changes_the_years_that_it_narrows(archive):
    assert changed(archive, {TRADE: topic(name="Commerce")}) == {FIRST, f"{FIRST}2024/"}


def test_an_actor_of_another_name_changes_the_years_that_name_it(archive):
    renamed = actor(name="Tom Lee-Roe", aliases=["Tom Lee"])
    assert changed(archive, {TOM: renamed}) == {FIRST, f"{FIRST}2023/"}


def test_a_topic_that_all_articles_of_a_page_have_narrows_nothing(archive):
    assert changed(archive, {TOPIC: topic(name="Negotiations")}) == {FIRST}


def test_a_note_on_other_words_of_an_article_changes_nothing_in_a_dossier(archive):
    elsewhere = note("It fell all week.", quote="Rain fell")
    assert changed(archive, {"articles/2023/c.notes/rain.md": elsewhere}) == set()


def test_a_note_on_its_passage_changes_the_pages_of_a_dossier_that_show_it(archive):
    passage = note("They had met before.", quote="met Tom Lee")
    files = {"articles/2023/c.notes/met.md": passage}
    assert changed(archive, files) == {FIRST, f"{FIRST}2023/"}

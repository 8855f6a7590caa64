"""What readers ask the search for, and whether it answers with what the archive holds."""

import re
from collections import Counter

import pytest
from kinds_of_page import ARTICLE
from playwright.sync_api import expect

NAMES = [
    "Volodymyr Zelensky",
    "Zelenskiy",
    "Zelenskyy",
    "Selenskyj",
    "Зеленський",
    "Владимир Зеленский",
]


@pytest.mark.parametrize("name", NAMES)
def test_an_actor_is_found_first_by_any_of_their_names(visit, name):
    page = visit("search/")
    page.get_by_label("Words, names or a phrase").fill(name)
    first = page.locator(".result").first
    expect(first.locator(".result-kind")).to_have_text("Actor")
    first.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Volodymyr Zelensky")


@pytest.mark.parametrize(
    ("name", "actor"),
    [("NATO", "North Atlantic Treaty Organization"), ("OSCE", "Organization for Security")],
)
def test_a_short_name_finds_its_actor_first(visit, name, actor):
    page = visit(f"search/?q={name}")
    expect(page.locator(".result-title").first).to_contain_text(actor)
    expect(page.locator(".result-names").first).to_contain_text(name)


@pytest.mark.parametrize("kind", ["Article", "Note", "Topic"])
def test_articles_notes_and_topics_are_found(visit, kind):
    page = visit("search/?q=grain")
    result = page.locator(".result", has=page.locator(".result-kind", has_text=kind)).first
    expect(result.locator(".result-title")).to_contain_text("rain")


def test_a_text_comes_before_the_notes_on_it(visit):
    page = visit("search/?q=Moscow+foreign+troops")
    titles = page.locator(".result-title")
    expect(titles.first).to_have_text("Moscow lets foreign troops in Ukraine be talked about")
    note = page.locator(".result", has=page.locator(".result-kind", has_text="Note")).first
    expect(note.locator(".result-title")).to_have_text(
        "On “Moscow lets foreign troops in Ukraine be talked about”"
    )


def test_a_note_that_was_found_is_in_view_on_its_page(visit):
    page = visit("search/?q=grain&kind=Note")
    page.locator(".result-title a").first.click()
    expect(page.locator("aside.note:target")).to_be_in_viewport()


def test_a_retracted_note_is_marked_among_the_results(visit):
    page = visit("search/?q=stationing+of+foreign+troops+plain+refusal&kind=Note")
    retracted = page.locator(".result", has_text="Until then every such proposal")
    expect(retracted.locator(".result-kind")).to_have_text("Note: assessment Retracted")
    expect(page.locator(".result .note-state")).to_have_count(1)


def test_the_box_in_the_header_of_an_article_leads_to_results(visit):
    page = visit(ARTICLE)
    box = page.get_by_label("Search the archive")
    box.fill("ceasefire")
    box.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("results for “ceasefire”")
    expect(page.get_by_label("Words, names or a phrase")).to_have_value("ceasefire")
    expect(page.locator(".result-excerpt mark").first).to_contain_text("ceasefire")


def test_words_are_marked_without_what_stands_beside_them(visit):
    page = visit("search/?q=troops")
    expect(page.locator(".result-excerpt", has_text="troops.").first).to_be_visible()
    assert {it.lower() for it in page.locator(".result mark").all_inner_texts()} == {"troops"}


@pytest.mark.parametrize(
    ("asked", "is_found"), [("foreign troops", True), ("troops foreign", False)]
)
def test_words_in_quotation_marks_are_found_as_a_phrase(visit, asked, is_found):
    page = visit(f"search/?q={asked}")
    expect(page.get_by_role("status")).to_contain_text("results for")
    page.get_by_label("Words, names or a phrase").fill(f"“{asked}”")
    told = "results for" if is_found else "No results for"
    expect(page.get_by_role("status")).to_contain_text(f"{told} “{asked}”")


def test_words_that_nearly_every_text_has_change_nothing_and_are_not_loaded(visit):
    page = visit("search/?q=ceasefire")
    titles = page.locator(".result-title")
    expect(page.get_by_role("status")).to_contain_text("results")
    plain = titles.all_inner_texts()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Words, names or a phrase").fill("the ceasefire")
    expect(page.get_by_role("status")).to_contain_text("“the ceasefire”")
    assert titles.all_inner_texts() == plain
    assert not [url for url in asked if ".pf_index" in url]


def test_before_anything_is_asked_the_page_says_what_can_be(visit):
    page = visit("search/")
    hint = page.get_by_text("Words in “quotation marks” are found side by side.")
    expect(hint).to_be_visible()
    page.get_by_role("searchbox", name="Words, names or a phrase").fill("Zelensky")
    expect(hint).to_be_hidden()
    page.get_by_role("searchbox", name="Words, names or a phrase").fill("")
    expect(hint).to_be_visible()


def test_nothing_found_says_so_and_leads_on(visit):
    page = visit("search/?q=qqqqqq&kind=Note")
    expect(page.get_by_role("status")).to_have_text("No results for “qqqqqq”")
    expect(page.locator(".result")).to_have_count(0)
    expect(page.locator(".search-nothing")).to_contain_text("fewer filters")
    page.locator(".search-nothing").get_by_role("link", name="topics").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Topics")


def test_where_nothing_is_found_names_spelt_almost_so_are_offered(visit):
    page = visit("search/?q=Zelnesky&kind=Note")
    page.locator("[data-search-near]").get_by_role("link", name="Volodymyr Zelensky").click()
    expect(page.get_by_role("status")).to_contain_text("results for “Volodymyr Zelensky”")


def test_more_results_come_ten_at_a_time_until_all_are_shown(visit):
    page = visit("search/?kind=Topic")
    expect(page.get_by_role("status")).to_contain_text("results")
    total = int(page.get_by_role("status").inner_text().split()[0])
    results = page.locator(".result")
    expect(results).to_have_count(10)
    for shown in [*range(20, total, 10), total]:
        page.get_by_role("button", name="More results").click()
        expect(results).to_have_count(shown)
    expect(page.get_by_role("button", name="More results")).to_be_hidden()
    addresses = page.locator(".result-title a").evaluate_all("all => all.map(a => a.href)")
    assert len(set(addresses)) == total


class TestFacets:
    """The counts beside the filters are those of the archive's own data."""

    def test_kinds(self, visit, data):
        page = visit("search/")
        expected = {
            "Article": len(data("articles")),
            "Note": len(data("notes")),
            "Actor": len(data("actors")),
            "Topic": len(data("topics")),
        }
        assert _counts(page, "Kind") == expected

    def test_years_of_articles(self, visit, data):
        page = visit("search/?kind=Article")
        assert _counts(page, "Year") == Counter(row["published"][:4] for row in data("articles"))

    def test_topics_of_articles_with_their_wider_ones(self, visit, data):
        page = visit("search/?kind=Article")
        assert _counts(page, "Topic") == _topic_counts(data("articles"), data("topics"))

    def test_topic_and_year_together(self, visit, data):
        page = visit("search/")
        _choose(page, "Kind", "Article")
        _choose(page, "Topic", "Security guarantees")
        _choose(page, "Year", "2025")
        names = _names_of_topics(data("topics"))
        expected = {
            row["title"]
            for row in data("articles")
            if row["published"].startswith("2025")
            and "Security guarantees" in {name for id_ in row["topics"] for name in names[id_]}
        }
        assert len(expected) > 1
        expect(page.get_by_role("status")).to_have_text(f"{len(expected)} results")
        assert set(page.locator(".result-title").all_inner_texts()) == expected

    def test_two_years_find_the_articles_of_either(self, visit, data):
        page = visit("search/?kind=Article&year=2014&year=2022")
        years = Counter(row["published"][:4] for row in data("articles"))
        expect(page.get_by_role("status")).to_have_text(f"{years['2014'] + years['2022']} results")
        assert _counts(page, "Year") == years

    def test_two_actors_find_where_both_are_named(self, visit, data):
        page = visit("search/?kind=Article&actor=Leonid Kuchma&actor=Angela Merkel")
        named = {row["id"]: {*_actors_of(row)} for row in data("articles")}
        for mention in data("mentions"):
            named[mention["article"]].add(mention["actor"])
        both = [
            id_ for id_, actors in named.items() if {"leonid-kuchma", "angela-merkel"} <= actors
        ]
        assert both
        addresses = page.locator(".result-title a")
        expect(addresses).to_have_count(len(both))
        found = addresses.evaluate_all("all => all.map(a => a.pathname.split('/').at(-2))")
        assert set(found) == set(both)

    def test_their_names_show_and_their_files_are_loaded_when_one_is_opened(self, visit):
        page = visit()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(page.url + "search/?q=ceasefire")
        expect(page.locator(".result")).to_have_count(10)
        legends = page.locator(".facet > summary")
        expect(legends).to_have_text(["Kind", "Topic", "Actor", "Year", "Outlet"])
        assert not [url for url in asked if ".pf_filter" in url]
        assert _counts(page, "Kind").keys() == {"Article", "Note", "Actor", "Topic"}
        indexes = [url for url in asked if "pagefind-entry.json" in url]
        assert len([url for url in asked if ".pf_filter" in url]) == len(indexes)

    def test_what_is_chosen_has_no_number_until_it_is_counted(self, visit):
        page = visit()
        page.route("**/*.pf_filter", lambda _route: None)  # files that take their time
        page.goto(page.url + "search/?kind=Note")
        kind = _facet(page, "Kind")
        expect(kind.get_by_role("checkbox", name="Note")).to_be_checked()
        expect(kind.locator("label")).to_have_text(["Note"])

    def test_the_newest_come_first_where_no_words_are_asked_for(self, visit, data):
        page = visit("search/?kind=Article")
        expect(page.locator(".result")).to_have_count(10)
        published = {row["title"]: row["published"] for row in data("articles")}
        shown = [published[title] for title in page.locator(".result-title").all_inner_texts()]
        assert shown == sorted(published.values(), reverse=True)[:10]


class TestAddress:
    """A search can be kept, sent and come back to."""

    def test_it_says_what_is_asked(self, visit):
        page = visit("search/")
        page.get_by_label("Words, names or a phrase").fill("ceasefire")
        _has_address(page, "?q=ceasefire")
        _choose(page, "Kind", "Note")
        _has_address(page, "?q=ceasefire&kind=Note")
        page.get_by_label("Order", exact=True).select_option("Newest first")
        _has_address(page, "?q=ceasefire&order=newest&kind=Note")
        page.get_by_role("button", name="Clear all filters").click()
        _has_address(page, "?q=ceasefire&order=newest")

    def test_typing_keeps_the_filters_that_it_came_with(self, visit):
        page = visit()
        page.route("**/pagefind/*", lambda _route: None)  # an index that takes its time
        page.goto(page.url + "search/?kind=Note")
        page.get_by_label("Words, names or a phrase").fill("grain")
        _has_address(page, "?q=grain&kind=Note")

    def test_back_from_a_result_shows_the_search_and_back_again_leaves_it(self, visit):
        page = visit("topics/")
        page.get_by_label("Search the archive").fill("x")
        page.get_by_label("Search the archive").press("Enter")
        expect(page.get_by_role("status")).to_contain_text("for “x”")  # it is in the box by then
        page.get_by_label("Words, names or a phrase").fill("grain")
        page.locator(".result-title a", has_text="Grain exports").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Grain exports")

        page.go_back()
        expect(page.get_by_label("Words, names or a phrase")).to_have_value("grain")
        expect(page.get_by_role("status")).to_contain_text("for “grain”")
        page.go_back()
        expect(page.get_by_role("heading", level=1)).to_have_text("Topics")


class TestKeyboard:
    """Everything can be reached without a mouse."""

    def test_slash_leads_to_the_box_and_arrows_to_the_results_and_back(self, visit):
        page = visit("search/?q=grain")
        box = page.get_by_label("Words, names or a phrase")
        links = page.locator(".result-title a")
        expect(links.first).to_be_visible()
        box.blur()
        page.keyboard.press("/")
        expect(box).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(links.nth(0)).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(links.nth(1)).to_be_focused()
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        expect(box).to_be_focused()
        expect(box).to_have_value("grain")

    def test_a_facet_opens_and_a_filter_keeps_the_focus_when_it_is_chosen(self, visit):
        page = visit("search/")
        _fold(page, "Year").locator("summary").first.focus()
        page.keyboard.press("Enter")
        year = page.get_by_role("checkbox", name="2022")
        year.focus()
        page.keyboard.press("Space")
        _has_address(page, "?year=2022")
        expect(page.get_by_role("status")).to_contain_text("results")
        expect(year).to_be_checked()
        expect(year).to_be_focused()


def test_markup_in_what_is_found_stays_text(visit):
    page = visit()
    page.route(
        "**/pagefind/pagefind.js",
        lambda route: route.fulfill(content_type="text/javascript", body=HOSTILE_INDEX),
    )
    page.goto(page.url + "search/?q=x")
    result = page.locator(".result")
    expect(result.locator(".result-title")).to_have_text("<img src=x> title")
    expect(result.locator(".result-excerpt")).to_have_text("a <b>bold</b> <script>word</script>")
    expect(result.locator("mark")).to_have_text("bold")
    expect(_facet(page, "Kind").get_by_role("checkbox", name="<img src=x>")).to_be_visible()
    assert page.locator(".search-panel :is(img, script, b)").count() == 0


HOSTILE_INDEX = """
const found = {
  url: "/articles/x/",
  meta: { title: "<img src=x> title" },
  filters: { kind: ["Article"], language: ["en"] },
  content: "a <b>bold</b> <script>word</script>",
  plain_excerpt: "a <b>bold</b> <script>word</script>",
  excerpt: "a &lt;b&gt;<mark>bold</mark>&lt;/b&gt; &lt;script&gt;word&lt;/script&gt;",
};
const filters = { kind: { "<img src=x>": 1 } };
export const options = async () => {};
export const preload = async () => {};
export const search = async () => ({ results: [{ data: async () => found }], filters });
"""


def _fold(page, legend):
    return page.locator(f"[data-facet={legend.lower()}]:has(fieldset)")


def _facet(page, legend):
    """The values of a facet, which is opened."""
    fold = _fold(page, legend)
    if fold.get_attribute("open") is None:
        fold.locator("summary").first.click()
    return page.get_by_role("group", name=legend, exact=True)


def _choose(page, legend, value):
    _facet(page, legend).get_by_role("checkbox", name=value).check()
    expect(page).to_have_url(re.compile(re.escape(value.replace(" ", "+"))))


def _has_address(page, query):
    expect(page).to_have_url(re.compile(re.escape(f"/search/{query}") + "$"))


def _counts(page, legend):
    """What a facet shows: each value with its count, those folded away too."""
    facet = _facet(page, legend)
    expect(facet.locator("label").first).to_be_visible()
    expect(facet.locator(".count").first).not_to_be_empty()  # as it is until all are known
    names = facet.locator(".facet-name").all_text_contents()
    counts = facet.locator(".count").all_text_contents()
    return dict(zip(names, map(int, counts), strict=True))


def _names_of_topics(topics):
    """For each topic's id, its name and those of all wider ones."""
    by_id = {topic["id"]: topic for topic in topics}

    def names(id_):
        topic = by_id[id_]
        return {topic["name"]} | (names(topic["parent"]) if topic.get("parent") else set())

    return {id_: names(id_) for id_ in by_id}


def _topic_counts(articles, topics):
    names = _names_of_topics(topics)
    return Counter(
        name for row in articles for name in set().union(*(names[id_] for id_ in row["topics"]))
    )


def _actors_of(article):
    """The actors that an article's record lists, with a role or without."""
    return [actor if isinstance(actor, str) else actor["id"] for actor in article.get("actors", [])]

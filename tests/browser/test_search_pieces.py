"""The search over an index in many pieces finds, counts and orders as over one."""

import json
import shutil

import pytest
from hosting import PATH, served
from playwright.sync_api import expect
from test_search_finds import (  # noqa: F401 -- the same must hold here
    TestFacets,
    test_a_note_that_was_found_is_in_view_on_its_page,
    test_a_short_name_finds_its_actor_first,
    test_an_actor_is_found_first_by_any_of_their_names,
    test_more_results_come_ten_at_a_time_until_all_are_shown,
    test_words_in_quotation_marks_are_found_as_a_phrase,
)

from archives import REPOSITORY, made_with, write
from postil.building.memory import NOTHING
from postil.engines import pagefind
from postil.engines.pagefind import finished_index, plan_index
from postil.engines.pagefind_pieces import in_pieces
from postil.pages.shelf import search_entries
from postil.spool import Spool


@pytest.fixture(scope="session")
def site_folder(site_folder, tmp_path_factory):
    """The shipped archive's site, with its index in pieces of 40 kB."""
    folder = tmp_path_factory.mktemp("pieces")
    pieces = shutil.copytree(site_folder, folder / PATH)
    shutil.rmtree(pieces / "pagefind")
    (folder / "run").mkdir()
    spool = Spool(folder / "spool")
    site = made_with(REPOSITORY, NOTHING, spool)
    entries = search_entries(site.composed.shelf)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pagefind, "in_pieces", lambda whole: in_pieces(whole, 40_000))
        indexing = plan_index(entries, spool.read, "en", folder / "run")
        write(pieces, {asset.path: asset.content for asset in finished_index(indexing)})
    assert len(indexing.pieces) > 3
    return pieces


@pytest.fixture(scope="session")
def site_address(site_folder):
    """Where that site is served."""
    with served(site_folder) as address:
        yield address


def test_the_newest_come_first_of_what_words_find(visit, data):
    page = visit("search/?q=ceasefire&order=newest&kind=Article")
    expect(page.locator(".result")).to_have_count(10)
    published = {row["title"]: row["published"] for row in data("articles")}
    shown = [published[title] for title in page.locator(".result-title").all_inner_texts()]
    assert shown == sorted(shown, reverse=True)
    assert len(set(shown)) > 5


def test_facets_alone_load_one_file_of_words_from_each_piece(visit, site_folder):
    page = visit()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page.url + "search/?kind=Article")
    expect(page.get_by_role("status")).to_contain_text("results")
    names = json.loads((site_folder / "pagefind/pieces.json").read_text("utf-8"))
    assert len([url for url in asked if ".pf_index" in url]) == 1 + len(names)

"""An old address leads to the page that has moved, and to the place in it that was asked for."""

import pytest
from hosting import PATH, served
from playwright.sync_api import expect

from archives import FIXTURE, site_of, write
from postil.reading.settings import read_settings

OLD = "articles/2025/talks-on-the-lorn/"
NEW = "articles/2025/lorn-talks/"
ICON = "<!doctype html><link rel=icon href=data:,>"
"""Without one the browser asks the host for it."""


@pytest.fixture(scope="module")
def site_address(tmp_path_factory):
    """Where the fixture archive's pages are served, without a frame, and its old addresses."""
    folder = tmp_path_factory.mktemp("old") / PATH
    site = site_of(FIXTURE, read_settings(FIXTURE))
    files = {f"{address}index.html": f"{ICON}{it.html}" for address, it in site.pages.items()}
    files |= site.files
    write(folder, files)
    (folder.parent / "favicon.ico").touch()
    with served(folder) as address:
        yield address


@pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts", "no-scripts"])
def test_an_old_address_leads_on(visit, site_address, has_scripts):
    page = visit(OLD, java_script_enabled=has_scripts)
    expect(page).to_have_url(f"{site_address}{NEW}")


def test_a_note_is_found_at_its_old_address(visit, site_address):
    page = visit(f"{OLD}#note-tolls")
    expect(page).to_have_url(f"{site_address}{NEW}#note-tolls")
    expect(page.locator("aside.note:target")).to_be_in_viewport()


def test_a_year_of_a_renamed_actor_is_found_at_its_old_address(visit, site_address):
    page = visit("actors/a-berg/2025/")
    expect(page).to_have_url(f"{site_address}actors/anna-berg/2025/")


def test_back_does_not_lead_to_the_old_address_again(visit, site_address):
    page = visit("articles/")
    page.goto(f"{site_address}{OLD}#note-tolls")
    expect(page).to_have_url(f"{site_address}{NEW}#note-tolls")
    page.go_back()
    expect(page).to_have_url(f"{site_address}articles/")

"""The last site but one, of which the next is made."""

import errno
import os
from pathlib import Path

import pytest
from markupsafe import Markup

from postil.building.ledger import File
from postil.engines import press
from postil.engines.spare import forget_spare, keep_spare, put_back, spare_beside, take_away
from postil.engines.staging import Staging
from postil.pages.page import Page

SAME, CHANGED, GONE = "articles/2025/same/", "articles/2025/changed/", "actors/gone/"


def page(site, address, words):
    path = site / address / "index.html"
    path.parent.mkdir(parents=True)
    path.write_text(words, encoding="utf-8")
    return path


def folder(path):
    path.mkdir(parents=True)
    return path


def paths(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


@pytest.fixture
def staging(tmp_path):
    """A site, and the one before it beside it: one page is the same file in both."""
    found = Staging(tmp_path / "site")
    page(found.site, CHANGED, "new")
    same = page(found.site, SAME, "same")
    page(found.pages, CHANGED, "old")
    page(found.pages, GONE, "gone")
    page(found.pages, "data", "what is no page of a record")
    (found.pages / "assets").mkdir()
    (found.pages / "assets/style.css").write_text("p {}", encoding="utf-8")
    (found.pages / "articles/2025/elsewhere").symlink_to(tmp_path)
    (found.pages / SAME).mkdir()
    os.link(same, found.pages / SAME / "index.html")
    return found


def last(staging):
    """The files of the last site."""
    for address in (SAME, CHANGED):
        found = (staging.site / address / "index.html").lstat()
        yield File(address, found.st_ino, found.st_size, found.st_mtime_ns)


@pytest.fixture
def spare(staging):
    """Where the spare lies."""
    return spare_beside(staging.site)


def put_back_into_an_empty_folder(staging):
    spare = spare_beside(staging.site)
    keep_spare(staging.pages, spare)
    staging.pages.mkdir()
    return put_back(spare, staging.pages, last(staging))


def test_what_the_last_site_has_as_well_is_there_and_nothing_else(staging):
    assert put_back_into_an_empty_folder(staging) == {SAME}
    page_there = f"{SAME}index.html"
    assert paths(staging.pages) == {"articles", "articles/2025", SAME.rstrip("/"), page_there}
    assert (staging.pages / page_there).samefile(staging.site / page_there)


def test_what_links_lead_to_is_left_alone(staging):
    put_back_into_an_empty_folder(staging)
    assert (staging.site / CHANGED / "index.html").read_text(encoding="utf-8") == "new"


@pytest.fixture
def pressing(staging, monkeypatch):
    """What writes the new site, in which one page is there already. Pages have no frames here."""
    monkeypatch.setattr(press, "framed", lambda page, _: page.html)
    there = put_back_into_an_empty_folder(staging)
    return press.SitePress(None, staging.pages, staging.site, there)


def test_a_page_that_is_written_anew_leaves_the_last_sites_file_as_it_is(pressing, staging):
    pressing.write(Page(SAME, "", "", "article", Markup("another"), "en"))
    assert (staging.pages / SAME / "index.html").read_text(encoding="utf-8") == "another"
    assert (staging.site / SAME / "index.html").read_text(encoding="utf-8") == "same"


def test_a_page_that_is_there_is_taken_over_as_those_are_that_are_not(pressing, staging):
    assert pressing.write_again([*last(staging)])
    for address in (SAME, CHANGED):
        found = staging.pages / address / "index.html"
        assert found.samefile(staging.site / address / "index.html")


def test_a_spare_is_used_once(staging, spare):
    put_back_into_an_empty_folder(staging)
    assert not spare.exists()
    assert put_back(spare, folder(staging.folder / "next"), last(staging)) == frozenset()


def test_without_a_last_site_there_is_no_spare(staging, spare):
    keep_spare(staging.folder / "other", spare)
    assert not spare.exists()


def test_a_spare_that_no_folder_can_be_moved_from_or_to_is_done_without(staging, monkeypatch):
    def refuse(*_):
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(Path, "rename", refuse)
    empty = folder(staging.folder / "next")
    spare = staging.pages
    keep_spare(staging.site, spare.with_name("elsewhere"))
    assert put_back(spare, empty, last(staging)) == frozenset()
    assert paths(empty) == set()
    assert (staging.site / SAME / "index.html").is_file()


def test_a_spare_takes_the_place_of_another_and_can_be_forgotten(staging, spare):
    keep_spare(staging.pages, spare)
    page(staging.pages, SAME, "another")
    keep_spare(staging.pages, spare)
    assert (spare / SAME / "index.html").read_text(encoding="utf-8") == "another"
    forget_spare(spare)
    assert not spare.exists()


def test_a_page_that_is_taken_away_leaves_no_empty_folder(staging):
    take_away(staging.pages, [GONE, CHANGED])
    assert not (staging.pages / "actors").exists()
    assert not (staging.pages / CHANGED).exists()
    assert (staging.pages / SAME / "index.html").is_file()

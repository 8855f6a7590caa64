"""The last site but one, of which the next is made."""

import errno
import os
from pathlib import Path

import pytest
from markupsafe import Markup

from postil.building.ledger import File
from postil.engines import press
from postil.engines.spare import forget_spare, keep_spare, lay_out, prepare, spare_beside, take_away
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


def laid_out(staging, spare):
    """The pages that are there when the spare has been kept and is put back."""
    keep_spare(staging.pages, spare)
    staging.pages.mkdir()
    return lay_out(spare, staging.site, staging.pages)


def number(folder, address):
    return (folder / address / "index.html").lstat().st_ino


def test_what_the_last_site_has_as_well_is_there_and_nothing_else(staging, spare):
    assert laid_out(staging, spare) == {SAME: number(staging.site, SAME)}
    page_there = f"{SAME}index.html"
    assert paths(staging.pages) == {"articles", "articles/2025", SAME.rstrip("/"), page_there}
    assert (staging.pages / page_there).samefile(staging.site / page_there)


def test_a_spare_may_be_prepared_before_it_is_used(staging, spare, monkeypatch):
    keep_spare(staging.pages, spare)
    left = prepare(spare, staging.site)
    monkeypatch.setattr("postil.engines.spare.prune", lambda *_: pytest.fail("pruned twice"))
    assert lay_out(spare, staging.site, staging.pages, left) == {SAME: number(staging.site, SAME)}
    assert (staging.pages / SAME / "index.html").samefile(staging.site / SAME / "index.html")
    assert not (staging.pages / "assets").exists()


def test_where_there_is_no_spare_one_is_made_before_it_is_used(staging, spare):
    left = prepare(spare, staging.site)
    empty = folder(staging.folder / "next")
    assert lay_out(spare, staging.site, empty, left) == left
    assert left == {address: number(empty, address) for address in (SAME, CHANGED)}
    assert {path for path in paths(empty) if "." in path} == {f"{it}index.html" for it in left}


@pytest.mark.skipif(os.name != "posix", reason="Windows has no folder of everybody's")
def test_where_all_accounts_write_another_s_folder_is_no_spare(staging, spare, monkeypatch):
    left = prepare(spare, staging.site)
    spare.parent.chmod(0o1777)
    monkeypatch.setattr("os.geteuid", lambda: os.getuid() + 1)
    empty = folder(staging.folder / "next")
    assert lay_out(spare, staging.site, empty, left).keys() == {SAME, CHANGED}
    assert spare.is_dir()


def test_what_was_left_of_a_spare_that_is_gone_counts_for_nothing(staging, spare):
    empty = folder(staging.folder / "next")
    assert lay_out(spare, staging.site, empty, {GONE: 1}).keys() == {SAME, CHANGED}


def test_without_a_spare_every_page_is_linked_and_nothing_else(staging, spare, tmp_path):
    page(staging.site, "linked", "what a link leads to")
    (staging.site / "elsewhere").symlink_to(tmp_path)
    (staging.site / "linked/index.html").rename(tmp_path / "words")
    (staging.site / "linked/index.html").symlink_to(tmp_path / "words")
    (staging.site / "style.css").write_text("p {}", encoding="utf-8")
    empty = folder(staging.folder / "next")
    there = lay_out(spare, staging.site, empty)
    assert there == {address: number(staging.site, address) for address in (SAME, CHANGED)}
    assert there == {address: number(empty, address) for address in there}
    assert {path for path in paths(empty) if "." in path} == {f"{it}index.html" for it in there}


def test_with_neither_a_spare_nor_a_site_nothing_is_there(staging, spare):
    empty = folder(staging.folder / "next")
    assert lay_out(spare, staging.site.with_name("none"), empty) == {}
    assert paths(empty) == set()


def test_what_links_lead_to_is_left_alone(staging, spare):
    laid_out(staging, spare)
    assert (staging.site / CHANGED / "index.html").read_text(encoding="utf-8") == "new"


@pytest.fixture
def pressing(staging, spare, monkeypatch):
    """What writes the new site, in which one page is there already. Pages have no frames here."""
    monkeypatch.setattr(press, "framed", lambda page, _: page.html)
    there = laid_out(staging, spare)
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


def test_a_page_that_was_changed_since_it_was_laid_out_is_written_anew(pressing, staging):
    path = staging.site / SAME / "index.html"
    path.rename(path.with_name("other"))
    path.write_text("another file", encoding="utf-8")
    assert not pressing.write_again([*last(staging)])


def test_a_spare_is_used_once(staging, spare):
    laid_out(staging, spare)
    assert not spare.exists()


def test_without_a_last_site_there_is_no_spare(staging, spare):
    keep_spare(staging.folder / "other", spare)
    assert not spare.exists()


def refuse(*_):
    raise OSError(errno.EXDEV, "Invalid cross-device link")


def test_a_spare_on_another_disk_is_done_without(staging, spare, monkeypatch):
    folder(spare)
    monkeypatch.setattr(Path, "rename", refuse)
    empty = folder(staging.folder / "next")
    assert lay_out(spare, staging.site, empty).keys() == {SAME, CHANGED}
    keep_spare(empty, spare)
    assert not spare.exists()


def test_where_nothing_can_be_linked_nothing_is_there(staging, spare, monkeypatch):
    monkeypatch.setattr(os, "link", refuse)
    empty = folder(staging.folder / "next")
    assert lay_out(spare, staging.site, empty) == {}
    assert not [path for path in paths(empty) if path.endswith(".html")]


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

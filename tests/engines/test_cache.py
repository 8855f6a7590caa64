"""The cache may be there or not, whole or not, used by two or not: the site is the same."""

import os
import shutil
import weakref
from pathlib import Path

import pytest
from engine import ENVIRONMENT, build, contents
from jinja2 import FileSystemBytecodeCache
from mkdocs.config import load_config

from archives import article, note
from postil import pages
from postil.cli.checked import checked_with
from postil.engines import cache, lock
from postil.model.archive import Settings
from postil.reading.settings import settings_from


@pytest.fixture
def folder(root):
    """The folder of the archive's cache."""
    with cache.held(root, Settings()) as held:
        return held.folder


def remembered(root):
    """What the last command remembers."""
    settings = settings_from(dict(load_config(str(root / "mkdocs.yml"))))
    with cache.held(root, settings) as held:
        return cache.recall(held)


def another(now, before):
    """The ids of the texts of which something else is remembered."""
    return [target.id for target, thing in now.items() if thing != before[target]]


def site_of(root):
    done = build(root, "-q", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    return contents(root / "site")


def cut_off(folder):
    memory = folder / "memory"
    memory.write_bytes(memory.read_bytes()[:-100])


def empty_tables(folder):
    for file in (folder / "tables").rglob("*"):
        if file.is_file():
            file.write_bytes(b"")


def empty_leaves(folder):
    for file in (folder / "leaves").iterdir():
        file.write_bytes(b"")


def cut_off_templates(folder):
    for number, file in enumerate(sorted((folder / "compiled").glob("*/*"))):
        os.truncate(file, 97 * number % file.stat().st_size)


def no_folder_for_templates(folder):
    shutil.rmtree(folder / "compiled")
    (folder / "compiled").write_text("no folder", encoding="utf-8")


def of_something_else(folder):
    (folder / "memory").write_bytes(b"\x80\x05cos\nsystem\n")


def test_a_build_after_nothing_but_a_check_is_remembered_whole(root):
    settings = settings_from(dict(load_config(str(root / "mkdocs.yml"))))
    with cache.held(root, settings) as held:
        checked_with(held, root, settings)
    assert remembered(root).texts
    assert not remembered(root).slips
    site_of(root)
    assert remembered(root).slips.keys() == remembered(root).texts.keys()


def test_a_check_between_two_builds_leaves_the_slips_where_they_lie(root):
    settings = settings_from(dict(load_config(str(root / "mkdocs.yml"))))
    site_of(root)
    before = remembered(root)
    added = root / "articles/2025/lorn-talks.notes/added.md"
    added.write_text(note(whole=True, quote=None), encoding="utf-8")
    with cache.held(root, settings) as held:
        checked_with(held, root, settings)
    between = remembered(root)
    assert another(between.texts, before.texts) == ["lorn-talks"]
    assert {it.id for it in before.slips.keys() - between.slips.keys()} == {"lorn-talks"}
    assert another(between.slips, before.slips) == []
    site_of(root)
    after = remembered(root)
    assert another(after.slips, before.slips) == ["lorn-talks"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: None,
        shutil.rmtree,
        lambda folder: (folder / "memory").unlink(),
        lambda folder: shutil.rmtree(folder / "leaves"),
        cut_off,
        empty_leaves,
        empty_tables,
        cut_off_templates,
        no_folder_for_templates,
        of_something_else,
    ],
    ids=[
        "kept",
        "gone",
        "forgotten",
        "no leaves",
        "cut off",
        "empty leaves",
        "empty tables",
        "cut off templates",
        "no templates",
        "something else",
    ],
)
def test_whatever_became_of_the_cache_the_site_is_the_same(root, folder, spoil):
    first = site_of(root)
    assert (folder / "memory").is_file()
    spoil(folder)
    assert site_of(root) == first


def test_a_build_that_finds_it_in_use_does_without(root, folder):
    first = site_of(root)
    handle = lock.take(folder / "lock")
    try:
        assert site_of(root) == first
    finally:
        lock.give_back(handle, folder / "lock")


def test_where_there_can_be_none_the_site_is_built_without(root, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    first = site_of(root)
    monkeypatch.setitem(ENVIRONMENT, cache.FOLDER, str(tmp_path / "file"))
    assert site_of(root) == first


def test_what_a_passing_one_held_is_let_go(root, monkeypatch, tmp_path):
    class Row:
        """Something that may be referred to weakly."""

    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv(cache.FOLDER, str(tmp_path / "file"))
    monkeypatch.setattr("pickle.dumps", lambda _, **__: b"")
    row = Row()
    with cache.held(root, Settings()) as passing:
        cache.remember_records(passing, {"a.md": row}, {})
    there = weakref.ref(row)
    del row
    assert there() is None


def test_it_lies_outside_of_the_archive(root, folder):
    assert not folder.is_relative_to(root)
    assert folder.is_relative_to(Path(os.environ[cache.FOLDER]))


def test_what_is_not_used_any_more_is_taken_away(root, folder):
    site_of(root)
    (folder / "leaves/0123").write_bytes(b"left by a build that was killed")
    (folder / "compiled/of-another-version").mkdir()
    site_of(root)
    assert not (folder / "leaves/0123").exists()
    (compiled,) = (folder / "compiled").iterdir()
    assert {it.name.partition("-")[0] for it in compiled.iterdir()} == {"page", "theme"}


def test_templates_of_all_that_a_build_makes_are_kept(root, folder):
    site_of(root)
    (compiled,) = (folder / "compiled").iterdir()
    kept = {file.name for file in compiled.iterdir()}
    templates = Path(pages.__file__).parent / "templates"
    of_one_text = {"article.html", "macros.html", "appearance.html"}
    of_all_texts = {"actor.html", "period.html", "timeline.html"}
    for template in of_one_text | of_all_texts:
        key = FileSystemBytecodeCache().get_cache_key(template, str(templates / template))
        assert f"page-{key}" in kept, template


def test_other_settings_make_everything_anew(root):
    site_of(root)
    with cache.held(root, Settings(links="all")) as held:
        assert cache.recall(held).texts == {}


def test_an_archive_that_has_grown_is_made_anew_once(root):
    site_of(root)
    for number in range(24):
        path = root / f"articles/2025/more-{number}.md"
        path.write_text(article(f"Text {number}. " * 500), encoding="utf-8")
    site_of(root)
    assert not remembered(root).texts
    site_of(root)
    assert remembered(root).slips.keys() == remembered(root).texts.keys() != set()


def test_a_build_that_stops_at_a_fault_has_kept_what_it_made(root):
    stray = root / "articles/2025/lorn-talks.notes/lost.md"
    stray.write_text(note(quote="Nobody wrote this."), encoding="utf-8")
    assert build(root, "-q").returncode == 1
    kept = remembered(root).texts
    stray.unlink()
    assert build(root, "-q").returncode == 0
    assert another(remembered(root).texts, kept) == ["lorn-talks"]


def test_a_cache_that_cannot_be_written_stops_no_build(root, folder):
    first = site_of(root)
    for name in ("memory", "records"):
        (folder / name).unlink()
        (folder / f"{name}.new").mkdir()
    (ledger,) = folder.glob("site-*")
    ledger.with_suffix(".new").mkdir()
    assert site_of(root) == first
    assert not (folder / "memory").exists()

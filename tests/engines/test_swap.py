"""A site is one whole version at every moment, and one build at a time makes it."""

import errno
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from engine import ENVIRONMENT, build, contents
from mkdocs.exceptions import Abort

from postil.engines import lock, swap
from postil.engines.exchange import exchange
from postil.engines.staging import Staging, held
from postil.engines.swap import aside, recover, swap_in

TALKS = "articles/2025/lorn-talks.md"


def folder(path, text):
    path.mkdir(parents=True)
    (path / "index.html").write_text(text, encoding="utf-8")
    return path


def index(path):
    return (path / "index.html").read_text(encoding="utf-8")


def cannot(_one, _other):
    raise NotImplementedError


ways = pytest.mark.parametrize("exchanging", [exchange, cannot], ids=["one-step", "two-steps"])


@ways
def test_a_finished_site_takes_the_place_of_the_last_one(exchanging, tmp_path, monkeypatch):
    monkeypatch.setattr(swap, "exchange", exchanging)
    site, pages = folder(tmp_path / "site", "old"), folder(tmp_path / "new", "new")
    (site / "gone.html").touch()
    swap_in(pages, site)
    assert contents(site) == {"index.html": b"new"}
    assert not aside(pages).exists()


def test_a_site_stands_though_the_last_one_cannot_be_taken_away(tmp_path, monkeypatch):
    monkeypatch.setattr(swap, "exchange", cannot)
    monkeypatch.setattr(swap, "remove", lambda _: tmp_path.rmdir())
    site, pages = folder(tmp_path / "site", "old"), folder(tmp_path / "new", "new")
    swap_in(pages, site)
    assert (index(site), index(aside(pages))) == ("new", "old")


def test_the_first_site_needs_no_last_one(tmp_path):
    swap_in(folder(tmp_path / "new", "new"), tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.skipif(sys.platform != "linux", reason="macOS and Windows tell it in other words")
def test_folders_change_places_in_one_step(tmp_path):
    one, other = folder(tmp_path / "one", "1"), folder(tmp_path / "other", "2")
    exchange(one, other)
    assert (index(one), index(other)) == ("2", "1")
    with pytest.raises(FileNotFoundError, match="nowhere"):
        exchange(one, tmp_path / "nowhere")


def test_a_system_without_that_step_is_told_from_one_that_fails(tmp_path, monkeypatch):
    monkeypatch.setattr("postil.engines.exchange._system_call", lambda: None)
    with pytest.raises(NotImplementedError):
        exchange(tmp_path, tmp_path)


def test_if_the_new_site_cannot_be_put_in_place_the_last_one_is_put_back(tmp_path, monkeypatch):
    monkeypatch.setattr(swap, "exchange", cannot)
    site = folder(tmp_path / "site", "old")
    with pytest.raises(OSError, match="nowhere"):
        swap_in(tmp_path / "nowhere", site)
    assert index(site) == "old"


def test_a_site_that_was_left_aside_is_brought_back_unless_there_is_one(tmp_path):
    site, pages = tmp_path / "site", tmp_path / "site.building/pages"
    folder(aside(pages), "old")
    assert recover(pages, site)
    assert (index(site), aside(pages).exists()) == ("old", False)
    folder(aside(pages), "older")
    assert not recover(pages, site)
    assert index(site) == "old"


def test_a_build_that_fails_has_brought_back_the_site_that_was_left_aside(root):
    folder(root / "site.building/last", "the last one")
    (root / TALKS).write_text("no front matter", encoding="utf-8")
    done = build(root)
    assert done.returncode == 1
    assert "the last site is back" in done.stderr
    assert contents(root / "site") == {"index.html": b"the last one"}
    assert not list(root.glob("site.*"))


def test_a_build_leaves_alone_what_lies_beside_the_site(root):
    kept = folder(root / "site.spare/articles/kept", "somebody's own")
    copied = folder(root / "site.old", "a copy of the site")
    for _ in range(2):
        assert build(root).returncode == 0
        assert contents(root / "site.spare") == {"articles/kept/index.html": b"somebody's own"}
        assert contents(copied) == {"index.html": b"a copy of the site"}
    assert kept.is_dir()


def test_a_build_clears_what_a_killed_one_has_left(root, tmp_path):
    outside = folder(tmp_path / "outside", "not of the site")
    folder(root / "site", "the last one")
    folder(root / "site.building/last", "older")
    folder(root / "site.building/pages/actors/ghost", "half a site")
    folder(root / "site.building/search-x/index", "half an index")
    (root / "site.building/link").symlink_to(outside)
    (root / "site.building/lock").write_text("4000000000", encoding="utf-8")
    done = build(root)
    assert done.returncode == 0, done.stdout
    assert not list(root.glob("site.*"))
    assert "actors/ghost/index.html" not in contents(root / "site")
    assert index(outside) == "not of the site"


@contextmanager
def held_elsewhere(path):
    """A lock that another process holds."""
    code = (
        "import sys, time; from pathlib import Path; from postil.engines import lock; "
        "print(lock.take(Path(sys.argv[1])), flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code, path], stdout=subprocess.PIPE) as holding:
        assert holding.stdout.readline().strip().isdigit()
        yield holding
        holding.kill()


def names_and_texts(root):
    return {path: text for path, text in contents(root).items() if "__pycache__" not in path}


def test_a_second_build_says_who_is_building_and_touches_nothing(root):
    folder(root / "site", "the last one")
    half = folder(root / "site.building/pages", "half a site")
    with held_elsewhere(root / "site.building/lock") as holding:
        before = names_and_texts(root)
        done = build(root)
        assert done.returncode == 1
        assert done.stdout.strip() == (
            f"Another build of site is running here (process {holding.pid}). "
            "Wait until it is done, or name another folder with --site-dir."
        )
        assert names_and_texts(root) == before
        assert build(root, "--site-dir", "elsewhere").returncode == 0
        assert index(half) == "half a site"
    assert build(root).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no folder of everybody's")
def test_where_all_accounts_write_nothing_is_built_in_another_s_folder(tmp_path, monkeypatch):
    tmp_path.chmod(0o1777)
    folder(tmp_path / "site.building/pages", "another's")
    monkeypatch.setattr("os.geteuid", lambda: os.getuid() + 1)
    with pytest.raises(Abort, match="belongs to another account"), held(Staging(tmp_path / "site")):
        pass
    assert contents(tmp_path) == {"site.building/pages/index.html": b"another's"}


def test_of_builds_that_start_together_one_builds_and_the_others_say_so(root):
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    how = {"cwd": root, "env": ENVIRONMENT, "stdout": subprocess.PIPE, "text": True}
    running = [subprocess.Popen(command, **how) for _ in range(3)]
    told = [process.communicate()[0] for process in running]
    states = [process.returncode for process in running]
    assert set(states) <= {0, 1}
    assert 0 in states
    for state, text in zip(states, told, strict=True):
        assert state == 0 or "Another build of site is running here" in text
    assert not list(root.glob("site.*"))
    assert (root / "site/404.html").exists()


def test_a_lock_ends_with_its_process(tmp_path):
    path = tmp_path / "site.building/lock"
    with held_elsewhere(path) as holding:
        assert lock.take(path) is None
        assert lock.holder(path) == str(holding.pid)
    handle = lock.take(path)
    assert handle is not None
    lock.give_back(handle, path)
    assert not path.exists()


@pytest.mark.parametrize("text", ["", "12\x1b[2J", "x" * 100])
def test_nothing_but_a_process_id_is_shown_of_a_lock_file(text, tmp_path):
    (tmp_path / "lock").write_text(text, encoding="ascii")
    assert lock.holder(tmp_path / "lock") == ""


def test_a_lock_that_is_a_link_is_not_followed(tmp_path):
    (tmp_path / "mine").write_text("mine", encoding="utf-8")
    (tmp_path / "lock").symlink_to(tmp_path / "mine")
    with pytest.raises(OSError) as caught:  # noqa: PT011 -- the number says which
        lock.take(tmp_path / "lock")
    assert caught.value.errno == errno.ELOOP
    assert (tmp_path / "mine").read_text(encoding="utf-8") == "mine"


def put_a_link(root):
    folder(root / "elsewhere", "the last one")
    (root / "site").symlink_to(root / "elsewhere")


def put_a_file(root):
    (root / "site").write_text("a file", encoding="utf-8")


def put_other_files(root):
    (root / "site").mkdir()
    (root / "site/thesis.odt").write_text("years of work", encoding="utf-8")


def put_a_checkout(root):
    folder(root / "site", "the last one")
    (root / "site/.git").mkdir()


def put_a_link_for_the_build(root):
    folder(root / "elsewhere", "not of the site")
    (root / "site.building").symlink_to(root / "elsewhere")


@pytest.mark.parametrize(
    ("put", "line"),
    [
        (put_a_link, "site is a link, and a build puts a folder in its place."),
        (put_a_file, "site is a file, and a folder belongs there. Name another folder"),
        (put_other_files, "site holds files and is no site, and a build would delete them."),
        (put_a_checkout, "site is a git checkout, which a build would delete."),
        (put_a_link_for_the_build, "site.building is in the way of the build. Delete it."),
    ],
)
def test_what_is_no_site_is_not_built_over(put, line, root):
    put(root)
    before = names_and_texts(root)
    done = build(root)
    assert done.returncode == 1
    assert line in done.stdout
    assert "Traceback" not in done.stderr
    assert names_and_texts(root) == before


def test_an_interrupted_build_leaves_nothing_but_the_last_site(root):
    folder(root / "site", "the last one")
    command = [sys.executable, "-m", "mkdocs", "build"]
    building = subprocess.Popen(
        command, cwd=root, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    with building:
        wait_for(root / "site.building/pages")
        building.send_signal(2)
    assert building.returncode != 0
    assert contents(root / "site") == {"index.html": b"the last one"}
    assert not list(root.glob("site.*"))


def wait_for(path: Path) -> None:
    end = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.01)

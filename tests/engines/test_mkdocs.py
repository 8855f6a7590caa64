"""An archive through MkDocs: whole, the same every time, or not at all."""

import json
import shutil
from urllib.parse import urldefrag, urljoin

import pytest
from engine import build, contents

from archives import REPOSITORY
from html_reading import read_html

TALKS = "articles/2025/lorn-talks"


def test_a_strict_build_is_silent_in_a_pipe_and_leaves_nothing_beside_the_site(root):
    done = build(root, "--strict", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert {path.name for path in root.iterdir()} == {
        "articles", "docs", "hooks", "mkdocs.yml", "site",
    }  # fmt: skip


def test_two_builds_are_the_same_to_the_byte(root):
    for folder in ("one", "two"):
        assert build(root, "--site-dir", folder).returncode == 0
    one, two = contents(root / "one"), contents(root / "two")
    assert one.keys() == two.keys()
    assert [path for path in one if one[path] != two[path]] == []
    assert any(path.startswith("pagefind/") for path in one)


def test_every_link_and_every_file_of_the_site_is_there(built):
    files = contents(built)
    read = {
        path: read_html(html.decode()) for path, html in files.items() if path.endswith(".html")
    }
    for path, html in read.items():
        if path == "404.html":  # its links begin at the host's root, wherever it is shown
            continue
        for address in [*html.values("href"), *html.values("src")]:
            url, place = urldefrag(urljoin(f"https://a.example/{path}", address))
            if not url.startswith("https://a.example/"):
                continue
            target = url.removeprefix("https://a.example/").partition("?")[0]
            target += "index.html" if not target or target.endswith("/") else ""
            assert target in files, (path, address)
            if place and target in read:
                assert place in read[target].values("id"), (path, address)


def test_ids_are_unique_in_every_page_with_its_frame(built):
    for path, content in contents(built).items():
        if path.endswith(".html"):
            ids = read_html(content.decode()).values("id")
            assert len(ids) == len(set(ids)), path


def test_no_page_loads_anything_from_another_host(built):
    for path, content in contents(built).items():
        if not path.endswith(".html"):
            continue
        html = read_html(content.decode())
        loaded = [e.attributes.get("src", "") for e in html.elements]
        loaded += [
            element.attributes.get("href", "")
            for element in html.named("link")
            if element.attributes.get("rel") not in {"canonical", "next", "prev"}
        ]
        assert not [url for url in loaded if url.startswith(("http", "//"))], path


@pytest.mark.parametrize(
    "path",
    [
        "articles/2025/not-yet/index.html",
        "articles/2025/not-yet.md",
        "actors/anna-berg.md",
        "actors/anna-berg.notes/judge/index.html",
        "search/search_index.json",
    ],
)
def test_what_is_no_page_is_no_file_of_the_site(built, path):
    assert not (built / path).exists()


def test_the_page_of_a_record_has_the_sites_frame_and_its_own_title(built):
    page = (built / TALKS / "index.html").read_text(encoding="utf-8")
    html = read_html(page)
    assert "<title>Talks on the Lorn “go on” &amp; on – The Lorn Archive</title>" in page
    assert html.with_class("masthead")
    (description,) = (e for e in html.named("meta") if e.attributes.get("name") == "description")
    assert description.attributes["content"] == "Berg opens the talks; Veland asks for thirty days."
    assert "noindex" not in page


def test_the_home_page_has_its_words_and_the_archives_lists(built):
    html = read_html((built / "index.html").read_text(encoding="utf-8"))
    assert "Talks over a river, with notes." in html.text
    assert "Newest articles" in html.text


def test_the_search_finds_every_kind_of_thing(built):
    entry = json.loads((built / "pagefind/pagefind-entry.json").read_text(encoding="utf-8"))
    (language,) = entry["languages"].values()
    articles, actors, topics, notes = 5, 5, 3, 13
    assert language["page_count"] == articles + actors + topics + notes


def test_a_site_without_search_has_no_index_no_page_of_it_and_no_form(root):
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("language: en", "language: en\n    search: false"), encoding="utf-8"
    )
    assert build(root, "--strict").returncode == 0
    site = contents(root / "site")
    assert f"{TALKS}/index.html" in site
    assert [path for path in site if path.startswith(("pagefind/", "search/"))] == []
    assert [path for path, html in site.items() if b'role="search"' in html] == []


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        (f"{TALKS}.md", "title:", "tittle:", f"{TALKS}.md:2:1: [unknown-key]"),
        (f"{TALKS}.md", "- talks", "- walks", f"{TALKS}.md:17:5: [unknown-topic]"),
        (f"{TALKS}.notes/tolls.md", "end of tolls", "end of war", "[changed-quote]"),
        (f"{TALKS}.notes/tolls.md", "---\n\n", "\n", "[open-front-matter]"),
        ("docs/actors/veland.md", "State", "Country", "docs/actors/veland.md:3:7: [wrong-value]"),
    ],
)
def test_a_fault_stops_the_build_in_one_line_and_the_last_site_stays(root, path, old, new, told):
    (root / "site").mkdir()
    (root / "site/index.html").write_text("the last one", encoding="utf-8")
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    failed = build(root)
    assert failed.returncode == 1
    assert "Traceback" not in failed.stderr
    (line,) = (line for line in failed.stderr.splitlines() if "[" in line)
    assert told in line
    assert contents(root / "site") == {"index.html": b"the last one"}


def test_all_faults_are_told_each_in_a_line_of_its_own(root):
    for path in (f"{TALKS}.md", "docs/topics/trade.md"):
        file = root / path
        file.write_text(file.read_text(encoding="utf-8") + "\n<b>bold\n", encoding="utf-8")
    failed = build(root)
    assert failed.returncode == 1
    assert failed.stderr.count("[raw-html]") == 2
    assert "2 faults in the archive; nothing was published" in failed.stdout


def test_a_build_that_breaks_on_the_way_leaves_the_last_site(root):
    assert build(root).returncode == 0
    before = contents(root / "site")
    (root / "docs/.overrides/main.html").write_text("{% broken %}", encoding="utf-8")
    assert build(root).returncode != 0
    assert contents(root / "site") == before


def test_the_shipped_archive_builds_without_a_warning(tmp_path):
    for part in ("articles", "docs", "hooks"):
        shutil.copytree(REPOSITORY / part, tmp_path / part)
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path)
    done = build(tmp_path, "--strict")
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("docs/articles/index.md", "articles/index.html"),
        ("docs/articles/2025/index.md", "articles/2025/index.html"),
        ("docs/data/notes.jsonl", "data/notes.jsonl"),
        ("docs/_headers", "_headers"),
    ],
)
def test_no_file_of_the_docs_takes_the_place_of_a_page_of_the_archive(root, path, written):
    assert build(root).returncode == 0
    before = (root / "site" / written).read_bytes()
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text("Something else.\n", encoding="utf-8")
    done = build(root)
    assert done.returncode == 0
    assert (root / "site" / written).read_bytes() == before
    assert f"{path} is left out: {written} is the archive's." in done.stderr


def test_a_page_by_hand_that_links_to_a_draft_is_told_of(root):
    with (root / "docs/about.md").open("a", encoding="utf-8") as page:
        page.write("\n[Soon](articles/2025/not-yet/index.md)\n")
    done = build(root, "--strict")
    assert done.returncode != 0
    assert "articles/2025/not-yet/index.md" in done.stderr


def test_settings_that_are_wrong_stop_a_build_in_a_line(root):
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("links: first", "links: some"), encoding="utf-8")
    done = build(root)
    assert done.returncode == 1
    assert "[wrong-value] `extra.archive.links: some` cannot be used" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (root / "site").exists()

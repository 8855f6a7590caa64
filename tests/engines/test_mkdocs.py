"""The shipped archive through MkDocs and ProperDocs: whole, the same every time, or not at all."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from archives import REPOSITORY
from html_reading import read_html

PARTS = ("articles", "docs", "hooks", "mkdocs.yml")
ARTICLE = "articles/2025/alaska-summit.md"
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


@pytest.fixture
def root(tmp_path):
    for part in PARTS:
        source = REPOSITORY / part
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, tmp_path / part)
    return tmp_path


def build(root, *options, engine="mkdocs"):
    command = [sys.executable, "-m", engine, "build", *options]
    return subprocess.run(
        command, cwd=root, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_strict_build_is_clean_and_the_same_every_time(root):
    first = build(root, "--strict", "--site-dir", "one")
    second = build(root, "--strict", "--site-dir", "two")
    assert first.returncode == second.returncode == 0, first.stderr + second.stderr
    assert "WARNING" not in first.stderr
    one, two = contents(root / "one"), contents(root / "two")
    assert [path for path in one if one[path] != two.get(path)] == []
    assert one.keys() == two.keys()


def test_properdocs_builds_the_same_addresses_and_the_same_texts(root):
    assert build(root, "--site-dir", "one").returncode == 0
    other = build(root, "-f", "mkdocs.yml", "--site-dir", "two", engine="properdocs")
    assert other.returncode == 0, other.stderr
    one, two = contents(root / "one"), contents(root / "two")
    assert one.keys() == two.keys()
    pages = [path for path in one if path.startswith("articles/") and path.endswith(".html")]
    assert len(pages) > 20
    for path in pages:
        assert article_text(one[path]) == article_text(two[path]), path


def article_text(page):
    pieces = read_html(page.decode()).pieces
    return "".join(
        piece.text
        for piece in pieces
        if any("annotated" in element.attributes.get("class", "") for element in piece.within)
    )


def test_a_fault_stops_the_build_in_one_line_and_the_last_site_stays(root):
    assert build(root).returncode == 0
    before = contents(root / "site")
    path = root / ARTICLE
    path.write_text(path.read_text().replace("title:", "tittle:", 1))
    failed = build(root)
    assert failed.returncode == 1
    assert "Traceback" not in failed.stderr
    told = [line for line in failed.stderr.splitlines() if ARTICLE in line]
    assert len(told) == 1
    assert "[unknown-key]" in told[0]
    assert contents(root / "site") == before


def test_the_words_of_a_real_article_carry_notes_of_every_length(root):
    text = (
        "The ministry said it would buy time and sow discord among nobody. Until now it had "
        "refused every such plan.\n\nA second paragraph says that *trust* is needed, and "
        "a [third](https://example.org/) that it is not."
    )
    path = root / "articles/2025/scratch.md"
    head = "title: S\npublished: 2025\nsource: {outlet: S}\ntopics: [ceasefire]\n"
    path.write_text(f"---\n{head}---\n\n{text}\n")
    quotes = {
        "phrase": "buy time and sow discord",
        "sentence": "Until now it had refused every such plan.",
        "across": "refused every such plan […] trust is needed",
    }
    for id_, quote in quotes.items():
        note = root / f"articles/2025/scratch.notes/{id_}.md"
        note.parent.mkdir(exist_ok=True)
        note.write_text(f"---\nby: editors\ndate: 2025\nquote: '{quote}'\n---\n\nNoted.\n")
    done = build(root)
    assert done.returncode == 0, done.stderr
    page = read_html((root / "site/articles/2025/scratch/index.html").read_text())
    assert [a.attributes["data-anchor"] for a in page.with_class("note")] == ["exact"] * 3
    under = {
        id_: "".join(
            piece.text
            for piece in page.pieces
            if any(id_ in e.attributes.get("data-notes", "").split() for e in piece.within)
        )
        for id_ in quotes
    }
    assert under["phrase"] == quotes["phrase"]
    assert under["sentence"] == quotes["sentence"]
    assert under["across"].startswith("refused every such plan.")
    assert under["across"].endswith("trust is needed")


def free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


def until(address, words, seconds=60):
    """Waits for a page that holds the words; fails when the time is over."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                page = answer.read().decode()
        except OSError:
            page = ""
        if words in page:
            return page
        time.sleep(0.2)
    raise AssertionError(f"{words!r} never came")


def test_serve_shows_a_saved_change_and_keeps_the_last_good_page(root):
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    log = (root / "log").open("w")
    server = subprocess.Popen(command, cwd=root, env=ENVIRONMENT, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}/articles/2025/alaska-summit/"
    path = root / ARTICLE
    try:
        until(address, "<h1")
        good = path.read_text()
        head, _, body = good.partition("\n---\n")
        changed = f"{head}\n---\n{body}\nA sentence that was just saved.\n"
        path.write_text(changed)
        until(address, "A sentence that was just saved.")
        path.write_text(changed.replace("title:", "tittle:", 1))
        end = time.monotonic() + 60
        while "[unknown-key]" not in (root / "log").read_text() and time.monotonic() < end:
            time.sleep(0.2)
        assert f"{ARTICLE}:2:1: [unknown-key]" in (root / "log").read_text()
        until(address, "A sentence that was just saved.")
    finally:
        server.terminate()
        server.wait(20)
        log.close()

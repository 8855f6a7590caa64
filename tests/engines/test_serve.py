"""`mkdocs serve`: what is saved shows; what is broken is told, and its last good page stays."""

import json
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from engine import ENVIRONMENT, build, contents, set_up

from archives import ACTOR, ARTICLE, FIXTURE, MINIMAL, write

TALKS = "articles/2025/lorn-talks"
SECONDS = 60
"""Longer than any rebuild takes, even on a busy machine."""


MKDOCS = (sys.executable, "-m", "mkdocs", "serve", "--dev-addr")
POSTIL = (Path(sys.executable).with_name("postil"), "serve", "--address")


class Server:
    """A server in a process of its own, with what it said."""

    def __init__(self, root, program=MKDOCS, **environment):
        with socket.socket() as listening:
            listening.bind(("127.0.0.1", 0))
            self.port = listening.getsockname()[1]
        self.log = root / "serve.log"
        command = [*program, f"127.0.0.1:{self.port}"]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                command, cwd=root, env=ENVIRONMENT | environment, stdout=log, stderr=log
            )

    def page(self, address):
        """A page's HTML; nothing while there is none."""
        try:
            with urllib.request.urlopen(self.url(f"{address}/"), timeout=10) as answer:
                return answer.read().decode()
        except OSError:
            return ""

    def found(self):
        """How many things the search finds."""
        with urllib.request.urlopen(self.url("pagefind/pagefind-entry.json"), timeout=10) as answer:
            return sum(it["page_count"] for it in json.load(answer)["languages"].values())

    def url(self, path):
        return f"http://127.0.0.1:{self.port}/{path}"

    def said(self):
        return self.log.read_text(encoding="utf-8")

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


@pytest.fixture
def server(root):
    serving = Server(root)
    yield serving
    serving.stop()


def eventually(holds):
    """Waits until something holds; fails when the time is over."""
    end = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.1)


def change(root, path, old, new):
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_saved_changes_show_and_a_broken_file_keeps_its_last_good_page(root, server):
    eventually(lambda: "The talks go on." in server.page(TALKS))

    change(root, f"{TALKS}.md", "The talks go on.", "The talks were broken off.")
    eventually(lambda: "The talks were broken off." in server.page(TALKS))

    change(root, f"{TALKS}.notes/tolls.md", "Tolls brought", "Tolls had brought")
    eventually(lambda: "Tolls had brought" in server.page(TALKS))

    change(root, "docs/actors/veland.md", "The country", "The kingdom")
    eventually(lambda: "The kingdom on the left bank" in server.page("actors/veland"))

    change(root, f"{TALKS}.md", "title:", "tittle:")
    eventually(lambda: f"{TALKS}.md:2:1: [unknown-key]" in server.said())
    change(root, "docs/topics/trade.md", "Trucks, tolls", "Lorries, tolls")
    eventually(lambda: "Lorries, tolls" in server.page("topics/trade"))
    assert "The talks were broken off." in server.page(TALKS)
    assert "Traceback" not in server.said()

    change(root, f"{TALKS}.md", "tittle:", "title:")
    change(root, f"{TALKS}.md", "were broken off", "go on again")
    eventually(lambda: "The talks go on again." in server.page(TALKS))
    assert server.process.poll() is None


def test_the_only_article_may_break_and_be_mended_while_it_is_served(tmp_path):
    settings = (FIXTURE / "mkdocs.yml").read_text("utf-8")
    write(tmp_path / "small", MINIMAL | {"mkdocs.yml": settings, "docs/index.md": "# Home\n"})
    root = set_up(tmp_path / "small", tmp_path / "served")
    assert (
        build(root).returncode == 0
    )  # so that nothing that is served at first is made by the server
    serving = Server(root)
    try:
        eventually(lambda: "no text had been agreed" in serving.page("articles/2025/vienna"))
        change(root, ARTICLE, "title:", "tittle:")
        eventually(lambda: f"{ARTICLE}:2:1: [unknown-key]" in serving.said())
        change(root, ACTOR, "A mediator.", "A judge.")
        eventually(lambda: "A judge." in serving.page("actors/anna-berg"))
        assert "no text had been agreed" in serving.page("articles/2025/vienna")
        assert "Nothing was published" not in serving.said()
        change(root, ARTICLE, "tittle:", "title:")
        change(root, ARTICLE, "30 days", "60 days")
        eventually(lambda: "60 days" in serving.page("articles/2025/vienna"))
    finally:
        serving.stop()


def test_a_note_that_lost_its_words_moves_to_notes_on_earlier_text(root, server):
    eventually(lambda: "end of tolls" in server.page(TALKS))
    change(root, f"{TALKS}.md", "an end of tolls", "an end of all tolls")
    eventually(lambda: 'id="note-tolls"' in server.page(TALKS).partition("on earlier text")[2])
    assert "[changed-quote]" in server.said()


def test_what_is_broken_from_the_start_is_left_out_and_the_rest_is_served(root):
    change(root, "articles/2024/lorn-bridge.md", "title:", "tittle:")
    serving = Server(root)
    try:
        eventually(lambda: "The talks go on." in serving.page(TALKS))
        assert "articles/2024/lorn-bridge.md:2:1: [unknown-key]" in serving.said()
        assert serving.page("articles/2024/lorn-bridge") == ""
    finally:
        serving.stop()


def shown(serving, addresses):
    """What a server shows at addresses, without its port and what tells browsers to load anew."""
    own = re.compile(rf"livereload\(.*?\)|{serving.port}")
    return {it: own.sub("", serving.page(it)) for it in addresses}


def test_after_many_saves_it_serves_what_a_server_does_that_begins_anew(root, server):
    eventually(lambda: "The talks go on." in server.page(TALKS))
    note, ferry = root / f"{TALKS}.notes/tolls.md", root / "articles/2024/ferry.md"
    bridge = (root / "articles/2024/lorn-bridge.md").read_text(encoding="utf-8")
    ferry.write_text(bridge, encoding="utf-8")
    eventually(lambda: "Trucks wait" in server.page("articles/2024/ferry"))
    text = note.read_text(encoding="utf-8")
    for words in ("One toll", "Two tolls", "Three tolls"):
        note.write_text(text.replace("Tolls brought", f"{words} brought"), encoding="utf-8")
        eventually(lambda words=words: f"{words} brought" in server.page(TALKS))
    ferry.unlink()
    moved = bridge.replace("---\n", "---\nredirects: [ferry]\n", 1)
    ferry.with_name("ship.md").write_text(moved, encoding="utf-8")
    eventually(lambda: "articles/2024/ship/" in server.page("articles/2024/ferry"))
    raft = ferry.with_name("raft.md")
    raft.write_text(bridge, encoding="utf-8")
    eventually(lambda: "Trucks wait" in server.page("articles/2024/raft"))
    raft.unlink()
    eventually(lambda: not server.page("articles/2024/raft"))

    built = build(root, "--site-dir", "built")
    assert built.returncode == 0, built.stdout + built.stderr
    pages = [path.removesuffix("/index.html") for path in contents(root / "built")]
    pages = [
        page for page in pages if page.startswith(("articles/", "actors/", "topics/", "notes"))
    ]
    anew = Server(root)
    try:
        eventually(lambda: "Three tolls brought" in anew.page(TALKS))
        assert shown(server, pages) == shown(anew, pages)
    finally:
        anew.stop()


def test_the_search_follows_the_pages(root, server):
    eventually(lambda: "The talks go on." in server.page(TALKS))
    before = server.found()
    note = root / f"{TALKS}.notes/tolls.md"
    text = note.read_text(encoding="utf-8").replace("Tolls brought", "Ferries brought")
    note.with_name("ferries.md").write_text(text, encoding="utf-8")
    eventually(lambda: "Ferries brought" in server.page(TALKS))
    eventually(lambda: server.found() == before + 1)
    note.with_name("ferries.md").unlink()
    eventually(lambda: "Ferries brought" not in server.page(TALKS))
    eventually(lambda: server.found() == before)


@pytest.fixture
def _hears_all():
    """Lets what is started here hear what `nohup` would keep away from it."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.usefixtures("_hears_all")
@pytest.mark.skipif(sys.platform == "win32", reason="what ends a process is POSIX's")
@pytest.mark.parametrize("ending", ["SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("program", [MKDOCS, POSTIL], ids=["mkdocs", "postil"])
def test_a_server_that_is_ended_leaves_nothing_behind(root, tmp_path, program, ending):
    passing = tmp_path / "passing"
    passing.mkdir()
    serving = Server(root, program, TMPDIR=str(passing))
    try:
        eventually(lambda: "The talks go on." in serving.page(TALKS))
        assert list(passing.iterdir())
        serving.process.send_signal(signal.Signals[ending])
        assert serving.process.wait(SECONDS) == 0
    finally:
        serving.process.kill()
    assert serving.page(TALKS) == ""
    assert list(passing.iterdir()) == []
    assert "Traceback" not in serving.said()

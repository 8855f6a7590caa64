"""The small parts of the engines: progress, the swap of sites, the order of an index."""

import io
import sys

from postil.engines.progress import progress
from postil.engines.swap import swap_in


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_hands_everything_on_and_is_silent_in_a_pipe(monkeypatch):
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    assert list(progress(range(200), "pages")) == list(range(200))
    assert pipe.getvalue() == ""


def test_progress_counts_on_a_terminal_and_leaves_a_clean_line(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert list(progress(range(120), "pages")) == list(range(120))
    assert "100 pages" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_a_finished_site_takes_the_place_of_the_last_one(tmp_path):
    for folder, text in (("site", "old"), ("site.building", "new"), ("site.old", "older")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "index.html").write_text(text, encoding="utf-8")
    (tmp_path / "site/gone.html").write_text("gone", encoding="utf-8")
    swap_in(tmp_path / "site.building")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert {path.name: path.read_text() for path in (tmp_path / "site").iterdir()} == {
        "index.html": "new"
    }


def test_the_first_site_needs_no_last_one(tmp_path):
    (tmp_path / "site.building").mkdir()
    swap_in(tmp_path / "site.building")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]

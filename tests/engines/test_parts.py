"""Progress on a terminal, and silence in a pipe."""

import io
import sys

from postil.engines.progress import progress


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

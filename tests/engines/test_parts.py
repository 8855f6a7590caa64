"""Progress on a terminal, and silence in a pipe."""

import io
import sys
from itertools import count

from postil.engines.progress import progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_hands_everything_on_and_is_silent_in_a_pipe(monkeypatch):
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    assert list(progress(range(200), "Texts", 200)) == list(range(200))
    assert pipe.getvalue() == ""


def test_progress_counts_on_a_terminal_and_leaves_a_clean_line(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    clock = count(step=0.1)
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    assert list(progress(range(1_000), "Texts", 1_000)) == list(range(1_000))
    assert "Texts: 502 of 1,000, 10 a second, 50 s left" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")

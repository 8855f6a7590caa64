"""In `serve` the search index follows the pages, and is broken off by the next save."""

import logging
from contextlib import ExitStack
from threading import Event

import pytest
from mkdocs.exceptions import Abort

from archives import write
from postil.engines import later
from postil.engines.staging import Staging
from postil.pages.page import Asset

SECONDS = 20


class Index:
    """An index in the making: its files, and what its maker does between them."""

    def __init__(self, *steps):
        self.steps = steps
        self.interrupted = Event()

    def finished(self):
        for step in self.steps:
            if callable(step):
                step(self)
            else:
                yield Asset(f"pagefind/{step}", step.encode())


@pytest.fixture(autouse=True)
def _pagefind(monkeypatch):
    monkeypatch.setattr(later, "_AFTER_THE_PAGE", 0)
    monkeypatch.setattr(later, "finished_index", Index.finished)
    monkeypatch.setattr(later, "interrupt_indexing", lambda index: index.interrupted.set())


@pytest.fixture
def staging(tmp_path):
    write(tmp_path, {"site/pagefind/old": "old", "site/index.html": "x"})
    (tmp_path / "site.building").mkdir()
    return Staging(tmp_path / "site")


def followed(index, staging, prepare=lambda: "prepared"):
    """What ends the making of an index, and an event that is set when it has ended."""
    ended, ending = Event(), ExitStack()
    ending.callback(ended.set)
    return later.finish_later(index, staging, ending, prepare), ended


def found(staging):
    return sorted(path.name for path in (staging.site / "pagefind").iterdir())


def fail(_):
    raise Abort("Pagefind is not installed.")


def wait_for_the_next_save(index):
    assert index.interrupted.wait(SECONDS)
    fail(index)


def test_a_finished_index_takes_the_place_of_the_last(staging):
    _, ended = followed(Index("new", "newer"), staging)
    assert ended.wait(SECONDS)
    assert found(staging) == ["new", "newer"]


def test_an_index_that_cannot_be_made_is_told_and_the_last_one_stays(staging, caplog):
    end, ended = followed(Index("new", fail), staging)
    assert ended.wait(SECONDS)
    end()
    assert found(staging) == ["old"]
    (told,) = caplog.records
    assert told.levelno == logging.ERROR
    assert told.message == "The search finds what it found before: Pagefind is not installed."


def test_the_next_save_breaks_an_index_off_without_a_word(staging, caplog):
    end, ended = followed(Index("new", wait_for_the_next_save), staging)
    assert not ended.wait(0.1)
    end()
    assert ended.is_set()
    assert found(staging) == ["old"]
    assert not caplog.records


def test_whoever_saved_gets_the_page_before_anything_follows(staging, monkeypatch):
    monkeypatch.setattr(later, "_AFTER_THE_PAGE", SECONDS)
    end, ended = followed(Index(fail), staging, lambda: pytest.fail("prepared at once"))
    assert not ended.wait(0.1)
    assert end() is None
    assert ended.is_set()
    assert found(staging) == ["old"]


def test_an_index_that_ends_with_the_server_is_no_fault(staging, caplog):
    failed = Event()
    end, ended = followed(Index("new", lambda _: failed.set(), fail), staging)
    assert failed.wait(SECONDS)
    end()
    assert ended.is_set()
    assert not caplog.records


def test_what_is_prepared_is_handed_over_to_the_next_build(staging):
    begun = Event()
    end, _ = followed(Index(lambda _: begun.set(), wait_for_the_next_save), staging)
    assert begun.wait(SECONDS)
    assert end() == "prepared"
    assert end() == "prepared"


def refuse():
    raise OSError


def test_what_cannot_be_prepared_is_left_to_the_next_build(staging, caplog):
    end, ended = followed(Index("new"), staging, refuse)
    assert ended.wait(SECONDS)
    assert end() is None
    assert found(staging) == ["new"]
    assert not caplog.records


def test_without_a_search_there_is_only_tidying_up(staging):
    end, ended = followed(None, staging)
    assert ended.wait(SECONDS)
    end()
    assert found(staging) == ["old"]

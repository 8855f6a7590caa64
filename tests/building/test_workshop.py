"""Texts are worked on anywhere, with all that they need and without other texts."""

import pickle
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from archives import FIXTURE, article, made_of, made_with, note, write
from postil import jobs
from postil.building.memory import NOTHING
from postil.building.workshop import Workshop
from postil.jobs import Crew
from postil.linking.link import lexicons
from postil.spool import Spool

POOLS = {
    "threads": lambda: ThreadPoolExecutor(4),
    "processes": lambda: ProcessPoolExecutor(2, get_context("spawn")),
}


@pytest.mark.parametrize("pool", POOLS.values(), ids=POOLS)
def test_whoever_works_on_texts_the_same_comes_out(pool, tmp_path, monkeypatch):
    monkeypatch.setattr(jobs, "_BATCH", 2_000)
    write(
        tmp_path,
        {path.relative_to(FIXTURE).as_posix(): path.read_bytes() for path in FIXTURE.rglob("*.md")}
        | {f"articles/2026/n{n}.md": article("Anna Berg.", topics=["trade"]) for n in range(60)}
        | {f"articles/2026/n{n}.notes/a.md": note(whole=True, quote=None) for n in range(60)}
        | {"articles/2026/wrong.md": article("[Gone](gone.md) <b>x</b>", topics=["trade"])},
    )
    with pool() as executor, TemporaryDirectory() as folder:
        crew = Crew(executor, lambda: 8)
        made = made_with(tmp_path, NOTHING, Spool(Path(folder)), spread=crew)
        fresh = made_of(tmp_path)
    assert made.composed.diagnostics == fresh.composed.diagnostics != ()
    assert made.pages == fresh.pages
    assert made.files == fresh.files
    assert made.home == fresh.home
    assert made.entries == fresh.entries


def test_no_text_travels_but_the_one_that_is_worked_on():
    site = made_of(FIXTURE).composed.shelf.site
    workshop = Workshop(site, lexicons(site.archive))
    sent = pickle.loads(pickle.dumps(workshop))
    assert sent.lexicons == workshop.lexicons
    for kind in ("articles", "actors", "topics", "analysts", "notes"):
        there, here = getattr(sent.site.archive, kind), getattr(site.archive, kind)
        assert any(record.body for record in here.values())
        assert not any(record.body for record in there.values())
        assert [it.data for it in there.values()] == [it.data for it in here.values()]

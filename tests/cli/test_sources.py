"""`postil sources`: what has vanished, and what is to be done about it."""

import json

import pytest
from click.testing import CliRunner

from archives import ARTICLE, NOTE, article, note
from postil.cli import sources as command
from postil.cli.main import main
from postil.cli.pull_request import safe_markdown
from postil.gathering.asking import Answer

LOST, KEPT, THERE = "https://a.example/lost", "https://b.example/kept", "https://c.example/there"
FILES = {
    ARTICLE: article(
        source={"outlet": "The Courier", "url": KEPT},
        archived=[{"url": "https://web.archive.org/web/2025/x", "at": "2025-03-05"}],
    ),
    NOTE: note(sources=[{"url": LOST, "title": "Lost"}, {"url": THERE, "title": "There"}]),
}
VERDICTS = {LOST: "gone", KEPT: "gone", THERE: "answers"}


@pytest.fixture
def run(archive, monkeypatch):
    def running(*words, verdicts=VERDICTS, files=FILES):
        monkeypatch.chdir(archive(files))
        answers = lambda urls: (Answer(it, verdicts[it], "status 404") for it in urls)  # noqa: E731
        monkeypatch.setattr(command, "ask_all", answers)
        return CliRunner().invoke(main, ["sources", *words])

    return running


def test_what_is_gone_is_told_with_the_files_that_name_it(run):
    done = run()
    assert done.exit_code == 1
    assert done.stdout.splitlines() == [
        f"gone: {LOST}: status 404: {NOTE}",
        f"gone: {KEPT}: status 404 (a copy is kept): {ARTICLE}",
    ]
    assert done.stderr == (
        "3 sources: 1 there, 2 gone (1 without a copy), 0 not shown to programs, 0 unsettled.\n"
    )


def test_with_a_copy_of_all_that_is_gone_it_ends_well(run):
    done = run("--format", "markdown", verdicts=VERDICTS | {LOST: "answers"})
    assert done.exit_code == 0
    assert done.stdout == "No source is gone without a copy.\n"


def test_for_machines_every_source_is_told(run):
    rows = json.loads(run("--format", "json").stdout)
    assert [(row["url"], row["verdict"]) for row in rows] == [
        (LOST, "gone"), (KEPT, "gone"), (THERE, "answers"),
    ]  # fmt: skip


def test_for_an_issue_an_address_is_code_and_calls_nobody(run):
    hostile = "https://a.example/@everyone![x](y)#1"
    files = {NOTE: note(sources=[{"url": hostile, "title": "x"}, {"url": THERE, "title": "y"}])}
    done = run("--format", "markdown", files=files, verdicts={hostile: "gone", THERE: "answers"})
    (line,) = [it for it in done.stdout.splitlines() if it.startswith("- ")]
    assert line == f"- `https://a.example/@everyone!%5Bx%5D(y)#1`: status 404. In `{NOTE}`."


def test_an_issue_is_no_longer_than_a_forge_takes(run, monkeypatch):
    monkeypatch.setattr(safe_markdown, "MOST_CHARACTERS", 2_000)
    urls = [f"https://a.example/{number}/{'x' * 100}" for number in range(100)]
    files = {NOTE: note(sources=[{"url": it, "title": "x"} for it in [*urls, THERE]])}
    verdicts = dict.fromkeys(urls, "gone") | {THERE: "answers"}
    done = run("--format", "markdown", files=files, verdicts=verdicts)
    assert len(done.stdout) < 2_100
    assert done.stdout.splitlines()[-1].endswith("more lines are left out here.")
    assert f"`{urls[0]}`" in done.stdout


def test_without_a_network_nothing_is_said_to_be_gone(run):
    done = run(verdicts=dict.fromkeys(VERDICTS, "gone"))
    assert done.exit_code == 1
    assert done.stderr == "Error: no source answered; is there a network here?\n"


def test_an_archive_without_sources_has_lost_none(run):
    done = run(files={})
    assert done.exit_code == 0

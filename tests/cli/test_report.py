"""`postil report`: what is told of a change, and how the command ends."""

import contextlib
import json
import re
import shutil

import pytest
from click.testing import CliRunner

from archives import ACTOR, ARTICLE, NOTE, TEXT, actor, article, note, write
from postil.cli.main import main
from repositories import commit, committed, git

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


@pytest.fixture
def root(archive):
    return committed(archive())


def report(folder, *words):
    """What the report says of the archive in `folder`."""
    with contextlib.chdir(folder):
        return CliRunner().invoke(main, ["report", *words])


def rows(folder):
    return json.loads(report(folder, "main", "--format", "json").stdout)


def test_where_nothing_changed_that_is_said(root):
    result = report(root, "main")
    assert result.exit_code == 0
    assert result.stdout == (
        "## What this changes for readers\n\nNothing that can be told has changed in the records.\n"
    )


def test_what_is_not_committed_counts_as_well(root):
    write(root, {ACTOR: actor(summary="Once a mediator.")})
    assert "`summary`: `A mediator.` → `Once a mediator.`" in report(root, "main").stdout


def test_a_note_whose_words_are_gone_is_told_with_what_it_stood_on(root):
    write(root, {ARTICLE: article(TEXT.replace("no text had been agreed", "little was said"))})
    result = report(root, "main")
    assert result.exit_code == 1
    assert "**The archive has 1 error now**" in result.stdout
    (told,) = rows(root)["notes"]
    assert (told["what"], told["before"]) == (
        "touched",
        {"state": "exact", "words": "no text had been agreed"},
    )
    assert told["after"] == {"state": "lost", "words": ""}
    assert "{+little was said+}" in told["again"]


def test_a_retracted_note_is_told_as_such(root):
    write(root, {NOTE: note(status="retracted", reason="There was one.")})
    result = report(root, "main")
    assert (result.exit_code, "**Retracted** `first`" in result.stdout) == (0, True)


def test_an_article_that_becomes_a_draft_loses_its_address(root):
    write(root, {ARTICLE: article(status="draft")})
    result = report(root, "main")
    assert result.exit_code == 1
    assert "**Removed** `Talks open in Vienna`" in result.stdout
    assert "`/articles/2025/vienna/ was published, and answers no more`" in result.stdout


def test_faults_of_the_earlier_state_are_counted(root):
    write(root, {ARTICLE: article(kind="tale")})
    commit(root)
    git(root, "branch", "--force", "worse")
    write(root, {ARTICLE: article()})
    result = report(root, "worse")
    assert result.exit_code == 0
    assert "Before the change the archive had" in result.stdout
    assert "**Added** `Talks open in Vienna`" in result.stdout


def test_an_article_in_another_folder_is_the_same_article(root):
    (root / "articles/2025").rename(root / "articles/2024")
    write(root, {"articles/2024/vienna.md": article(redirects=["2025/vienna"])})
    (told,) = rows(root)["records"]
    assert (told["what"], told["former"]) == ("renamed", ARTICLE)
    assert rows(root)["links"] == []


def test_two_reports_of_one_change_are_the_same(root):
    write(root, {ACTOR: actor(aliases=["talks", "Vienna"]), ARTICLE: article(f"{TEXT} Vienna.")})
    for form in ("markdown", "json"):
        first, second = (report(root, "main", "--format", form).stdout for _ in range(2))
        assert first == second


HOSTILE = "`x` @you #1 ](x) <img src=x> | \\` ``` :x: $a$ {{x}} אב https://e.example"


def test_outside_of_code_there_are_only_our_own_words(root):
    files = {
        f"articles/2025/a{n}.md": article(
            f"{HOSTILE} Anna Berg {HOSTILE}",
            title=HOSTILE,
            source={"outlet": HOSTILE},
            **{"x-y": HOSTILE},
        )
        for n in range(3)
    }
    write(root, files | {"articles/2025/a1.notes/n.md": note(quote=HOSTILE)})
    commit(root)
    git(root, "branch", "base")
    changed = {
        path: text.replace("Anna Berg", "Anna `Berg`, @me").replace(
            "title: ", 'summary: "@us"\ntitle: '
        )
        for path, text in files.items()
    }
    write(root, changed | {ACTOR: actor(aliases=["@you", "src"], summary=HOSTILE)})
    told = report(root, "base").stdout + report(root, "main").stdout
    assert "@you" in told
    for line in told.splitlines():
        rest = re.sub("`[^`]*`", "", line)
        assert re.fullmatch("(#+ |- )?[\\w ,.;:()*→\u2068\u2069]*", rest), line


def test_a_large_change_fits_into_a_comment(root):
    long = "@x" * 300
    files = {f"articles/2025/a{n}.md": article(f"{n}", title=f"{n} {long}") for n in range(300)}
    write(root, files | {ACTOR: actor(aliases=[f"{n} {long}" for n in range(30)])})
    result = report(root, "main")
    assert len(result.stdout) < 65_000
    assert "275 more articles" in result.stdout
    assert len(rows(root)["records"]) == 301


@pytest.mark.parametrize("words", [(), ("mian",), ("main", "--format", "xml"), ("main", "more")])
def test_wrong_usage_exits_with_2(root, words):
    assert report(root, *words).exit_code == 2

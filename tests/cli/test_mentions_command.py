"""`postil mentions`: a line per name, right and wrong."""

import json

import pytest
from click.testing import CliRunner

from archives import ARTICLE, NOTE, actor, article
from postil.cli.main import main

TEXT = """\
Berg opened the talks. Anna Berg said so.

## Anna Berg

*Berg* went to Anna Berg Square, with somebody."""

FILES = {
    ARTICLE: article(TEXT, mentions={"somebody": "tom-berg"}),
    NOTE: None,
    "articles/2024/draft.md": article(status="draft"),
    "articles/2024/earlier.md": article("Nobody."),
    "articles/2024/withdrawn.md": article("Anna Berg.", status="withdrawn"),
    "docs/actors/anna-berg.md": actor(weak_aliases=["Berg"], never=["Anna Berg Square"]),
    "docs/actors/tom-berg.md": actor(name="Tom Berg", weak_aliases=["Berg"]),
}


@pytest.fixture
def run(archive, monkeypatch):
    def running(*words, files=None):
        monkeypatch.chdir(archive(FILES | (files or {})))
        return CliRunner().invoke(main, ["mentions", *words])

    return running


def test_every_name_has_a_line_in_the_order_of_the_text(run):
    result = run("vienna")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        (
            f"{ARTICLE}:9:1  “Berg” left alone: weak, and the article does not say who is meant; "
            "may be anna-berg or tom-berg. Add who is meant to `actors`, or write "
            "`mentions: {Berg: anna-berg}`."
        ),
        f"{ARTICLE}:9:24  “Anna Berg” → anna-berg (strong)",
        f"{ARTICLE}:13:2  “Berg” → anna-berg (earlier)",
        (
            f"{ARTICLE}:13:16  “Anna Berg Square” left alone: under `never` of an actor. "
            "Write `mentions: {Anna Berg Square: an-actor}` if somebody is meant."
        ),
        f"{ARTICLE}:13:39  “somebody” → tom-berg (declared)",
    ]
    assert result.stderr == "3 links to 2 actors, 2 names left alone.\n"


def test_as_json_each_name_is_an_object_with_its_span_and_place(run):
    rows = json.loads(run("vienna", "--format", "json").stdout)
    assert rows[1] == {
        "article": "vienna",
        "path": ARTICLE,
        "line": 9,
        "column": 24,
        "start": 23,
        "end": 32,
        "words": "Anna Berg",
        "actor": "anna-berg",
        "rule": "strong",
    }
    assert rows[0].keys() ^ rows[1].keys() == {"actor", "rule", "candidates", "reason"}
    assert (rows[0]["candidates"], rows[0]["reason"]) == (["anna-berg", "tom-berg"], "weak")


@pytest.mark.parametrize(
    "asked", [(), ("vienna", "earlier"), (ARTICLE,), ("articles",), ("articles/2025/",), (".",)]
)
def test_articles_are_asked_for_by_id_file_or_folder(run, asked):
    assert run(*asked).stdout.count("\n") == 5


def test_an_article_without_names_has_no_lines(run):
    result = run("earlier", "withdrawn")
    assert result.stdout == ""
    assert result.stderr == "0 links to 0 actors, 0 names left alone.\n"


def test_a_path_is_taken_from_where_the_command_is_run(archive, monkeypatch):
    monkeypatch.chdir(archive(FILES) / "articles" / "2025")
    result = CliRunner().invoke(main, ["mentions", "vienna.md"])
    assert result.stdout.count("\n") == 5


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("viena", "there is no article “viena”; did you mean `vienna`?"),
        ("quux", "there is no article “quux”; give an id, a file or a folder"),
        ("docs/actors/anna-berg.md", "there is no article “docs/actors/anna-berg.md”"),
        ("../../etc", "there is no article “../../etc”"),
        ("", "an ARTICLE is empty"),
        ("\0", "there is no article"),
        ("x" * 10_000, f"there is no article “{'x' * 80}…”"),
        ("draft", "draft is a draft, and names are looked for in what is published"),
        ("articles/2024/draft.md", "names are looked for in what is published"),
    ],
)
def test_what_is_no_published_article_is_told_and_exits_with_2(run, asked, said):
    result = run(asked, files={"articles/2024/broken.md": "no front matter"})
    assert result.exit_code == 2
    assert said in result.stderr


def test_an_article_with_errors_is_told_of_and_exits_with_1(run):
    result = run("broken", files={"articles/2024/broken.md": "no front matter"})
    assert result.exit_code == 1
    assert "broken cannot be read; run `postil check articles/2024/broken.md`" in result.stderr


def test_an_archive_with_errors_is_shown_and_exits_with_1(run):
    result = run(files={"articles/2024/broken.md": "no front matter"})
    assert result.stdout.count("\n") == 5
    assert result.exit_code == 1
    assert result.stderr.endswith(
        "The archive has 1 error, and this may lack what they concern: run `postil check`.\n"
    )

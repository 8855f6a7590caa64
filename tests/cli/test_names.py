"""`postil names`: who answers to a name, what an alias would change, who has no record."""

import json

import pytest
from click.testing import CliRunner

from archives import ACTOR, ARTICLE, NOTE, actor, article
from postil.cli.main import main

TEXT = "Anna Berg opened the talks. Berg met Rafael Grossi there, and the Mediator. Tom Berg left."

FILES = {
    ARTICLE: article(TEXT),
    NOTE: None,
    "articles/2024/earlier.md": article("We met Rafael Grossi there. Berg came."),
    ACTOR: actor(weak_aliases=["Berg"]),
    "docs/actors/tom-berg.md": actor(name="Tom Berg"),
}


@pytest.fixture
def run(archive, monkeypatch):
    def running(*words, files=None):
        monkeypatch.chdir(archive(FILES | (files or {})))
        return CliRunner().invoke(main, ["names", *words])

    return running


def test_a_name_is_told_with_its_bearers_and_where_it_stands(run):
    result = run("Berg", "Anna Burg", "quux")
    assert result.exit_code == 0
    assert result.stdout == (
        "“Berg”\n"
        "  anna-berg (Anna Berg): weak, under `weak_aliases`\n"
        "  stands 4 times in 2 articles: 1 linked to anna-berg (earlier), 1 left alone (weak), "
        "2 in longer names, headings, links or code\n"
        "“Anna Burg”\n"
        "  nobody answers to it\n"
        "  names like it: “Anna Berg” (anna-berg), “Berg” (anna-berg)\n"
        "  stands in no article\n"
        "“quux”\n"
        "  nobody answers to it\n"
        "  stands in no article\n"
    )


def test_a_name_of_two_is_told_to_link_where_the_article_says_who(run):
    files = {"docs/actors/tom-berg.md": actor(name="Tom Berg", aliases=["Anna Berg"])}
    assert "strong for more than one" in run("Anna Berg", files=files).stdout


def test_an_alias_is_shown_with_all_that_it_would_change(run):
    result = run("Mediator", "--as", "anna-berg")
    assert result.exit_code == 0
    assert result.stdout == (
        "Adding “Mediator” to `aliases` of anna-berg would link 1 mention in 1 article.\n"
        f"  {ARTICLE}:8:67: 1 mention, “…Berg met Rafael Grossi there, and the Mediator. "
        "Tom Berg left.”\n"
        "To add it, write under `aliases` in docs/actors/anna-berg.md:\n"
        "  - Mediator\n"
    )


def test_an_alias_that_would_fail_the_check_says_so_and_exits_with_1(run):
    result = run("Anna Berg", "--as", "tom-berg")
    assert result.exit_code == 1
    assert "would unlink 2 mentions in 1 article" in result.stdout
    assert "[ambiguous-name]" in result.stdout


def test_a_weak_alias_goes_under_its_own_key(run):
    result = run("Mediator", "--as", "anna-berg", "--weak")
    assert "under `weak_aliases` in docs/actors/anna-berg.md:\n  - Mediator\n" in result.stdout


@pytest.mark.parametrize("name", ["Nobody Here", "Anna Berg"])
def test_a_name_that_changes_nothing_is_not_worth_a_line(run, name):
    said = run(name, "--as", "anna-berg").stdout
    assert said == f"Adding “{name}” to `aliases` of anna-berg would change nothing.\n"


def test_a_name_with_line_breaks_is_the_name_with_spaces(run):
    assert run("Anna\n Berg").stdout.startswith("“Anna Berg”\n  anna-berg (Anna Berg): strong")


def test_without_a_name_those_without_a_record_are_listed(run):
    assert run().stdout == (
        "2 mentions in 2 articles  Rafael Grossi  (articles/2024/earlier.md: "
        "“We met Rafael Grossi there. Berg came.”)\n"
    )


def test_everything_is_to_be_had_as_json(run):
    (berg,) = json.loads(run("Berg", "--format", "json").stdout)
    assert (berg["times"], berg["articles"], berg["left_alone"]) == (4, 2, {"weak": 1})
    (grossi,) = json.loads(run("--format", "json").stdout)
    assert (grossi["name"], grossi["mentions"], grossi["articles"]) == ("Rafael Grossi", 2, 2)
    assert grossi["sightings"][0] == {
        "article": "earlier",
        "start": 7,
        "end": 20,
        "words": "Rafael Grossi",
    }
    (adding,) = json.loads(run("Mediator", "--as", "anna-berg", "--format", "json").stdout)
    assert [change["after"]["words"] for change in adding["gained"]] == ["Mediator"]
    assert adding["lost"] == adding["changed"] == adding["faults"] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("",), "“” is no name: write a word as the texts have it"),
        (("…!",), "“…!” is no name"),
        (("\u200b",), "is no name"),
        (("x" * 10_000,), f"“{'x' * 80}…” is 10,000 characters long; a name has 4,000 at most"),
        (("Anna\u202eBerg",), "holds a hidden character, U+202E"),
        (("Anna", "--as", "anna-burg"), "there is no actor “anna-burg”; did you mean `anna-berg`?"),
        (("Anna", "--as", "quux"), "there is no actor “quux”; add docs/actors/quux.md first"),
        (("Anna", "--as", "../../x"), "there is no actor “../../x”"),
        (("--as", "anna-berg"), "--as takes one NAME"),
        (("Anna", "Berg", "--as", "anna-berg"), "--as takes one NAME; put a name of several words"),
        (("Anna", "--weak"), "--weak goes with --as ACTOR"),
    ],
)
def test_wrong_usage_is_told_and_exits_with_2(run, words, said):
    result = run(*words)
    assert result.exit_code == 2
    assert said in result.stderr


def test_outside_an_archive_nothing_is_guessed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["names", "Berg"])
    assert result.exit_code == 2
    assert "mkdocs.yml" in result.stderr


def test_an_archive_with_errors_is_shown_and_exits_with_1(run):
    result = run("Berg", files={"articles/2024/broken.md": "no front matter"})
    assert result.stdout.startswith("“Berg”")
    assert result.exit_code == 1
    assert "run `postil check`" in result.stderr

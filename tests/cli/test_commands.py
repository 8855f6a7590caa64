"""The commands, run right and run wrong."""

import json
import os

import pytest
from click.testing import CliRunner

from archives import ACTOR, ARTICLE, TEXT, actor, article, note
from postil.cli.main import main

BROKEN = {ARTICLE: article(tittle="x", kind="tale")}


@pytest.fixture
def run(archive, monkeypatch):
    def running(*words, files=None):
        monkeypatch.chdir(archive(files))
        return CliRunner().invoke(main, words)

    return running


def test_check_of_a_sound_archive_says_so_and_exits_with_0(run):
    result = run("check")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == "Nothing wrong: 1 article, 1 note.\n"


def test_check_tells_every_fault_and_exits_with_1(run):
    result = run("check", files=BROKEN)
    assert result.exit_code == 1
    told = [line for line in result.stdout.splitlines() if line.startswith(ARTICLE)]
    assert [line.split("[")[1].split("]")[0] for line in told] == ["unknown-key", "wrong-value"]


def test_a_check_writes_down_what_it_made_anew_and_leaves_the_rest(run, tmp_path, monkeypatch):
    monkeypatch.setenv("POSTIL_CACHE", str(tmp_path / "cache"))
    texts = {f"articles/2025/a{n}.md": article(f"Text {n}.", title=f"No. {n}") for n in range(150)}
    assert run("check", files=texts).exit_code == 0
    first = set((tmp_path / "cache").glob("*/tables/texts/*"))
    assert run("check", files={ARTICLE: article(f"{TEXT} The end.")}).exit_code == 0
    second = set((tmp_path / "cache").glob("*/tables/texts/*"))
    assert len(second - first) == len(first - second) == 1


def test_check_as_json_and_for_github_give_the_same_faults(run):
    rows = json.loads(run("check", "--format", "json", files=BROKEN).stdout)
    lines = run("check", "--format", "github", files=BROKEN).stdout.splitlines()
    assert len(rows) == len(lines) == 2
    for row, line in zip(rows, lines, strict=True):
        assert line.startswith(f"::error file={row['path']},line={row['line']},col={row['column']}")


def test_no_contributed_byte_starts_a_command_of_its_own(run):
    files = {ARTICLE: article(kind="x\n::error::y%0A")}
    lines = run("check", "--format", "github", files=files).stdout.splitlines()
    assert len(lines) == 1


def test_a_path_chooses_what_is_told_with_the_notes_on_it(run):
    files = {ARTICLE: article("Other words.")}
    assert "lost-quote" in run("check", ARTICLE, files=files).stdout
    assert run("check", ACTOR, files=files).exit_code == 0


def test_a_folder_chooses_what_lies_in_it(run):
    files = {ARTICLE: article(kind="tale"), ACTOR: actor(type="Cat")}
    assert run("check", "docs", files=files).stdout.count("\n") == 1
    assert run("check", "docs", "articles", files=files).stdout.count("\n") == 2
    assert run("check", "docs/topics", files=files).exit_code == 0


def test_a_check_may_be_run_from_any_folder_of_the_archive(archive, monkeypatch):
    monkeypatch.chdir(archive(BROKEN) / "docs" / "actors")
    result = CliRunner().invoke(main, ["check", "../../articles"])
    assert result.exit_code == 1
    assert f"{ARTICLE}:6:1: [unknown-key]" in result.stdout


def test_a_warning_is_told_and_does_not_fail_the_check(run):
    result = run("check", files={ARTICLE: article(mentions={"Bergen": "anna-berg"})})
    assert result.exit_code == 0
    assert "[unused-mention]" in result.stdout
    assert result.stderr == "0 errors, 1 warning.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "nowhere"), "there is no nowhere"),
        (("check", "--format", "xml"), "xml"),
        (("chekc",), "chekc"),
        (("schema", "poem"), "poem"),
        (("check", "/"), "is not in the archive"),
    ],
)
def test_wrong_usage_is_told_and_exits_with_2(run, words, said):
    result = run(*words)
    assert result.exit_code == 2
    assert said in result.stderr


def test_outside_an_archive_nothing_is_guessed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 2
    assert "mkdocs.yml" in result.stderr


def test_the_schema_comes_from_the_model(run):
    schemas = json.loads(run("schema").stdout)
    assert list(schemas) == ["article", "actor", "topic", "analyst", "note"]
    schema = json.loads(run("schema", "note").stdout)
    assert schema == schemas["note"]
    assert schema["required"] == ["by", "date"]
    assert "verbatim" in schema["properties"]["quote"]["description"]


def test_materialise_writes_every_page_and_the_data(run, tmp_path):
    result = run("materialise", "out")
    assert result.exit_code == 0
    page = (tmp_path / "out/articles/2025/vienna/index.md").read_text()
    assert page.startswith('---\ntitle: "Talks open in Vienna"\n')
    assert 'id="note-first"' in page
    assert (tmp_path / "out/data/notes.jsonl").is_file()
    assert run("materialise", "out").exit_code == 2


def test_materialise_of_a_faulty_archive_writes_nothing(run, tmp_path):
    files = {"articles/2025/vienna.notes/x.md": note(by="nobody")}
    assert run("materialise", "out", files=files).exit_code == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("form", ["text", "json", "github"])
@pytest.mark.parametrize("name", [b"x\n::error::y.md", b"\xff\xfe.md", "\u202ex.md".encode()])
def test_a_hostile_file_name_is_told_like_any_other(archive, monkeypatch, form, name):
    root = archive()
    (root / "articles/2025" / os.fsdecode(name)).write_text("", encoding="utf-8")
    monkeypatch.chdir(root)
    result = CliRunner().invoke(main, ["check", "--format", form])
    assert result.exit_code == 1
    if form == "json":
        assert [row["code"] for row in json.loads(result.stdout)] == ["file-name"]
    else:
        (line,) = result.stdout.splitlines()
        assert line.isprintable()
        assert "file-name" in line


def test_what_the_machine_does_is_told_in_a_line(run, tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("x")
    result = run("materialise", str(in_the_way / "pages"))
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1].endswith("is a file where a folder belongs. Rename it.")

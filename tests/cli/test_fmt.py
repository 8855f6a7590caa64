"""`postil fmt`, run right and run wrong."""

import pytest
from click.testing import CliRunner

from archives import ACTOR, ANALYST, MINIMAL, TOPIC
from postil.cli.main import main
from postil.editing import files

BODY = "summary: x\r\n---\r\n\r\nA  profile. \r\n"
ROUGH = f"\ufeff---\r\n# who\r\ntype: Person\r\nname: 'Anna Berg'\r\n{BODY}"
NEAT = f"\ufeff---\r\nname: Anna Berg\r\n# who\r\ntype: Person\r\n{BODY}"
SOUND = {path: None for path in MINIMAL if path.endswith(".md")} | {
    TOPIC: "---\nname: Talks\nsummary: Who talks.\n---\n"
}


@pytest.fixture
def run(archive, monkeypatch):
    def running(*words, files=None):
        monkeypatch.chdir(archive(SOUND | (files or {})))
        return CliRunner().invoke(main, ["fmt", *words])

    return running


def test_it_says_which_files_it_changed_and_keeps_every_byte_below(run, tmp_path):
    result = run(files={ACTOR: ROUGH})
    assert (result.exit_code, result.stdout) == (0, f"{ACTOR}\n"), result.output
    assert result.stderr == "1 file of 2 changed.\n"
    assert (tmp_path / ACTOR).read_bytes().decode() == NEAT


def test_what_is_in_form_is_not_written(run, monkeypatch):
    monkeypatch.setattr(files, "replace", None)
    result = run()
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "0 files of 1 changed.\n"


def test_check_changes_nothing_and_gives_the_command_that_mends(run, tmp_path):
    result = run("--check", files={ACTOR: ROUGH})
    assert result.exit_code == 1
    assert result.stdout == f"{ACTOR}: not in canonical form; run `postil fmt {ACTOR}`\n"
    assert (tmp_path / ACTOR).read_bytes().decode() == ROUGH
    assert run("--check", TOPIC).exit_code == 0


def test_a_file_that_cannot_be_read_is_left_alone_and_the_others_go_on(run, tmp_path):
    broken = "---\nname: &a x\n---\n"
    result = run(files={ACTOR: ROUGH, ANALYST: broken})
    assert result.exit_code == 1
    assert result.stdout == f"{ACTOR}\n"
    assert f"{ANALYST}:2:7: [yaml-feature]" in result.stderr
    assert (tmp_path / ANALYST).read_text(encoding="utf-8") == broken


@pytest.mark.parametrize("asked", [ACTOR, "docs/actors", "docs/actors/", "docs"])
def test_paths_choose(run, asked):
    assert run(asked, files={ACTOR: ROUGH}).stdout == f"{ACTOR}\n"


@pytest.mark.parametrize("asked", ["docs/nobody.md", "..", "/etc", "mkdocs.yml", "docs/topic"])
def test_a_path_without_a_record_is_told_of(run, asked):
    result = run(asked)
    assert result.exit_code == 2
    assert f"there is no record at {asked}" in result.stderr


def test_a_link_is_neither_followed_nor_replaced(run, tmp_path, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "anna-berg.md"
    outside.write_bytes(ROUGH.encode())
    (tmp_path / "docs/actors").mkdir(parents=True)
    (tmp_path / "docs/actors/linked.md").symlink_to(outside)
    result = run("docs/actors/linked.md")
    assert result.exit_code == 1
    assert "docs/actors/linked.md:1:1: [file-kind]" in result.stderr
    assert outside.read_bytes() == ROUGH.encode()

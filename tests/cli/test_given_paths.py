"""Paths as people give them: from where they are, as commands print them, or empty."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from archives import ARTICLE, NOTE, article, note
from postil.cli.main import main

POSTIL = Path(sys.executable).with_name("postil")


@pytest.mark.parametrize(
    "words",
    [
        ("check", ""),
        ("fmt", ""),
        ("fmt", ARTICLE, ""),
        ("mentions", ""),
        ("notes", "accept", ""),
        ("notes", "retract", "", "--reason", "x"),
    ],
)
def test_an_empty_path_stands_for_nothing(archive, monkeypatch, words):
    monkeypatch.chdir(archive())
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 2
    assert "is empty" in result.stderr


@pytest.mark.parametrize("path", [ARTICLE, "vienna.md", "../../articles/2025"])
@pytest.mark.parametrize("command", ["check", "fmt", "mentions"])
def test_what_a_command_prints_can_be_given_to_the_next_in_any_folder(
    archive, monkeypatch, command, path
):
    monkeypatch.chdir(archive() / "articles/2025")
    result = CliRunner().invoke(main, [command, path])
    assert result.exit_code == 0, result.output


def test_a_note_is_named_by_its_path_from_the_root_in_any_folder(archive, monkeypatch):
    root = archive({NOTE: note(quote="no text had been agreed on")})
    monkeypatch.chdir(root / "docs")
    result = CliRunner().invoke(main, ["notes", "retract", NOTE, "--reason", "Wrong."])
    assert result.exit_code == 0, result.output
    assert "status: retracted" in (root / NOTE).read_text(encoding="utf-8")


def test_whoever_stops_reading_is_told_nothing(archive):
    files = {f"articles/2024/a{n}.md": article(actors=[f"gone{n}"]) for n in range(2_000)}
    line = f"{POSTIL} check | head -n 1"
    told = subprocess.run(
        line, shell=True, cwd=archive(files), capture_output=True, text=True, check=False
    )
    assert "[unknown-actor]" in told.stdout
    assert told.stderr == ""


def test_what_a_terminal_cannot_show_is_spelt_out(archive):
    text = article("Anna Berg sagt „Київ“.", mentions={"Київ": "anna-berg"})
    root = archive({ARTICLE: text, NOTE: None})
    told = subprocess.run(
        [POSTIL, "mentions"],
        cwd=root,
        env={**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert rb"\u041a\u0438\u0457\u0432" in told.stdout

"""`postil init`: what is in a folder before and after."""

import json
from types import SimpleNamespace

import pytest
import yaml
from click.testing import CliRunner
from packaging.requirements import Requirement

from archives import REPOSITORY
from postil.cli.main import main


def init(*words):
    return CliRunner().invoke(main, ["init", *map(str, words)])


def paths(folder):
    return {it.relative_to(folder).as_posix() for it in folder.rglob("*") if it.is_file()}


def test_a_new_archive_has_nothing_wrong(tmp_path, monkeypatch):
    done = init(tmp_path / "new" / "archive")
    assert done.exit_code == 0
    assert "make site" in done.stderr
    monkeypatch.chdir(tmp_path / "new" / "archive")
    checked = CliRunner().invoke(main, ["check"])
    assert checked.output == "Nothing wrong: 1 article, 1 note.\n"
    assert CliRunner().invoke(main, ["fmt", "--check"]).exit_code == 0


def test_its_name_and_language_are_what_was_said(tmp_path):
    name = 'Häfen: "die Fähre" #1 $x'
    assert init(tmp_path / "a", "--name", name, "--language", "de-CH").exit_code == 0
    settings = yaml.safe_load((tmp_path / "a/mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["site_name"] == name
    assert settings["extra"]["archive"]["language"] == "de-CH"
    assert settings["theme"]["language"] == "de"  # Material has no Swiss German
    assert (tmp_path / "a/README.md").read_text(encoding="utf-8").startswith(f"# {name}\n")


ORIGINS = [
    (None, "postil==0.3"),
    ({"url": "https://example.org/postil.git", "vcs_info": {"vcs": "git", "commit_id": "5eed"}},
     "postil @ git+https://example.org/postil.git@5eed"),
    ({"url": "https://example.org/p.whl", "archive_info": {"hashes": {"sha256": "5eed"}}},
     "postil @ https://example.org/p.whl#sha256=5eed"),
    ({"url": "https://example.org/p.whl", "archive_info": {}},
     "postil @ https://example.org/p.whl"),
    ({"url": "file:///a%20b/postil", "dir_info": {"editable": True}},
     "postil @ file:///a%20b/postil"),
]  # fmt: skip


@pytest.mark.parametrize(("origin", "line"), ORIGINS)
def test_an_archive_asks_for_the_postil_that_began_it(tmp_path, monkeypatch, origin, line):
    written = None if origin is None else json.dumps(origin)
    here = SimpleNamespace(version="0.3", read_text={"direct_url.json": written}.get)
    monkeypatch.setattr("postil.cli.init.distribution", lambda _: here)
    told = init(tmp_path / "a").stderr
    required = (tmp_path / "a/requirements.txt").read_text(encoding="utf-8").splitlines()
    assert required[-1] == line
    assert Requirement(required[-1]).name == "postil"
    assert ("Before others build the archive" in told) == ("file:" in line)


def test_its_forge_does_what_the_forge_of_this_archive_does(tmp_path):
    init(tmp_path / "a")
    shared = {it for it in paths(tmp_path / "a") if it.startswith((".github/", ".gitlab-ci"))}
    assert ".github/workflows/comment.yml" in shared
    assert ".github/ISSUE_TEMPLATE/note.yml" in shared
    for path in shared:
        assert (tmp_path / "a" / path).read_bytes() == (REPOSITORY / path).read_bytes()


def test_what_its_workflows_run_is_in_its_makefile(tmp_path):
    init(tmp_path / "a")
    made = (tmp_path / "a/Makefile").read_text(encoding="utf-8")
    workflows = [*(tmp_path / "a/.github/workflows").iterdir(), tmp_path / "a/.gitlab-ci.yml"]
    text = "\n".join(path.read_text(encoding="utf-8") for path in workflows)
    targets = {word for line in text.splitlines() if (word := _target(line))}
    assert {"ready", "site", "publishable"} <= targets
    assert [it for it in targets if f"\n{it}:" not in made] == []
    assert "tests/" not in text


def _target(line):
    before, made, after = line.partition("make ")
    return after.split()[0] if made and before.strip() in {"-", "- run:"} else None


@pytest.mark.parametrize("inside", ["x.md", "docs/index.md", ".hidden"])
def test_a_folder_with_anything_in_it_is_left_alone(tmp_path, inside):
    file = tmp_path / inside
    file.parent.mkdir(exist_ok=True)
    file.write_text("mine", encoding="utf-8")
    done = init(tmp_path)
    assert done.exit_code == 2
    assert "is not empty; name an empty folder, or one that is new" in done.stderr
    assert paths(tmp_path) == {inside}


def test_a_repository_without_files_is_empty(tmp_path):
    (tmp_path / ".git").mkdir()
    assert init(tmp_path).exit_code == 0


def test_no_archive_is_begun_within_another(tmp_path):
    assert init(tmp_path / "one").exit_code == 0
    done = init(tmp_path / "one" / "docs" / "two")
    assert done.exit_code == 2
    assert f"lies in the archive {tmp_path / 'one'}; name a folder outside it" in done.stderr
    assert not (tmp_path / "one" / "docs" / "two").exists()


def test_a_site_without_articles_is_no_archive(tmp_path):
    (tmp_path / "mkdocs.yml").touch()
    assert init(tmp_path / "news").exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--language", "English"), "“English” is no language tag; write one such as en"),
        (("--language", "en\nx"), "is no language tag"),
        (("--name", " "), "--name: write the archive's name on one line"),
        (("--name", "a\nb"), "--name: write the archive's name on one line"),
    ],
)
def test_what_is_no_name_or_language_is_told(tmp_path, words, said):
    done = init(tmp_path / "a", *words)
    assert done.exit_code == 2
    assert said in done.stderr
    assert not (tmp_path / "a").exists()


def test_a_folder_that_cannot_be_made_is_told_in_a_line(tmp_path):
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    done = init(tmp_path / "file" / "archive")
    assert done.exit_code == 1
    (line,) = done.stderr.splitlines()
    assert line.endswith("is a file where a folder belongs. Rename it.")

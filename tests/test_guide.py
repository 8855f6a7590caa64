"""The guide knows every command, option and field, and its first page works as it is written."""

import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

import click
import pytest

from archives import REPOSITORY
from fields import PAGE, keys_within, page
from postil.cli.main import main
from postil.reading.schema import RECORD_TYPES

GUIDE = REPOSITORY / "docs/contributing"
TEXTS = {
    path.name: path.read_text(encoding="utf-8")
    for path in [*GUIDE.glob("*.md"), REPOSITORY / "README.md"]
}


def commands(group: click.Group, name: str) -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, by what one types."""
    context = click.Context(group)
    for word in group.list_commands(context):
        command = group.get_command(context, word)
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {word}")
        else:
            yield f"{name} {word}", command


COMMANDS = dict(commands(main, "postil"))


def pages_on(command: str) -> list[str]:
    return [text for text in TEXTS.values() if re.search(rf"{command}\b", text)]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_guide(command):
    assert pages_on(command)


@pytest.mark.parametrize(
    ("command", "option"),
    [
        (command, max(option.opts, key=len))
        for command, it in COMMANDS.items()
        for option in it.params
        if isinstance(option, click.Option)
    ],
)
def test_every_option_is_on_a_page_with_its_command(command, option):
    assert any(re.search(rf"(?<![\w-]){option}(?![\w-])", text) for text in pages_on(command))


def test_every_page_of_the_guide_is_on_its_first():
    named = set(re.findall(r"\]\(([a-z-]+\.md)", TEXTS["index.md"]))
    assert named == {path.name for path in GUIDE.glob("*.md")} - {"index.md"}


def test_every_field_is_in_the_guide_as_the_model_has_it():
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make fields`"


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_records_has_the_fields_in_the_models_order(kind):
    section = re.search(
        rf"^## {kind.title()}\n(.+?)(?=^## |\Z)", TEXTS["records.md"], re.MULTILINE | re.DOTALL
    )[1]
    rows = re.findall(r"^\| (\*\*)?`([a-z_0-9]+)`(?:\*\*)? \|", section, re.MULTILINE)
    keys, required = keys_within(kind)[kind]
    assert [key for _, key in rows][: len(keys)] == keys
    bold = {key for mark, key in rows[: len(keys)] if mark}
    assert bold - {"quote"} == required  # which `whole` may stand in for


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_records_names_the_keys_within_keys(kind):
    inner = [key for name, (keys, _) in keys_within(kind).items() if name != kind for key in keys]
    assert [key for key in inner if f"`{key}`" not in TEXTS["records.md"]] == []


# The first page


@pytest.fixture(scope="module")
def origin(tmp_path_factory):
    """A repository with the files of this one, as they stand, to be cloned."""
    root = tmp_path_factory.mktemp("origin") / "archive"
    listed = git(REPOSITORY, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for path in filter(None, listed.split("\0")):
        if (REPOSITORY / path).is_file() and not path.startswith("tests/"):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(REPOSITORY / path, root / path)
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "All of it")
    return root


def git(root: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", *words], cwd=root, env=environment(), capture_output=True, text=True, check=True
    )
    return done.stdout


def environment() -> dict[str, str]:
    who = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Ada Novak"), ("EMAIL", "ada@example.org"))
    }
    return {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "MAKEFLAGS": ""}


def installed_in(root: Path) -> None:
    """Puts in the place of what `make` would install what is installed here."""
    (root / ".venv").mkdir()
    (root / ".venv/bin").symlink_to(Path(sys.executable).parent)
    (root / ".venv/.ready").touch()


def run(line: str, folder: Path) -> str:
    done = subprocess.run(
        ["sh", "-c", line], cwd=folder, env=environment(), capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def served(folder: Path, address: str) -> str:
    """A page of `make serve`, at an address of its own: the port may be another's."""
    port = 8600 + os.getpid() % 1000
    command = [".venv/bin/postil", "serve", "--address", f"127.0.0.1:{port}"]
    with subprocess.Popen(
        command, cwd=folder, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as serving:
        try:
            return _page(address.replace(":8000", f":{port}"))
        finally:
            serving.terminate()


def _page(address: str) -> str:
    until = time.monotonic() + 120
    while True:
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return answer.read().decode()
        except (URLError, ConnectionError):
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def test_a_note_is_added_by_the_commands_of_the_first_page(origin, tmp_path):
    text = TEXTS["index.md"]
    blocks = re.findall(r"^```sh\n(.+?)^```", text, re.MULTILINE | re.DOTALL)
    address = re.search(r"`(http://127\.0\.0\.1:8000/\S+)`", text)[1]
    lines = "".join(blocks).replace("\\\n", " ").replace("ADDRESS", str(origin)).splitlines()
    folder = tmp_path
    said = []
    for line in lines:
        if line.startswith("cd "):
            folder /= line.removeprefix("cd ")
            installed_in(folder)
        elif line == "make serve":
            assert "make serve" in blocks[-2]
            html = served(folder, address)
        else:
            said.append(run(line, folder))
    assert sum("Nothing wrong" in it for it in said) == 2
    assert f'id="{address.partition("#")[2]}"' in html
    (written,) = re.findall(r"^```markdown\n(.+?)^```", text, re.MULTILINE | re.DOTALL)
    (path,) = git(origin, "diff", "--name-only", "main", "note-on-geneva").split()
    assert f"`{path}`" in text
    proposed = git(origin, "show", f"note-on-geneva:{path}")
    of_today = re.compile(r"^date: .+$", re.MULTILINE)
    by_hand, by_command = (of_today.sub("", it).split() for it in (written, proposed))
    assert [it for it in by_hand if it not in ("kind:", "context")] == [
        it for it in by_command if it not in ("kind:", "context")
    ]

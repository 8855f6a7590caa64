"""What the check and the report say of pull requests, as it was last approved.

`pytest tests/pull_requests --snapshot-update` approves it as it is now; read the diff.
"""

import contextlib
import shutil

import pytest
from click.testing import CliRunner
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from archives import write
from postil.cli.main import main
from pull_requests.cases import BASE, CASES
from repositories import commit, committed, git

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


class _TextFile(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT


class Told(_TextFile):
    """What a command prints, with its exit status."""

    file_extension = "txt"


class Comment(_TextFile):
    """A report that a forge shows."""

    file_extension = "md"


class Rows(_TextFile):
    """A report for programs."""

    file_extension = "json"


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """The archive where pull requests begin, committed as `main`."""
    folder = tmp_path_factory.mktemp("repository")
    write(folder, BASE)
    return committed(folder)


@pytest.fixture
def proposed(repository, tmp_path):
    """Makes a clone in which files are added, replaced or taken out, and committed."""

    def made(files):
        clone = tmp_path / "clone"
        git(tmp_path, "clone", str(repository), str(clone))
        for path in (path for path, content in files.items() if content is None):
            (clone / path).unlink()
        write(clone, files)
        if git(clone, "status", "--porcelain"):
            commit(clone)
        return clone

    return made


def run(folder, *words):
    """What a command says of the archive in `folder`."""
    with contextlib.chdir(folder):
        return CliRunner().invoke(main, words)


@pytest.mark.parametrize("case", CASES)
def test_check(proposed, case, snapshot):
    result = run(proposed(CASES[case]), "check", "--since", "origin/main", "--format", "github")
    assert f"{result.stdout}exit status {result.exit_code}\n" == snapshot(extension_class=Told)


@pytest.mark.parametrize("case", CASES)
def test_report(proposed, case, snapshot):
    result = run(proposed(CASES[case]), "report", "origin/main")
    assert f"{result.stdout}\nExit status {result.exit_code}\n" == snapshot(extension_class=Comment)


@pytest.mark.parametrize("case", CASES)
def test_report_as_json(proposed, case, snapshot):
    result = run(proposed(CASES[case]), "report", "origin/main", "--format", "json")
    assert result.stdout == snapshot(extension_class=Rows)

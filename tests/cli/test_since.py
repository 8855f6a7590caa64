"""`postil check --since`: the notes that a change touches and the addresses that it loses."""

import contextlib
import json
import shutil

import pytest
from click.testing import CliRunner

from archives import ARTICLE, MINIMAL, NOTE, TEXT, article, note, write
from postil.cli import revision
from postil.cli.main import main
from repositories import commit, committed, git

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

CHANGED = {ARTICLE: article(TEXT.replace("no text", "no short text"))}


@pytest.fixture
def root(archive):
    return committed(archive())


def check(folder, *words):
    """What a check says of the archive in `folder`."""
    with contextlib.chdir(folder):
        return CliRunner().invoke(main, ["check", *words])


def test_nothing_is_told_where_nothing_changed(root):
    result = check(root, "--since", "main")
    assert (result.exit_code, result.stdout) == (0, "")


def test_what_lies_here_as_it_did_then_is_not_asked_of_git(root, monkeypatch):
    def refuse(*_):
        raise AssertionError

    monkeypatch.setattr(revision, "stored", refuse)
    assert check(root, "--since", "main").exit_code == 0


def test_a_touched_note_is_told_beside_the_error(root):
    write(root, CHANGED)
    result = check(root, "--since", "main")
    told = result.stdout.splitlines()
    assert [line.partition("]")[0] for line in told] == [
        f"{NOTE}:4:8: [changed-quote",
        f"{NOTE}:4:8: [touched-note",
    ]
    assert "“no {+short+} text had been agreed”" in told[1]
    assert result.exit_code == 1
    assert result.stderr == "1 error, 1 warning.\n"


def test_a_touched_note_that_was_quoted_anew_is_a_warning(root):
    write(root, CHANGED | {NOTE: note(quote="no short text had been agreed")})
    commit(root)
    result = check(root, "--since", "HEAD~1")
    assert (result.exit_code, result.stderr) == (0, "0 errors, 1 warning.\n")
    assert check(root).stdout == ""


def test_an_address_that_is_lost_fails_the_check(root):
    (root / NOTE).unlink()
    result = check(root, "--since", "main")
    assert result.exit_code == 1
    assert result.stdout == (
        f"{NOTE}:1:1: [lost-address] /articles/2025/vienna/#note-first was published, and answers "
        "no more. Bring the note back; if it is wrong, with `status: retracted` and a `reason:`.\n"
    )
    write(root, {NOTE: note(status="retracted", reason="There was one.")})
    assert check(root, "--since", "main").exit_code == 0


def test_an_article_in_the_folder_of_another_year_keeps_its_address_by_a_redirect(root):
    moved = "articles/2024/vienna.md"
    (root / "articles/2025").rename(root / "articles/2024")
    (line,) = check(root, "--since", "main").stdout.splitlines()
    assert line.startswith(f"{moved}:1:1: [lost-address] /articles/2025/vienna/ was published")
    assert line.endswith(f"Write `redirects: [2025/vienna]` in {moved}.")
    write(root, {moved: article(redirects=["2025/vienna"])})
    assert check(root, "--since", "main").stdout == ""


def test_all_formats_carry_it(root):
    write(root, CHANGED)
    rows = json.loads(check(root, "--since", "main", "--format", "json").stdout)
    assert [(row["code"], row["severity"]) for row in rows] == [
        ("changed-quote", "error"),
        ("touched-note", "warning"),
    ]
    lines = check(root, "--since", "main", "--format", "github").stdout.splitlines()
    assert lines[1].startswith(f"::warning file={NOTE},line=4,col=8,title=touched-note::")


def test_paths_choose_what_is_told(root):
    write(root, CHANGED)
    assert "touched-note" in check(root, ARTICLE, "--since", "main").stdout
    assert check(root, "docs", "--since", "main").stdout == ""


@pytest.mark.parametrize("revision", ["main", "HEAD", "v1", "main^{tree}~0"])
def test_a_revision_may_have_any_of_its_names(root, revision):
    git(root, "tag", "--annotate", "v1", "--message", "x")
    result = check(root, "--since", revision)
    assert result.exit_code == (2 if "tree" in revision else 0)


def test_the_archive_may_lie_in_a_folder_of_the_repository(tmp_path):
    root = tmp_path / "news" / "archive"
    write(root, MINIMAL)
    committed(tmp_path)
    write(root, CHANGED)
    assert "touched-note" in check(root / "docs", "--since", "main").stdout


@pytest.mark.parametrize(
    "revision", ["mian", "", "--output=x", "main:mkdocs.yml", "HEAD~9", "main\nmain", "a" * 9999]
)
def test_what_is_no_revision_is_told_in_one_line(root, revision):
    result = check(root, f"--since={revision}")
    assert result.exit_code == 2
    assert "is no revision of this repository; write a branch" in result.stderr
    assert git(root, "status", "--short") == ""


def test_a_shallow_clone_that_lacks_the_revision_is_told_what_to_fetch(root, tmp_path):
    write(root, CHANGED)
    commit(root)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--depth", "1", root.as_uri(), str(clone))
    result = check(clone, "--since", "HEAD~1")
    assert result.exit_code == 2
    assert "this clone is shallow and does not have “HEAD~1”; run `git fetch" in result.stderr


def test_outside_a_repository_git_says_so(archive, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", "/")
    result = check(archive(), "--since", "main")
    assert result.exit_code == 2
    assert (
        "needs the archive’s git repository, and all of it: a clone, not a download; git says: not"
        in result.stderr
    )


def test_a_machine_without_git_is_told_so(root, monkeypatch):
    monkeypatch.setenv("PATH", "")
    result = check(root, "--since", "main")
    assert result.exit_code == 2
    assert "an earlier state needs git, and there is none on this machine" in result.stderr


def test_links_and_faults_of_the_revision_are_passed_over(root, tmp_path):
    secret = tmp_path.parent / "secret.md"
    secret.write_text(note(quote="30 days"), encoding="utf-8")
    (root / NOTE).with_name("linked.md").symlink_to(secret)
    write(root, {"articles/2025/broken.md": "---\ntitle: [\n---\n", "articles/2025/x.md": b"\xff"})
    write(root, {"articles/2025/long.md": "x" * 1_000_001, "articles/2025/Y.md": "y"})
    commit(root)
    for name in ("broken", "x", "long", "Y"):
        (root / f"articles/2025/{name}.md").unlink()
    (root / NOTE).with_name("linked.md").unlink()
    result = check(root, "--since", "main")
    assert (result.exit_code, result.stdout) == (0, "")


def test_a_repository_that_hides_files_or_changes_them_hides_nothing(root):
    write(root, {"articles/.gitattributes": "* export-ignore filter=shout eol=crlf\n"})
    git(root, "config", "filter.shout.smudge", "tr a-z A-Z")
    commit(root)
    write(root, CHANGED)
    assert "“no {+short+} text had been agreed”" in check(root, "--since", "main").stdout

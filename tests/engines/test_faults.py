"""What machines do to a build: each is told in one line, and the last site stays untouched."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from engine import ENVIRONMENT, build, contents
from mkdocs.exceptions import Abort

from postil.cli.main import main
from postil.engines import steady

FAILING = str(Path(__file__).parent / "failing_machine")
MKDOCS = (sys.executable, "-m", "mkdocs", "build")
POSTIL = (sys.executable, "-c", "from postil.cli.main import main; main()", "build")
TALKS = "articles/2025/lorn-talks.md"
ELSEWHERE = "Give it, or name another folder with --site-dir."
STAYS = "Nothing was published, and the last site stays as it is."


@pytest.fixture(scope="module")
def built_root(module_root, built):  # noqa: ARG001 -- it is built
    """An archive with a good site."""
    return module_root


@pytest.fixture(scope="module")
def good(built):
    return contents(built)


def run(root, command=MKDOCS, environment=None, **how):
    """Runs a command that finds nothing of earlier builds, so that it has everything to do."""
    told = ENVIRONMENT | {"PYTHONPATH": FAILING} | (environment or {})
    with TemporaryDirectory() as cache:
        return subprocess.run(
            command,
            cwd=root,
            env=told | {"POSTIL_CACHE": cache},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
            **how,
        )


def assert_told(done, line, root, good):
    """One clear line, exit status 1, the last site as it was, and nothing left beside it."""
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert [one for one in (done.stdout + done.stderr).splitlines() if line in one], done.stdout
    assert contents(root / "site") == good
    assert not list(root.glob("site.*"))


@pytest.mark.parametrize("command", [MKDOCS, POSTIL], ids=["mkdocs", "postil"])
@pytest.mark.parametrize(
    ("refused", "line"),
    [
        (
            "open|site.building/pages/assets|ENOSPC",
            "The disk is full: site.building/pages/assets/",
        ),
        (
            "os.mkdir|site.building|EACCES",
            f"There is no permission to write site.building. {ELSEWHERE} {STAYS}",
        ),
        (
            f"open|{TALKS}|EACCES",
            f"{TALKS}:1:1: [unreadable-file] This cannot be read: Permission denied",
        ),
    ],
)
def test_both_commands_tell_what_the_machine_did(command, refused, line, built_root, good):
    done = run(built_root, command, {"REFUSED": refused})
    assert_told(done, line, built_root, good)


@pytest.mark.parametrize(
    ("refused", "line"),
    [
        ("os.mkdir|site.building|EROFS", "site.building is on a disk that can only be read."),
        (
            f"open|{TALKS}|ENOENT",
            f"{TALKS}:1:1: [unreadable-file] This cannot be read: No such file",
        ),
        ("os.scandir|docs/topics|EACCES", "There is no permission to read docs/topics."),
        ("os.scandir|docs/assets|EACCES", "There is no permission to read docs/assets."),
        ("open|docs/about.md|EACCES", "There is no permission to read docs/about.md."),
        ("open|docs/about.md|EMFILE", "Too many files are open: docs/about.md could not be opened"),
        ("open|site.building/pages/data|EIO", "The disk failed at site.building/pages/data/"),
        ("open|site.building/pages/data|EDQUOT", "Your share of the disk is used up:"),
        (
            "open|site.building/pages/pagefind|ENOSPC",
            "The disk is full: site.building/pages/pagefin",
        ),
        ("open|site.building/lock|ENOLCK", "site.building/lock could not be used:"),
        ("subprocess.Popen|python|EAGAIN", "No more processes may be started here."),
    ],
)
def test_what_the_machine_did_is_told_in_a_line(refused, line, built_root, good):
    assert_told(run(built_root, environment={"REFUSED": refused}), line, built_root, good)


def limited(limit, value):
    """Sets a limit in the process that is about to build."""
    import resource  # noqa: PLC0415 -- not on Windows

    return {"preexec_fn": lambda: resource.setrlimit(getattr(resource, limit), (value, value))}


posix_only = pytest.mark.skipif(os.name != "posix", reason="limits are POSIX's")


@posix_only
def test_files_that_grow_too_large_are_told(built_root, good):
    done = run(built_root, **limited("RLIMIT_FSIZE", 20_000))
    assert_told(done, "would become larger than files may be here", built_root, good)


@posix_only
@pytest.mark.parametrize("count", [10, 12, 14])
def test_with_hardly_any_open_files_the_site_is_whole_or_stays(count, built_root, good):
    done = run(built_root, **limited("RLIMIT_NOFILE", count))
    assert "Traceback" not in done.stdout + done.stderr
    assert contents(built_root / "site") == good
    assert done.returncode == 0 or "last site stays" in done.stdout
    assert build(built_root).returncode == 0, "remains are in the way"
    assert not list(built_root.glob("site.*"))


@pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("unshare"),
    reason="only root may mount a small disk",
)
def test_a_disk_that_is_really_full_is_told(root, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    steps = (
        f"mount -t tmpfs -o size=3m none {disk} && mkdir {disk}/site && "
        f"echo last > {disk}/site/index.html && {{ "
        f"{sys.executable} -m mkdocs build --site-dir {disk}/site; "
        f"echo status $?; cat {disk}/site/index.html; ls {disk}; }}"
    )
    done = run(root, ["unshare", "--mount", "sh", "-c", steps])
    if done.returncode:
        pytest.skip(f"no disk can be mounted here: {done.stderr}")
    assert f"The disk is full: {disk}/site.building" in done.stdout
    assert done.stdout.endswith("status 1\nlast\nsite\n")


@posix_only
def test_a_file_that_really_may_not_be_read_is_told(root):
    (root / "site").mkdir()
    (root / TALKS).chmod(0)
    without_roots_privilege = []
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("root may read everything here")
        without_roots_privilege = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    done = run(root, [*without_roots_privilege, *MKDOCS])
    assert_told(done, f"{TALKS}:1:1: [unreadable-file] This cannot be read", root, {})


def test_a_folder_in_the_place_of_a_file_is_told(root):
    (root / "docs/data/notes.jsonl").mkdir(parents=True)
    (root / "docs/data/notes.jsonl/x.txt").write_text("x", encoding="utf-8")
    (root / "site").mkdir()
    line = "site.building/pages/data/notes.jsonl is a file where a folder belongs."
    assert_told(build(root), line, root, {})


def test_pagefind_that_is_not_installed_is_told(built_root, good, tmp_path):
    (tmp_path / "pagefind").mkdir()
    (tmp_path / "pagefind/__init__.py").touch()
    done = run(built_root, environment={"PYTHONPATH": str(tmp_path)})
    line = "Pagefind, which makes the search index, is not installed. Install it"
    assert_told(done, line, built_root, good)


def test_a_file_that_changes_while_it_is_read_is_told(root, monkeypatch):
    def read_slowly(root, path):
        with (root / path).open("a") as file:
            file.write("More of it.\n")
        return b"half of it"

    monkeypatch.setattr(steady, "read_bytes", read_slowly)
    with pytest.raises(Abort, match=r"articles/2024/lorn-bridge\.md was being written while"):
        steady.read_steady_records(root, {})


def test_a_missing_folder_for_temporary_files_does_not_matter(built_root, good):
    nowhere = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), "/nowhere/at/all")
    assert run(built_root, environment=nowhere).returncode == 0
    assert contents(built_root / "site") == good


def test_whatever_the_clock_shows_the_site_is_the_same(root):
    with (root / "mkdocs.yml").open("a") as settings:
        settings.write("site_url: https://example.org/\n")
    sites = []
    for clock in ("60", "4070908800"):  # in 1970 and in 2099
        assert run(root, environment={"CLOCK": clock}).returncode == 0
        sites.append(contents(root / "site"))
    assert b"lastmod" in sites[0]["sitemap.xml"]
    assert [path for path in sites[0] if sites[0][path] != sites[1].get(path)] == []


def test_a_strict_build_with_a_warning_publishes_nothing(root):
    (root / "site").mkdir()
    with (root / "docs/about.md").open("a") as page:
        page.write("\n[Nowhere](nowhere.md)\n")
    assert_told(build(root, "--strict"), "Aborted with 1 warnings in strict mode!", root, {})


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("nonsense", "'nonsense' is no address to serve at. Write `localhost`"),
        ("example.org:8000", "'example.org:8000' is no address to serve at."),
        ("127.0.0.1:http", "'127.0.0.1:http' is no address to serve at."),
        ("127.0.0.1:99999", "99999 is no port. They go from 1 to 65535"),
        ("[::1]:0", "0 is no port."),
        ("192.0.2.1:8000", "192.0.2.1:8000 cannot be served at: Cannot assign requested address."),
    ],
)
def test_an_address_that_cannot_be_served_at_is_told_before_anything_is_built(address, told):
    done = CliRunner().invoke(main, ["serve", "--address", address])
    assert done.exit_code == 2
    assert f"Error: {told}" in done.output


def test_a_port_that_no_computer_has_is_told(root):
    done = run(root, (sys.executable, "-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:99999"))
    assert done.returncode == 1
    assert "99999 is no port. They go from 1 to 65535" in done.stdout
    assert "Traceback" not in done.stderr


def test_an_address_that_is_taken_is_told(root):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        done = run(root, (sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address))
    assert done.returncode == 1
    assert f"{address} cannot be served at: Address already in use." in done.stdout
    assert "Traceback" not in done.stderr


@posix_only
def test_mkdocs_that_is_killed_is_told(root, tmp_path, monkeypatch):
    killed = tmp_path / "python"
    killed.write_text("#!/bin/sh\nkill -9 $$\n", encoding="ascii")
    killed.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(killed))
    monkeypatch.chdir(root)
    done = CliRunner().invoke(main, ["build"])
    assert done.exit_code == 1
    assert "MkDocs was ended from outside (signal 9)" in done.output

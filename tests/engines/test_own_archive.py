"""An archive of one's own, from an empty folder to its site, with Postil as a package."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner
from engine import contents

from archives import REPOSITORY
from postil.cli.main import main

LIBRARIES = Path(sysconfig.get_path("purelib"))


class _Named(HTMLParser):
    """The scripts and styles that a page names."""

    def __init__(self):
        super().__init__()
        self.addresses = []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "script" and "src" in found:
            self.addresses.append(found["src"])
        if tag == "link" and found.get("rel") == "stylesheet":
            self.addresses.append(found["href"])


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    """A folder that stands in for the package index: it has the wheel."""
    folder = tmp_path_factory.mktemp("index")
    words = ["-m", "hatchling", "build", "--target", "wheel:standard", "--directory", str(folder)]
    subprocess.run([sys.executable, *words], cwd=REPOSITORY, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def others(tmp_path_factory):
    """All packages that are installed here but Postil."""
    folder = tmp_path_factory.mktemp("others")
    for path in LIBRARIES.iterdir():
        if "postil" not in path.name and path.suffix != ".pth":
            (folder / path.name).symlink_to(path)
    return folder


@pytest.fixture(scope="module")
def installed(index, others):
    """What `make` finds in its environment: packages, and no network."""
    return {
        **os.environ,
        "PYTHONPATH": str(others),
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(index),
        "PIP_CONFIG_FILE": os.devnull,
        "PYTHON": sys.executable,
        "MAKEFLAGS": "",
    }


@pytest.fixture(scope="module")
def own(index, others, installed, tmp_path_factory):
    """An archive that the wheel's `postil init` has made, after the commands in its own README."""
    root = tmp_path_factory.mktemp("own") / "archive"
    unpacked = tmp_path_factory.mktemp("unpacked")
    (wheel,) = index.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(unpacked)
    init = [sys.executable, "-c", "from postil.cli.main import main; main()", "init", str(root)]
    from_wheel = {**installed, "PYTHONPATH": f"{unpacked}:{others}"}
    subprocess.run(init, env=from_wheel, check=True, capture_output=True)
    (commands,) = re.findall(r"```sh\n(.+?)```", (root / "README.md").read_text(), re.DOTALL)
    assert [line.split("#")[0].split() for line in commands.splitlines()] == [
        ["make", "check"], ["make", "site"],
    ]  # fmt: skip
    for line in commands.splitlines():
        done = subprocess.run(
            ["sh", "-c", line], cwd=root, env=installed, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
    return root


def test_the_wheel_begins_the_archive_that_the_repository_begins(own, tmp_path):
    begun = CliRunner().invoke(main, ["init", str(tmp_path / "archive")])
    assert begun.exit_code == 0
    here = contents(tmp_path / "archive")
    here.pop("requirements.txt")  # each asks for the Postil that began it
    assert here.items() <= contents(own).items()
    assert len(here) > 20


def test_its_readmes_commands_give_a_site(own):
    site = contents(own / "site")
    page = site["articles/2025/example-harbour-talks/index.html"].decode()
    assert '<mark class="passage context"' in page
    assert 'id="note-no-sum"' in page
    assert 'data-actor="example-council"' in page
    assert any(path.startswith("pagefind/") for path in site)


def test_it_is_built_by_the_package_and_not_by_this_repository(own):
    said = subprocess.run(
        [own / ".venv/bin/python", "-c", "import postil; print(postil.__file__)"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert said.startswith(str(own / ".venv"))


@pytest.mark.parametrize("path", ["index.html", "articles/2025/example-harbour-talks/index.html",
                                  "search/index.html", "about/index.html"])  # fmt: skip
def test_it_has_the_look_of_this_archive(own, path):
    page = own / "site" / path
    named = _Named()
    named.feed(page.read_text(encoding="utf-8"))
    files = [(page.parent / address).resolve() for address in named.addresses]
    assert [str(it) for it in files if not it.is_file()] == []
    names = {it.name for it in files}
    assert "theme-palette.js" in names
    assert any(it.parent.name == "sheets" for it in files)
    assert 'class="md-header masthead"' in page.read_text(encoding="utf-8")


def test_a_file_of_ones_own_goes_before_that_of_postil(own, installed, tmp_path):
    root = tmp_path / "archive"
    shutil.copytree(own, root, ignore=shutil.ignore_patterns("site", ".venv"))
    (root / "docs/assets/stylesheets").mkdir(parents=True)
    (root / "docs/assets/stylesheets/print.css").write_text("/* mine */", encoding="utf-8")
    (root / "mine/partials").mkdir(parents=True)
    (root / "mine/partials/postil-footer.html").write_text("<footer>Mine</footer>")
    settings = root / "mkdocs.yml"
    text = settings.read_text().replace("name: material", "name: material\n  custom_dir: mine")
    settings.write_text(text)
    command = [own / ".venv/bin/postil", "build"]
    done = subprocess.run(command, cwd=root, env=installed, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    site = contents(root / "site")
    assert site["assets/sheets/list.css"].endswith(b"/* mine */")
    assert b"<footer>Mine</footer>" in site["articles/index.html"]
    assert b"masthead" in site["articles/index.html"]


def test_a_build_changes_no_file_of_the_archive(own, installed):
    def all_but_what_is_made():
        files = contents(own).items()
        return {path: data for path, data in files if not path.startswith(("site/", ".venv/"))}

    before = all_but_what_is_made()
    subprocess.run([own / ".venv/bin/postil", "build"], cwd=own, env=installed, check=True,
                   capture_output=True)  # fmt: skip
    assert all_but_what_is_made() == before

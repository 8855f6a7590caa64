"""The hostile archive in a real browser: no script of its runs, and nothing has to be stopped.

Every attack stands in some field or body of the pages that are visited; all fields and bodies are
looked at in tests/pages. A violation of the policy would be told on the console, and counts.
"""

import subprocess
import sys
from urllib.parse import quote

import pytest
from hosting import PATH, served

from archives import REPOSITORY, write
from attacks import ATTACKS
from hostile import hostile_archive

EVERY = 12
"""One record in so many is visited: fields are rotated, so that all attacks are met."""


BUILD_REGARDLESS = """
import postil.engines.edition
from mkdocs.__main__ import cli

postil.engines.edition.has_errors = lambda found: False
cli(["build", "--quiet"])
"""
"""What is raw HTML in a body is an error and stops a build; here it must be harmless as well."""


@pytest.fixture(scope="module")
def site_address(tmp_path_factory):
    """Where the hostile archive's site is served."""
    root = tmp_path_factory.mktemp("hostile")
    write(root, hostile_archive())
    for part in ("mkdocs.yml", "hooks", "docs/.overrides", "docs/assets"):
        place = root / part
        place.unlink(missing_ok=True)
        place.symlink_to(REPOSITORY / part)
    (root / "docs/index.md").write_text("# Home\n")
    done = subprocess.run(
        [sys.executable, "-c", BUILD_REGARDLESS],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    (root / PATH).mkdir()
    with served((root / "site").rename(root / PATH / PATH)) as address:
        yield address


ADDRESSES = ["", "articles/", "actors/", "topics/", "analysts/", "notes/"] + [
    f"{kind}{index}/"
    for index in range(0, len(ATTACKS), EVERY)
    for kind in ("articles/2025/a", "actors/p", "topics/t", "analysts/i")
]


@pytest.fixture
def reader(visit):
    """A reader's page, with the dialogs that opened in it."""
    page = visit("")
    page.set_default_timeout(30_000)
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(page.url), dialog.dismiss()))
    yield page
    assert dialogs == []


def test_no_script_of_a_contributor_runs_and_no_request_leaves(reader, site_address):
    for address in ADDRESSES:
        assert reader.goto(site_address + address).ok, address


@pytest.mark.parametrize("words", ["alert", "onerror", "javascript"])
def test_no_script_runs_in_what_the_search_finds(reader, site_address, words):
    reader.goto(f"{site_address}search/?q={quote(words)}")
    reader.locator(".result").first.wait_for()

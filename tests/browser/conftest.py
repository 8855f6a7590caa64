"""The shipped archive, built, served from a path of its own, and read in a real browser.

Whatever a test looks at, no page may ask another host for anything or report an error.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from forge import forge
from hosting import PATH, served
from playwright.sync_api import Browser, Page, sync_playwright
from proposing import set_up

from archives import REPOSITORY

_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_CHROMIUM_ON_MACOS = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
_QUIET = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",  # containers have none; the only site it opens is the one built here
)


_LATER_AT_ONCE = """
addEventListener("DOMContentLoaded", () => {
  for (const later of document.querySelectorAll("template.later")) {
    for (const script of later.content.querySelectorAll("script")) script.async = false;
    later.replaceWith(later.content);
  }
});
"""


@pytest.fixture
def before_each_page() -> str:
    """A script that runs first on every page: what waits for the paint is there when it has loaded.

    So no test has to wait for it. One that is about the waiting has another in its place.
    """
    return _LATER_AT_ONCE


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped archive's site, built."""
    folder = tmp_path_factory.mktemp("site") / PATH
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(folder)]
    told = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        command, cwd=REPOSITORY, env=told, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def site_address(site_folder: Path) -> Iterator[str]:
    """Where the shipped archive's site is served."""
    with served(site_folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. Where there is none the tests are skipped, but in CI they fail."""
    with sync_playwright() as playwright:
        executable = _chromium(playwright.chromium.executable_path)
        if executable is None:
            missing = "Chromium was not found; install it, or run: playwright install chromium"
            if os.environ.get("CI") == "true":
                pytest.fail(missing)
            pytest.skip(missing)
        launched = playwright.chromium.launch(executable_path=executable, args=_QUIET)
        yield launched
        launched.close()


@pytest.fixture
def visit(
    browser: Browser, site_address: str, before_each_page: str
) -> Iterator[Callable[..., Page]]:
    """Opens an address of the site, as a reader with that screen, those colours or settings."""
    unwanted: list[str] = []
    contexts = []

    def visited(address: str = "", **settings: object) -> Page:
        context = browser.new_context(**settings)
        contexts.append(context)
        context.set_default_timeout(5000)
        context.add_init_script(before_each_page)
        context.on("request", lambda request: _note_foreign(request.url, site_address, unwanted))
        context.on("console", lambda message: _note_error(message, unwanted))
        context.on("weberror", lambda error: unwanted.append(f"error: {error.error}"))
        page = context.new_page()
        page.goto(site_address + address)
        return page

    yield visited
    for context in contexts:
        context.close()
    assert unwanted == []


@pytest.fixture(scope="module")
def archive_on(tmp_path_factory):
    """From a kind of forge to an archive's folder and the address of its site."""
    with ExitStack() as stack:

        @cache
        def archive(kind):
            root = tmp_path_factory.mktemp(f"on-{kind}")
            repository = None if kind == "none" else stack.enter_context(forge(root))
            set_up(root, kind, repository)
            (root / PATH).mkdir()
            (root / PATH / PATH).symlink_to(root / "site")
            return root, stack.enter_context(served(root / PATH / PATH))

        yield archive


@pytest.fixture
def reader(browser, before_each_page):
    """Opens a page as a reader, of whom nothing may go to another host but by a page they open."""
    unwanted = []
    contexts = []

    def opened(site, address, **settings):
        context = browser.new_context(**settings)
        contexts.append(context)
        context.set_default_timeout(5000)
        context.add_init_script(before_each_page)
        page = context.new_page()
        page.on("request", lambda it: it.url.startswith(site) or unwanted.append(it.url))
        page.on("console", lambda it: it.type == "error" and unwanted.append(it.text))
        page.on("pageerror", lambda error: unwanted.append(str(error)))
        page.goto(site + address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert unwanted == []


@pytest.fixture(scope="session")
def data(site_folder: Path) -> Callable[[str], list[dict]]:
    """The rows of one of the site's data files."""

    def rows(name: str) -> list[dict]:
        lines = (site_folder / "data" / f"{name}.jsonl").read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines]

    return rows


def _chromium(own: str) -> str | None:
    """Playwright's own Chromium, or the system's."""
    for place in (own, *map(shutil.which, _CHROMIUM), _CHROMIUM_ON_MACOS):
        if place and Path(place).exists():
            return place
    return None


def _note_foreign(url, site_address, unwanted):
    if not url.startswith((site_address, "data:", "blob:")):
        unwanted.append(f"asked for {url}")


def _note_error(message, unwanted):
    if message.type == "error":
        unwanted.append(f"console: {message.text} ({message.location.get('url')})")

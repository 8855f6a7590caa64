"""What a browser asks a site for when a reader opens one of its pages for the first time."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import Browser, sync_playwright

_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

_NO_SANDBOX = ("--no-sandbox",)
"""Containers have none; the only site that is opened is one's own."""


class NoBrowserError(Exception):
    """There is no Chromium on this machine."""


def files_asked_for(site: Path, page: str) -> list[str]:
    """The files of a site that Chromium asks for until nothing more comes, the page's own first.

    Both are paths from the site's root. What a script asks for by itself counts; what it would
    only ask for when the reader does something does not. Raises `NoBrowserError`.
    """
    with served(site) as (host, asked), chromium() as browser:
        browser.new_page().goto(f"{host}/{address_of(page)}", wait_until="networkidle")
    return files_behind(site, asked)


def files_behind(site: Path, asked: Iterable[str]) -> list[str]:
    """The files of a site behind the addresses that it was asked for, each once."""
    paths = dict.fromkeys(map(_path, asked))
    return [path for path in paths if (site / path).is_file()]


def address_of(page: str) -> str:
    """The address of a page, from the site's root, as a browser asks for it."""
    return quote(page.removesuffix("index.html"))


@contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium, without a window. Raises `NoBrowserError`."""
    with sync_playwright() as playwright:
        program = _chromium(playwright.chromium.executable_path)
        browser = playwright.chromium.launch(executable_path=program, args=_NO_SANDBOX)
        yield browser
        browser.close()


@contextmanager
def served(site: Path) -> Iterator[tuple[str, list[str]]]:
    """Serves a site; gives where, and the addresses that it is asked for as they come."""
    asked: list[str] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Listing, asked, str(site))) as server:
        serving = Thread(target=server.serve_forever)
        serving.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", asked
        finally:
            server.shutdown()
            serving.join()


class _Listing(SimpleHTTPRequestHandler):
    """Writes down what it is asked for."""

    def __init__(self, asked: list[str], folder: str, *connection: Any) -> None:
        self._asked = asked
        super().__init__(*connection, directory=folder)

    def do_GET(self) -> None:
        self._asked.append(self.path)
        super().do_GET()

    def log_message(self, *_: object) -> None:
        pass


def _path(address: str) -> str:
    """The file behind an address."""
    path = unquote(urlsplit(address).path).removeprefix("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def _chromium(own: str) -> str:
    """Playwright's own Chromium, or the system's."""
    for place in (own, *map(shutil.which, _CHROMIUM)):
        if place and Path(place).exists():
            return place
    raise NoBrowserError("Chromium was not found; install it, or run: playwright install chromium")

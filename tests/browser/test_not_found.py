"""The page for an address that leads nowhere, shown by hosts at that address, at any depth."""

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from hosting import PATH
from playwright.sync_api import expect


class _Host(SimpleHTTPRequestHandler):
    """Shows `404.html` of the site for whatever is not there."""

    def send_error(self, code, message=None, explain=None):
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        page = Path(self.directory, PATH, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_args):
        pass


@pytest.fixture(scope="module")
def host(site_folder):
    """The address of the site, which does not know it itself."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=site_folder.parent)) as it:
        serving = Thread(target=it.serve_forever)
        serving.start()
        yield f"http://127.0.0.1:{it.server_port}/{PATH}/"
        it.shutdown()
        serving.join()


@pytest.fixture
def lost(browser, host):
    """A reader at an address of the site that leads nowhere."""
    context = browser.new_context()
    context.set_default_timeout(5000)

    def at(address):
        page = context.new_page()
        page.goto(host + address)
        return page

    yield at
    context.close()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("nope", "nope"),
        ("articles/2025/talks-in-istanbul/", "talks in istanbul"),
        ("articles/2025/x/y/alaska_summit.html", "alaska summit"),
        ("actors/%D0%9A%D0%B8%D1%97%D0%B2/", "Київ"),
        ("actors/%FF/", ""),
        ("topics/none?q=%3Cb%3E", "none"),
    ],
)
def test_the_words_of_the_address_are_in_the_search(lost, address, words):
    page = lost(address)
    expect(page.get_by_label("Search the archive").last).to_have_value(words)


@pytest.mark.parametrize("address", ["nope", "articles/2025/talks-in-istanbul/", "a/b/c/d/e/f/g"])
def test_it_leads_back_into_the_site_from_any_depth(lost, host, address):
    page = lost(address)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgba(0, 0, 0, 0)"
    links = page.eval_on_selector_all("a[href]:not([href^='#'])", "all => all.map(it => it.href)")
    assert len(links) > 10
    assert [link for link in links if not link.startswith(host)] == []
    page.get_by_role("main").get_by_role("link", name="topics").click()
    expect(page).to_have_url(f"{host}topics/")


def test_the_search_is_asked_for_those_words(lost, host):
    page = lost("articles/2025/istanbul/")
    page.get_by_role("main").get_by_role("button", name="Search").click()
    expect(page).to_have_url(f"{host}search/?q=istanbul")
    expect(page.get_by_role("main")).to_contain_text("Istanbul")


def test_the_colours_can_be_changed_there_too(lost):
    page = lost("articles/2025/nope/")
    switch = page.get_by_role("button", name="Dark")
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.click()
    expect(page.locator("html")).to_have_attribute("data-colours", "dark")

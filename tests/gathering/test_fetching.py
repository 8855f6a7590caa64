"""Pages fetched from a server that stands in for the web, on this machine."""

from http.server import BaseHTTPRequestHandler

import pytest

from postil.gathering import fetching
from postil.gathering.fetching import Fetched, fetch
from postil.gathering.page import MAX_BYTES
from stand_ins import Silent, server, serving

PAGE = "<html><body><p>Привіт</p></body></html>".encode("cp1251")

ANSWERS = {
    "/page": (200, {"Content-Type": "text/html; charset=windows-1251"}, PAGE),
    "/moved": (301, {"Location": "/page"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/ftp": (302, {"Location": "ftp://127.0.0.1/x"}, b""),
    "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7"),
    "/large": (200, {"Content-Type": "text/html"}, b"x" * (MAX_BYTES + 100)),
    "/walled": (403, {"Content-Type": "text/html"}, b""),
    "/broken": (503, {"Content-Type": "text/html"}, b""),
}


class _Web(Silent, BaseHTTPRequestHandler):
    def do_GET(self):
        status, headers, body = ANSWERS.get(self.path.partition("?")[0], (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except ConnectionError:  # who asks has read enough
            self.close_connection = True


@pytest.fixture(scope="module")
def web():
    with serving(server(_Web)) as address:
        yield address


def test_a_page_comes_with_its_encoding_and_its_last_address(web):
    assert fetch(f"{web}/moved") == Fetched(PAGE, "windows-1251", f"{web}/page")


def test_no_more_is_read_than_a_page_may_have(web):
    assert MAX_BYTES < len(fetch(f"{web}/large").data) < MAX_BYTES + 70_000


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/nothing", "there is no such page (status 404)"),
        ("/walled", "the server does not show this page to programs (status 403)"),
        ("/broken", "the server is out of order (status 503)"),
        ("/pdf", "there is no web page there, but application/pdf"),
        ("/round", "the server answers with status 302"),
        ("/file", "the server answers with status 302"),
    ],
)
def test_what_is_no_page_is_told_in_a_line(web, path, told):
    assert fetch(f"{web}{path}").message == told


def test_a_redirect_out_of_the_web_leads_nowhere(web):
    assert "unknown url type: ftp" in fetch(f"{web}/ftp").message


@pytest.mark.parametrize("address", ["ftp://x.example/a", "file:///etc/passwd", "http://", "x"])
def test_only_the_web_is_asked(address):
    assert fetch(address).message == f"{address} is no web address"


def test_a_host_that_is_not_there_is_told():
    assert "cannot be reached: " in fetch("http://nowhere.invalid/a").message


def test_a_server_that_takes_its_time_is_left(web, monkeypatch):
    monkeypatch.setattr(fetching.time, "monotonic", iter(range(0, 1_000, 40)).__next__)
    assert fetch(f"{web}/large").message == "the server took longer than 30 seconds"

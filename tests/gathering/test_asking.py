"""Sources asked for, at a server that stands in for the web. Nothing leaves this machine."""

import socket
import ssl
import threading
import time
from http.server import BaseHTTPRequestHandler
from ipaddress import ip_address
from itertools import pairwise

import pytest

from archives import REPOSITORY
from postil.gathering import asking
from postil.gathering.asking import ask, ask_all
from postil.gathering.reaching import is_public
from stand_ins import Silent, server, serving

PAGES = {
    "/there": (200, "<title>Talks open</title>"),
    "/gone": (404, ""),
    "/taken-away": (410, ""),
    "/says-so": (200, "<html><title>404 – Page not found</title>"),
    "/walled": (403, ""),
    "/often": (429, ""),
    "/broken": (503, ""),
    "/empty": (200, ""),
}
LEADING = {
    "/moved": "/there",
    "/moved-and-gone": "/gone",
    "/to-the-front": "/",
    "/round": "/round",
    "/inside": "http://169.254.169.254/latest/meta-data/",
    "/to-a-file": "file:///etc/passwd",
    "/nowhere": "http://[",
}

CERTIFICATE = REPOSITORY / "tests/gathering/stand-in.pem"
"""Of `stand-in.example`, by itself, with its key: it opens nothing but this server."""


class _Web(Silent, BaseHTTPRequestHandler):
    asked: list[tuple[str, float]] = []  # noqa: RUF012 -- one for the module

    def do_GET(self):
        self.asked.append((self.path, time.monotonic()))
        status, body = PAGES.get(self.path, (200, ""))
        if self.path in LEADING:
            status = 302
        self.send_response(status)
        if self.path in LEADING:
            self.send_header("Location", LEADING[self.path])
        self.end_headers()
        self.wfile.write(body.encode())


@pytest.fixture(scope="module")
def web():
    with serving(server(_Web)) as address:
        yield address


def only_here(address, _port):
    """What the stand-in is judged by: this machine is the web, and all else is inside."""
    return str(address) == "127.0.0.1"


@pytest.mark.parametrize(
    ("path", "verdict", "said"),
    [
        ("/there", "answers", "it answers"),
        ("/empty", "answers", "it answers"),
        ("/moved", "answers", "it answers"),
        ("/gone", "gone", "there is no such page (status 404)"),
        ("/taken-away", "gone", "there is no such page (status 410)"),
        ("/moved-and-gone", "gone", "there is no such page (status 404)"),
        ("/says-so", "gone", "a page says that there is no such page"),
        ("/to-the-front", "gone", "it leads to the front page"),
        ("/walled", "refused", "the server does not show this page to programs (status 403)"),
        ("/often", "refused", "the server has been asked too often (status 429)"),
        ("/broken", "unsettled", "the server is out of order (status 503)"),
        ("/round", "unsettled", "it leads on more than 8 times"),
        ("/inside", "unsettled", "it is no public address, and was not asked for"),
        ("/to-a-file", "unsettled", "it leads to what is no web address"),
        ("/nowhere", "unsettled", "it leads to what is no web address"),
    ],
)
def test_what_is_gone_is_told_from_what_is_in_the_way(web, path, verdict, said):
    answer = ask(web + path, only_here)
    assert (answer.verdict, answer.said) == (verdict, said)


def test_by_itself_no_machine_inside_is_asked(web):
    before = len(_Web.asked)
    assert ask(f"{web}/there").said == "it is no public address, and was not asked for"
    assert ask(f"{web.replace('127.0.0.1', 'localhost')}/there").verdict == "unsettled"
    assert len(_Web.asked) == before


@pytest.mark.parametrize(
    ("address", "port", "holds"),
    [
        ("93.184.215.14", 443, True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", 80, True),
        ("93.184.215.14", 22, False),
        ("127.0.0.1", 80, False),
        ("0.0.0.0", 80, False),
        ("10.1.2.3", 80, False),
        ("172.16.0.1", 80, False),
        ("192.168.1.1", 80, False),
        ("100.64.0.1", 80, False),
        ("169.254.169.254", 80, False),
        ("168.63.129.16", 80, False),
        ("224.0.0.1", 80, False),
        ("255.255.255.255", 80, False),
        ("::1", 80, False),
        ("fe80::1%1", 80, False),
        ("fd00:ec2::254", 80, False),
        ("::ffff:127.0.0.1", 80, False),
        ("64:ff9b::a9fe:a9fe", 80, False),  # 169.254.169.254 behind a translator
        ("2002:a9fe:a9fe::1", 80, False),  # the same, tunnelled
    ],
)
def test_the_web_is_what_has_a_public_address(address, port, holds):
    assert is_public(ip_address(address), port) is holds


def test_a_host_with_one_address_inside_is_not_asked(monkeypatch):
    places = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (it, 80)) for it in ("8.8.8.8", "10.0.0.1")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_words, **_more: places)
    assert ask("http://two.example/").said == "it is no public address, and was not asked for"


def test_a_name_is_looked_up_once_and_what_was_judged_is_asked(web, monkeypatch):
    looked_up = []

    def answer(_host, port, **_more):
        looked_up.append(port)
        place = "127.0.0.1" if len(looked_up) == 1 else "10.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, port))]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    port = web.rpartition(":")[2]
    assert ask(f"http://changes.example:{port}/there", only_here).verdict == "answers"
    assert len(looked_up) == 1


def test_a_host_without_an_address_is_gone(monkeypatch):
    def unknown(*_words, **_more):
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert ask("http://unknown.example/x").verdict == "gone"


@pytest.mark.parametrize(
    "url", ["https://a..b/", "http://exa mple.org/", "http://ä" + "ö" * 80 + "/"]
)
def test_an_address_that_is_none_is_no_crash(url):
    assert ask(url, only_here).verdict in {"unsettled", "gone"}


def test_a_server_that_trickles_is_left(monkeypatch):
    monkeypatch.setattr(asking, "SECONDS", 1)
    with socket.create_server(("127.0.0.1", 0)) as server:

        def trickle():
            connection, _ = server.accept()
            with connection:
                try:
                    while True:
                        connection.send(b"x")
                        time.sleep(0.1)
                except OSError:
                    pass

        threading.Thread(target=trickle, daemon=True).start()
        begun = time.monotonic()
        answer = ask(f"http://127.0.0.1:{server.getsockname()[1]}/", only_here)
    assert answer.verdict == "unsettled"
    assert time.monotonic() - begun < 20  # it would take hours, a byte at a time


@pytest.fixture
def safe_web(monkeypatch):
    """The same over TLS, as a host of the web by its name."""
    web = server(_Web)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    web.socket = context.wrap_socket(web.socket, server_side=True)
    here = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", web.server_address)]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_words, **_more: here)
    with serving(web):
        yield f"https://stand-in.example:{web.server_port}"


def test_a_page_is_asked_for_over_tls_under_its_hosts_name(safe_web, monkeypatch):
    trusting = ssl.create_default_context(cafile=CERTIFICATE)
    monkeypatch.setattr(ssl, "create_default_context", lambda: trusting)
    assert ask(f"{safe_web}/moved", only_here).verdict == "answers"
    other = safe_web.replace("stand-in", "another")
    assert "certificate" in ask(f"{other}/there", only_here).said


def test_a_certificate_that_nobody_vouches_for_settles_nothing(safe_web):
    answer = ask(f"{safe_web}/there", only_here)
    assert answer.verdict == "unsettled"
    assert "certificate" in answer.said


def test_a_server_that_never_shakes_hands_is_left(monkeypatch):
    monkeypatch.setattr(asking, "SECONDS", 1)
    with socket.create_server(("127.0.0.1", 0)) as server:
        begun = time.monotonic()
        answer = ask(f"https://127.0.0.1:{server.getsockname()[1]}/", only_here)
    assert answer.verdict == "unsettled"
    assert time.monotonic() - begun < 20


def test_a_host_is_asked_for_one_page_after_the_other(web):
    before = len(_Web.asked)
    urls = [f"{web}/there?{number}" for number in range(3)]
    answers = list(ask_all(urls, only_here, pause=0.1))
    assert [it.url for it in answers] == urls
    times = [at for _, at in _Web.asked[before:]]
    assert all(later - earlier >= 0.1 for earlier, later in pairwise(times))


def test_who_gives_up_waits_for_one_answer_and_not_for_all(web):
    before = len(_Web.asked)
    urls = [f"{web}/there?{number}" for number in range(50)]
    answers = ask_all([*urls, f"{web.replace('127.0.0.1', 'localhost')}/x"], only_here, pause=0.2)
    next(answers)
    answers.close()
    assert len(_Web.asked) - before < 50

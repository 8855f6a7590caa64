"""A page fetched from its address, or read from a file: no more of it than a page may have."""

import ssl
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException, HTTPResponse
from http.cookiejar import CookieJar
from importlib.metadata import version
from pathlib import Path

from postil.gathering.addresses import is_web_address, written_address
from postil.gathering.gathered import Refusal
from postil.gathering.page import MAX_BYTES

SECONDS = 30
"""How long a server may take, in all and for any of its answers."""

_AT_A_TIME = 65_536
"""Bytes that are read before the clock is looked at."""

_HTML = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/octet-stream"})
"""What servers call web pages, and what they call what they know nothing of."""

_SAVE_IT = "open it in a browser, save the page, and give the file with --url"
_BY_HAND = "write the file by hand"


@dataclass(frozen=True)
class Fetched:
    """A page's bytes, the encoding that its server names, and the address where it was."""

    data: bytes
    charset: str | None
    url: str | None


def fetch(url: str) -> Fetched | Refusal:
    """The page at an address, after redirects to others on the web; or why there is none."""
    address = written_address(url, None)
    if address is None:
        return Refusal(f"{url} is no web address", "write it in full, beginning with https://")
    deadline = time.monotonic() + SECONDS
    request = urllib.request.Request(address, headers=headers())  # noqa: S310 -- http or https
    try:
        with _opener().open(request, timeout=SECONDS) as answer:
            return _page(answer, deadline)
    except urllib.error.HTTPError as error:
        with error:
            return Refusal(told(error.code), _SAVE_IT)
    except (urllib.error.URLError, HTTPException, OSError, ValueError) as error:
        return Refusal(f"{address} cannot be reached: {reason(error)}", _SAVE_IT)


def read_page(file: Path) -> Fetched:
    """The page in a file. Raises `OSError` where there is none, or it may not be read."""
    with file.open("rb") as opened:
        return Fetched(opened.read(MAX_BYTES + 1), None, None)


def _opener() -> urllib.request.OpenerDirector:
    """What speaks HTTP and nothing else: a redirect to a file or to FTP leads nowhere."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.UnknownHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(context=ssl.create_default_context()),
        urllib.request.HTTPCookieProcessor(CookieJar()),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def headers() -> dict[str, str]:
    """What a server is told of who asks."""
    return {
        "User-Agent": f"Postil/{version('postil')}",
        "Accept": "text/html,application/xhtml+xml",
        "Accept-Encoding": "identity",
    }


def _page(answer: HTTPResponse, deadline: float) -> Fetched | Refusal:
    headers: Message = answer.headers
    kind = headers.get_content_type()
    if kind not in _HTML:
        return Refusal(f"there is no web page there, but {kind}", _BY_HAND)
    pieces: list[bytes] = []
    length = 0
    while length <= MAX_BYTES and (piece := answer.read1(_AT_A_TIME)):
        pieces.append(piece)
        length += len(piece)
        if time.monotonic() > deadline:
            return Refusal(f"the server took longer than {SECONDS} seconds", _SAVE_IT)
    url = answer.geturl()
    return Fetched(
        b"".join(pieces), headers.get_content_charset(), url if is_web_address(url) else None
    )


def told(status: int) -> str:
    """What a server answers with, in words."""
    match status:
        case 401 | 402 | 403 | 451:
            return f"the server does not show this page to programs (status {status})"
        case 404 | 410:
            return f"there is no such page (status {status})"
        case 429:
            return "the server has been asked too often (status 429)"
        case _ if status >= 500:  # noqa: PLR2004 -- where errors of servers begin
            return f"the server is out of order (status {status})"
        case _:
            return f"the server answers with status {status}"


def reason(error: Exception) -> str:
    """Why a server cannot be reached, in words."""
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(cause, TimeoutError):
        return f"it took longer than {SECONDS} seconds"
    if isinstance(cause, OSError) and cause.strerror:
        return cause.strerror
    return str(cause) or type(cause).__name__

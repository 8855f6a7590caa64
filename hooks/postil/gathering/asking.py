"""Whether a page is still where a record says that it is."""

import re
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from threading import Event
from typing import Literal
from urllib.parse import SplitResult, urlsplit

from postil.gathering.addresses import host_of, written_address
from postil.gathering.fetching import headers, reason, told
from postil.gathering.reaching import InsideError, Judge, is_public, reached

Verdict = Literal["answers", "gone", "refused", "unsettled"]
"""It is there; it is not; it is not shown to programs; nobody can say today."""

SECONDS = 30
"""How long a server may take for one of its answers."""

MAX_REDIRECTS = 8

_PAUSE = 1.0
"""Seconds between two requests to one host."""

_HOSTS_AT_ONCE = 8

_BEGINNING = 32_768
"""Bytes of a page in which its title stands."""

_NO_PAGE = re.compile(
    r"\b(?:404|not found|no longer available|page introuvable|seite nicht gefunden|"
    r"pagina non trovata|página no encontrada)\b|сторінку не знайдено|страница не найдена|"
    r"الصفحة غير موجودة",
    re.IGNORECASE,
)
"""What titles say in the place of a page that is gone, with a status that says all is well."""

_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{0,400})", re.IGNORECASE)

_MOVED = frozenset({301, 302, 303, 307, 308})
_KEPT_BACK = frozenset({401, 402, 403, 429, 451})
_GONE = frozenset({404, 410})


@dataclass(frozen=True)
class Answer:
    """What became of an address, in one word and in a few."""

    url: str
    verdict: Verdict
    said: str


def ask_all(urls: list[str], judge: Judge = is_public, pause: float = _PAUSE) -> Iterator[Answer]:
    """What became of each address. Few hosts are asked at once, each for one page at a time."""
    hosts: dict[str, list[str]] = {}
    for url in urls:
        hosts.setdefault(host_of(url), []).append(url)
    given_up = Event()
    with ThreadPoolExecutor(_HOSTS_AT_ONCE) as threads:
        asked = [
            threads.submit(_in_turn, of_host, judge, pause, given_up) for of_host in hosts.values()
        ]
        try:
            for done in as_completed(asked):
                yield from done.result()
        finally:
            given_up.set()


def _in_turn(urls: list[str], judge: Judge, pause: float, given_up: Event) -> list[Answer]:
    """What became of the addresses of one host; of those before somebody gave up."""
    answers: list[Answer] = []
    for url in urls:
        if given_up.wait(pause if answers else 0):
            break
        answers.append(ask(url, judge))
    return answers


def ask(url: str, judge: Judge = is_public) -> Answer:
    """What became of an address, after redirects to other public ones."""
    address = written_address(url, None)
    for _ in range(MAX_REDIRECTS):
        if address is None:
            return Answer(url, "unsettled", "it leads to what is no web address")
        step = _step(url, address, judge)
        if isinstance(step, Answer):
            return step
        if _is_front_page(step, address):
            return Answer(url, "gone", "it leads to the front page")
        address = written_address(step, address)
    return Answer(url, "unsettled", f"it leads on more than {MAX_REDIRECTS} times")


def _step(url: str, address: str, judge: Judge) -> Answer | str:
    """What one server answers: the end, or where it leads on."""
    try:
        parts = urlsplit(address)
        with reached(parts, judge, SECONDS) as connection:
            connection.request("GET", _asked_for(parts), headers=headers())
            with connection.getresponse() as response:
                return _judged(url, response)
    except InsideError:
        return Answer(url, "unsettled", "it is no public address, and was not asked for")
    except socket.gaierror as error:
        is_unknown = error.errno == socket.EAI_NONAME
        return Answer(url, "gone" if is_unknown else "unsettled", "its host has no address")
    except (HTTPException, OSError, ValueError) as error:
        return Answer(url, "unsettled", f"it cannot be reached: {reason(error)}")


def _asked_for(parts: SplitResult) -> str:
    return f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"


def _judged(url: str, response: HTTPResponse) -> Answer | str:
    status = response.status
    if status in _MOVED and (location := response.headers.get("Location")):
        return location
    if status in _GONE:
        return Answer(url, "gone", told(status))
    if status in _KEPT_BACK:
        return Answer(url, "refused", told(status))
    if not 200 <= status < 300:  # noqa: PLR2004 -- all that is well
        return Answer(url, "unsettled", told(status))
    title = _TITLE.search(response.read(_BEGINNING).decode("utf-8", "replace"))
    if title and _NO_PAGE.search(title[1]):
        return Answer(url, "gone", "a page says that there is no such page")
    return Answer(url, "answers", "it answers")


def _is_front_page(location: str, address: str) -> bool:
    """Whether a page is said to be where all of its host's are that are gone: at `/`."""
    full = written_address(location, address)
    if full is None:
        return False
    return urlsplit(full).path in {"", "/"} and urlsplit(address).path not in {"", "/"}

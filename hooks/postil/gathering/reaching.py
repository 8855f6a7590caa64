"""Connections to servers on the web, and to no machine inside.

Addresses in records come from strangers, and are asked for from machines that reach more than the
web: a cloud's metadata, a neighbour's printer. So a host's name is looked up once, what it stands
for is judged, and the connection goes to what was judged.
"""

import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection, HTTPSConnection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from threading import Timer
from urllib.parse import SplitResult

Judge = Callable[[IPv4Address | IPv6Address, int], bool]
"""Whether an address and a port may be connected to."""

_PORTS = frozenset({80, 443, 8080, 8443})

_UNICAST = IPv6Network("2000::/3")

_OF_A_CLOUD = frozenset({IPv4Address("168.63.129.16")})
"""Public by their numbers, and answered inside of a cloud alone."""


class InsideError(Exception):
    """A host is no public one. Raised and caught within this floor; never a traceback."""


def is_public(address: IPv4Address | IPv6Address, port: int) -> bool:
    """Whether this is a server on the web, for all that its address says."""
    if port not in _PORTS or not address.is_global or address.is_multicast:
        return False
    if isinstance(address, IPv6Address):
        return address in _UNICAST and address.sixtofour is None and address.teredo is None
    return not address.is_reserved and address not in _OF_A_CLOUD


@contextmanager
def reached(parts: SplitResult, judge: Judge, seconds: float) -> Iterator[HTTPConnection]:
    """A connection to the host of an address, cut when `seconds` are over.

    Raises `InsideError` for a host that the judge refuses, and `OSError` or `ValueError` where
    there is no way to it.
    """
    is_safe = parts.scheme == "https"
    host, port = parts.hostname or "", parts.port or (443 if is_safe else 80)
    begun = time.monotonic()
    with closing(_socket(host, port, judge, seconds)) as plain:
        connection = (HTTPSConnection if is_safe else HTTPConnection)(host, port)
        opened = _secured(plain, host) if is_safe else plain
        connection.sock = opened
        timer = Timer(max(seconds - (time.monotonic() - begun), 0), _cut, [opened])
        timer.daemon = True
        timer.start()
        try:
            if isinstance(opened, ssl.SSLSocket):
                opened.do_handshake()
            yield connection
        finally:
            timer.cancel()
            opened.close()


def _socket(host: str, port: int, judge: Judge, seconds: float) -> socket.socket:
    """A socket to where a host's name leads, which has been judged."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    if not all(judge(ip_address(place[0]), port) for *_, place in found):
        raise InsideError(host)
    family, kind, protocol, _, place = found[0]
    opened = socket.socket(family, kind, protocol)
    opened.settimeout(seconds)
    try:
        opened.connect(place)
    except OSError:
        opened.close()
        raise
    return opened


def _secured(opened: socket.socket, host: str) -> ssl.SSLSocket:
    """The same, for TLS. The handshake comes later, when the clock runs that can cut it."""
    context = ssl.create_default_context()
    return context.wrap_socket(opened, server_hostname=host, do_handshake_on_connect=False)


def _cut(opened: socket.socket) -> None:
    with suppress(OSError):
        socket.socket.shutdown(opened, socket.SHUT_RDWR)  # not TLS' own: it is being read

"""The address that `serve` answers at."""

import os
import socket
from ipaddress import ip_address

_HIGHEST_PORT = 65535


def wrong_address(address: str) -> str | None:
    """Why a server cannot have this address, in the form that MkDocs reads, and what to do."""
    host, _, port = address.rpartition(":")
    bare = host.removeprefix("[").removesuffix("]")
    if not (_is_host(bare) and port.isascii() and port.isdecimal()):
        return (
            f"{address!r} is no address to serve at. Write `localhost` or the number of a network "
            "card of this computer, a colon and a port: 127.0.0.1:8000."
        )
    return wrong_place(bare, int(port))


def wrong_place(host: str, port: int) -> str | None:
    """Why no server can be started at this host and port now, and what to do."""
    if not 0 < port <= _HIGHEST_PORT:
        return f"{port} is no port. They go from 1 to {_HIGHEST_PORT}; 8000 is usual."
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        return (
            f"{host}:{port} cannot be served at: {_reason(error)}. Name another "
            "address: `postil serve --address`, `mkdocs serve --dev-addr`."
        )
    return None


def _reason(error: OSError) -> str | None:
    """The system's own words. Those for unknown names have numbers that mean other things."""
    is_unknown_name = isinstance(error, socket.gaierror)
    return error.strerror if is_unknown_name else os.strerror(error.errno or 0)


def _is_host(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        ip_address(host)
    except ValueError:
        return False
    return True

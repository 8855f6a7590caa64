"""The address that `serve` answers at."""

import os
import socket

from mkdocs.exceptions import Abort


def refuse_taken_address(host: str, port: int) -> None:
    """Raises `Abort` where no server can be started: MkDocs would end with a traceback."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        raise Abort(
            f"{host}:{port} cannot be served at: {os.strerror(error.errno or 0)}. Name another "
            "address: `postil serve --address`, `mkdocs serve --dev-addr`."
        ) from None

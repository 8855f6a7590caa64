"""Where texts are worked on: on this machine, or by a cluster whose scheduler was named."""

import os
from functools import partial
from importlib.util import find_spec
from urllib.parse import urlsplit

from mkdocs.exceptions import Abort

from postil.engines.faults import STAYS
from postil.jobs import Spread, in_forks

SCHEDULER = "POSTIL_SCHEDULER"
"""The variable of the environment that names the scheduler."""


def chosen_spread() -> Spread:
    """The way to work on texts. Raises `Abort` for a scheduler that cannot be used."""
    address = os.environ.get(SCHEDULER)
    if not address:
        return in_forks
    if wrong := wrong_scheduler(address):
        raise Abort(f"{wrong} {STAYS}")
    from postil.engines.cluster import by_cluster  # noqa: PLC0415 -- needs what may be missing

    return partial(by_cluster, address)


def wrong_scheduler(address: str) -> str | None:
    """Why a scheduler of this address cannot be used from here, and what to do about it."""
    if not _is_address(address):
        return (
            f"{address!r} is no scheduler's address. Write `tcp://`, its host, a colon and its "
            "port: tcp://192.168.0.2:8786."
        )
    if find_spec("distributed") is None:
        return "For a scheduler Dask is needed. Install it: `pip install 'postil[dask]'`."
    return None


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        has_port = bool(parts.port)
    except ValueError:
        return False
    return (
        parts.scheme in {"tcp", "tls"}
        and bool(parts.hostname)
        and has_port
        and address == f"{parts.scheme}://{parts.netloc}"
        and "@" not in parts.netloc
    )

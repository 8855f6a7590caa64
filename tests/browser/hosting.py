"""A host of sites, on this machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from stand_ins import Silent, serving

PATH = "archive"
"""The site lies below `/archive/`, as it may anywhere."""


@contextmanager
def served(site_folder: Path) -> Iterator[str]:
    """Serves a site and gives its address: it lies in a folder, not at the host's root."""
    handler = partial(_Files, directory=str(site_folder.parent))
    with serving(_Server(("127.0.0.1", 0), handler)) as address:
        yield f"{address}/{PATH}/"


class _Files(Silent, SimpleHTTPRequestHandler):
    pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_args):
        """A reader who moves on before a file is sent is no fault."""

"""Servers on this machine that stand in for others: for the web, for a forge, for a host."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from threading import Thread


class Silent:
    """For what answers: nothing of it is said on the screen."""

    def log_message(self, *_words):
        pass


def server(handler) -> ThreadingHTTPServer:
    """One that nobody is served by yet, at a port that was free."""
    return ThreadingHTTPServer(("127.0.0.1", 0), handler)


@contextmanager
def serving(at_rest: ThreadingHTTPServer) -> Iterator[str]:
    """Has a server serve, and gives its address without a slash behind it."""
    with at_rest:
        thread = Thread(target=at_rest.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{at_rest.server_port}"
        finally:
            at_rest.shutdown()
            thread.join()

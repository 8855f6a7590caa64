"""What ends a command from outside, beside Ctrl-C: `kill`, and a terminal that is closed."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_NAMES = ("SIGTERM", "SIGHUP")

_ENDINGS = tuple(getattr(signal, name) for name in _NAMES if hasattr(signal, name))
"""Windows has no terminal that hangs up."""

Handler = Callable[[int, FrameType | None], object] | signal.Handlers


@contextmanager
def ended_by(end: Callable[[int], None]) -> Iterator[None]:
    """While the block runs, `end` is called with the number of the signal instead of an end."""
    before = {number: signal.getsignal(number) for number in _handled()}
    _handle(lambda number, _: end(number))
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def end_as_ctrl_c_does() -> None:
    """From now on the first raises `KeyboardInterrupt`, so that what was begun is tidied up.

    Another one does not disturb that: a terminal that is closed tells every process in it, and
    whoever started one hands on what it heard.
    """

    def end(number: int, frame: FrameType | None) -> None:
        _handle(signal.SIG_IGN)
        signal.default_int_handler(number, frame)

    _handle(end)


def end_at_once() -> None:
    """From now on each ends this process on the spot, as it does by itself."""
    _handle(signal.SIG_DFL)


def _handle(handler: Handler) -> None:
    for number in _handled():
        signal.signal(number, handler)


def _handled() -> list[int]:
    """Those that may be handled here: by the main thread alone, and not what `nohup` keeps away."""
    if threading.current_thread() is not threading.main_thread():
        return []
    return [number for number in _ENDINGS if signal.getsignal(number) is not signal.SIG_IGN]

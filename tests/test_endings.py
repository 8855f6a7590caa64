"""What ends a command from outside is handed on, or ends it as Ctrl-C does."""

import os
import signal
import threading

import pytest

from postil.endings import end_as_ctrl_c_does, end_at_once, ended_by

pytestmark = pytest.mark.skipif(os.name != "posix", reason="what ends a process is POSIX's")


@pytest.fixture(autouse=True)
def _as_before():
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    for number in before:
        signal.signal(number, signal.SIG_DFL)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP"])
def test_what_would_end_a_command_is_handed_on_while_it_waits(number):
    heard = []
    with ended_by(heard.append):
        signal.raise_signal(signal.Signals[number])
    assert heard == [signal.Signals[number]]
    assert signal.getsignal(signal.Signals[number]) is signal.SIG_DFL


@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP"])
def test_a_server_is_ended_by_it_as_by_ctrl_c(number):
    end_as_ctrl_c_does()
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.Signals[number])


def test_a_second_one_does_not_disturb_the_end_of_a_server():
    end_as_ctrl_c_does()
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGHUP)
    signal.raise_signal(signal.SIGTERM)
    signal.raise_signal(signal.SIGHUP)


def test_what_nohup_keeps_away_stays_away():
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    heard = []
    with ended_by(heard.append):
        signal.raise_signal(signal.SIGHUP)
    end_as_ctrl_c_does()
    signal.raise_signal(signal.SIGHUP)
    end_at_once()
    assert heard == []
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN


def test_a_fork_of_a_server_ends_at_once():
    end_as_ctrl_c_does()
    end_at_once()
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_another_thread_leaves_everything_as_it_is():
    told = []

    def tell():
        with ended_by(told.append):
            told.append(signal.getsignal(signal.SIGTERM))

    thread = threading.Thread(target=tell)
    thread.start()
    thread.join()
    assert told == [signal.SIG_DFL]

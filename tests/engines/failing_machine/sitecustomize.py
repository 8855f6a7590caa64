"""Makes the machine fail below a Python process that has this folder on its path.

`REFUSED` names a kind of call (an audit event), a part of a path and an error: every such call on
such a path fails with it. `CLOCK` is the time that every clock shows, in seconds since 1970.
"""

import datetime as dt
import errno
import os
import sys
import time

if refused := os.environ.get("REFUSED"):
    kind, part, name = refused.split("|")

    def refuse(event, details):
        if event != kind:
            return
        for detail in details:
            if isinstance(detail, str | bytes | os.PathLike) and part in os.fsdecode(detail):
                number = getattr(errno, name)
                raise OSError(number, os.strerror(number), os.fsdecode(detail))

    sys.addaudithook(refuse)

if clock := os.environ.get("CLOCK"):

    class WrongDatetime(dt.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls.fromtimestamp(int(clock), tz)

    dt.datetime = WrongDatetime
    time.time = lambda: float(clock)

"""Moments as pages write them, and as the archive does."""

import re
from email.utils import parsedate_to_datetime

from postil.model.dates import DateError, parse_edtf

_ISO = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})"
    r"(?:[T ](?P<time>\d{2}:\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?"
    r"\s?(?P<zone>Z|[+-]\d{2}:?(?:\d{2})?)?)?",
    re.ASCII | re.IGNORECASE,
)
_LONGEST = 60
"""Characters of a date with all its parts."""

_UNSET = "1970-01-01"
"""What programs write that have no date: the first day of their clock."""


def edtf_of(written: str) -> str | None:
    """The moment to the minute where a page gives its zone, else the day; `None` for no date.

    A time without a zone is left out: nobody can tell which moment it is.
    """
    text = written.strip()[:_LONGEST]
    match = _ISO.fullmatch(text)
    found = _from_iso(match) if match else _from_mail(text)
    if found is None or found.startswith(_UNSET):
        return None
    try:
        return parse_edtf(found).text
    except DateError:
        return None


def _from_iso(match: re.Match[str]) -> str:
    day, time, zone = match["day"], match["time"], match["zone"]
    return f"{day}T{time}{_zone(zone)}" if time and zone else day


def _zone(written: str) -> str:
    digits = written[1:].replace(":", "").ljust(4, "0")
    return "Z" if not digits.strip("0") else f"{written[0]}{digits[:2]}:{digits[2:]}"


def _from_mail(text: str) -> str | None:
    """A date as mails and HTTP have it: `Mon, 10 Mar 2025 17:42:11 GMT`."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    if moment.tzinfo is None:
        return moment.date().isoformat()
    return _with_z(moment.isoformat(timespec="minutes"))


def _with_z(text: str) -> str:
    return f"{text.removesuffix('+00:00')}Z" if text.endswith("+00:00") else text

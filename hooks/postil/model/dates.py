"""Dates as news has them: to the day, the minute, the month or the year, and sometimes about.

A subset of EDTF level 0 and 1 (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/): the
forms `2025`, `2025-12`, `2025-12-17` and `2025-12-17T18:40Z`, each with an optional `~`
(approximate) or `?` (uncertain) at its end.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Any

_FORM = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})"
    r"(?:T(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?P<zone>Z|[+-]\d{2}:\d{2}))?"
    r")?)?(?P<qualifier>[~?]?)",
    re.ASCII,
)

_REMEMBERED = 4_096
"""Dates that are parsed once: an archive has many articles and notes of one day."""


class DateError(ValueError):
    """What is wrong with a date, as the end of a sentence about it; the remedy behind `; `."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as it was written, with the first and last day that it can mean."""

    text: str
    first: date
    last: date
    moment: datetime | None = None
    qualifier: str = ""

    def __str__(self) -> str:
        return self.text

    def __reduce__(self) -> tuple[Callable[[str], "Edtf"], tuple[str]]:
        return parse_edtf, (self.text,)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:  # noqa: ANN401 -- pydantic's protocol
        """A string, then `parse_edtf`."""
        return {
            "type": "function-after",
            "function": {"type": "no-info", "function": parse_edtf},
            "schema": {"type": "str"},
        }

    @property
    def year(self) -> int:
        """The year, for addresses and facets."""
        return self.first.year

    @property
    def precision(self) -> str:
        """`year`, `month`, `day` or `minute`: the smallest part that was written."""
        if self.moment:
            return "minute"
        return {4: "year", 7: "month"}.get(len(self.text.rstrip("~?")), "day")

    @property
    def sort_key(self) -> tuple[date, float]:
        """Orders by day and, within it, by minute; what gives no minute comes first."""
        return (self.first, self.moment.timestamp() if self.moment else 0.0)


@lru_cache(maxsize=_REMEMBERED)
def parse_edtf(text: str) -> Edtf:
    """The date that `text` writes. Raises `DateError` with what is wrong in a reader's words."""
    match = _FORM.fullmatch(text)
    if match is None:
        raise DateError(
            "is no date; write 2025-12-17, 2025-12-17T18:40Z, 2025-12 or 2025, "
            "with ~ behind it for about"
        )
    parts = {
        key: int(value) for key, value in match.groupdict().items() if value and value.isdigit()
    }
    year, month, day = parts["year"], parts.get("month"), parts.get("day")
    if year < 1:
        raise DateError("has no year 0; years run from 0001")
    if month is not None and not 1 <= month <= 12:  # noqa: PLR2004 -- months of a year
        raise DateError(f"has no month {month:02d}; months run from 01 to 12")
    first = date(year, month or 1, 1)
    last = date(year, month or 12, monthrange(year, month or 12)[1])
    if day is not None:
        if not 1 <= day <= last.day:
            raise DateError(f"does not exist; that month runs from 01 to {last.day}")
        first = last = date(year, month or 1, day)
    moment = _moment(first, match, parts) if match["zone"] else None
    return Edtf(text, first, last, moment, match["qualifier"])


def _moment(day: date, match: re.Match[str], parts: dict[str, int]) -> datetime:
    hour, minute, second = parts["hour"], parts["minute"], parts.get("second", 0)
    if hour > 23 or minute > 59 or second > 59:  # noqa: PLR2004 -- the clock's own numbers
        raise DateError("has no such time; hours run from 00 to 23, minutes from 00 to 59")
    zone = match["zone"]
    if zone == "Z":
        offset = UTC
    else:
        sign = -1 if zone[0] == "-" else 1
        hours, minutes = int(zone[1:3]), int(zone[4:6])
        if hours > 14 or minutes > 59:  # noqa: PLR2004 -- the widest offset in use is +14:00
            raise DateError("has no such time zone; offsets run from -14:00 to +14:00")
        offset = timezone(sign * timedelta(hours=hours, minutes=minutes))
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=offset)

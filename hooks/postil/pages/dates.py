"""Dates as readers of a language write them."""

from datetime import date
from functools import cache

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time

from postil.model.dates import Edtf

_PATTERNS = {"year": "y", "month": "MMMM y", "day": "d MMMM y", "minute": "d MMMM y"}
_PERIODS = {1: "y", 2: "LLLL y", 3: "d MMMM y"}
_SHORT = {1: "y", 2: "LLLL", 3: "d"}


@cache
def locale_of(language: str) -> Locale:
    """The conventions of a language; those of British English where it has none on record."""
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")
    return Locale("en", "GB") if str(locale) == "en" else locale


@cache
def date_label(when: Edtf, language: str) -> str:
    """`17 December 2025`, `December 2025`, `about 2025`, with the time (UTC offset) if written."""
    locale = locale_of(language)
    label = format_date(when.first, _PATTERNS[when.precision], locale=locale)
    if when.moment:
        label += f", {format_time(when.moment, 'HH:mm', locale=locale)}{_zone(when)}"
    return {"~": f"about {label}", "?": f"{label} (uncertain)"}.get(when.qualifier, label)


@cache
def period_label(period: tuple[str, ...], language: str) -> str:
    """`2025`, `March 2025` or `17 March 2025` for a year, month and day as an address has them."""
    return format_date(_first_day(period), _PERIODS[len(period)], locale=locale_of(language))


@cache
def short_period_label(period: tuple[str, ...], language: str) -> str:
    """The same beside its neighbours: `March` in a year, `17` in a month."""
    return format_date(_first_day(period), _SHORT[len(period)], locale=locale_of(language))


@cache
def short_month(when: Edtf, language: str) -> str:
    """`Dec 2025` where there is little room; `2025` for a date that is only as exact."""
    pattern = "y" if when.precision == "year" else "MMM y"
    return format_date(when.first, pattern, locale=locale_of(language))


@cache
def day_label(when: Edtf, language: str) -> str:
    """The same beside its year: `17 Dec`, `Dec`; `about 17 Dec`; nothing of what is only a year."""
    skeleton = {"year": "", "month": "MMM"}.get(when.precision, "MMMd")
    label = format_skeleton(skeleton, when.first, locale=locale_of(language)) if skeleton else ""
    return f"about {label}" if label and when.qualifier else label


def machine_date(when: Edtf) -> str:
    """What a `datetime` attribute takes: the date as written, without its qualifier."""
    return when.text.rstrip("~?")


def _first_day(period: tuple[str, ...]) -> date:
    year, month, day = (*map(int, period), 1, 1)[:3]
    return date(year, month, day)


def _zone(when: Edtf) -> str:
    offset = when.text.rstrip("~?")[-6:]
    return " UTC" if offset.endswith("Z") or offset[1:] == "00:00" else f" UTC{offset}"

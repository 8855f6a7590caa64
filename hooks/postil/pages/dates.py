"""Dates as readers of a language write them."""

from datetime import date
from functools import cache

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date, format_time

from postil.model.dates import Edtf

_PATTERNS = {"year": "y", "month": "MMMM y", "day": "d MMMM y", "minute": "d MMMM y"}


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
def month_label(when: Edtf, language: str) -> str:
    """The heading that a date is listed under: its month, or the year where it has none."""
    if when.precision == "year":
        return "Without a month"
    return format_date(date(when.year, when.first.month, 1), "LLLL y", locale=locale_of(language))


def machine_date(when: Edtf) -> str:
    """What a `datetime` attribute takes: the date as written, without its qualifier."""
    return when.text.rstrip("~?")


def _zone(when: Edtf) -> str:
    offset = when.text.rstrip("~?")[-6:]
    return " UTC" if offset.endswith("Z") or offset[1:] == "00:00" else f" UTC{offset}"

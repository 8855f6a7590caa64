r"""Works as BibTeX, for BibTeX itself and for biblatex.

biblatex reads `date`, which BibTeX passes over; BibTeX reads `year` and `month`, which biblatex
passes over where there is a date (biblatex manual, §2.2.2).
"""

from collections.abc import Iterator

from postil.model.dates import Edtf
from postil.pages.citation import Work

_ENTRY = {"article-newspaper": "article", "webpage": "misc"}
_CONTAINER = {"article-newspaper": "journal", "webpage": "howpublished"}

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The names that every BibTeX style spells out."""

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # `\{` would leave braces without a partner, which ends the field
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
} | {character: f"\\{character}" for character in "$&#%_"}
_TEXT = str.maketrans(_SPECIAL)

_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})
"""An address is taken word for word; only what would end the field is written otherwise."""


def bibtex(work: Work) -> str:
    """A work as an entry."""
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(work))
    return f"@{_ENTRY[work.kind]}{{{work.key},\n{fields}}}\n"


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    if work.authors:
        yield "author", _braced(" and ".join(_braced(escaped(name)) for name in work.authors))
    yield "title", _braced(_braced(escaped(work.title)))
    yield _CONTAINER[work.kind], _braced(escaped(work.container))
    if work.issued:
        yield from _dates(work.issued)
    if work.url:
        yield "url", _braced(work.url.translate(_ADDRESS))
    if work.accessed:
        yield "urldate", _braced(_day(work.accessed))
    yield "language", _braced(escaped(work.language))
    if note := _note(work):
        yield "note", _braced(note)


def escaped(text: str) -> str:
    """Text as TeX sets it, without a brace that lacks its partner."""
    return text.translate(_TEXT)


def _braced(value: str) -> str:
    """Around names and titles a second pair keeps capitals, and names whole."""
    return f"{{{value}}}"


def _dates(when: Edtf) -> Iterator[tuple[str, str]]:
    yield "date", _braced(_day(when) + when.qualifier)
    yield "year", _braced(f"{when.first.year:04d}")
    if when.precision != "year":
        yield "month", _MONTHS[when.first.month - 1]


def _day(when: Edtf) -> str:
    """The date as far as it is known, without a time."""
    return when.text.rstrip("~?").partition("T")[0]


def _note(work: Work) -> str:
    if work.archive and work.archive_url:
        return rf"Kept in {escaped(work.archive)}, \url{{{work.archive_url.translate(_ADDRESS)}}}"
    return escaped(work.note or "")

"""One fault, and the three ways to print it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from postil.diagnostics.codes import WARNINGS, Code


@dataclass(frozen=True, order=True)
class Place:
    """Where in the archive: a path from its root with `/`, a line and a column, both from 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, order=True)
class Diagnostic:
    """A fault of content.

    `message` says what is wrong in one sentence, without a full stop; `remedy` says what to do or
    to write instead, as a sentence.
    """

    place: Place
    code: Code
    message: str
    remedy: str

    @property
    def is_error(self) -> bool:
        """Whether it fails the check."""
        return self.code not in WARNINGS


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether anything among them fails the check."""
    return any(diagnostic.is_error for diagnostic in diagnostics)


def as_text(diagnostic: Diagnostic) -> str:
    """`path:line:column: [code] message. Remedy.`, the form that editors turn into links."""
    place = diagnostic.place
    return (
        f"{one_line(place.path)}:{place.line}:{place.column}: [{diagnostic.code}] "
        f"{one_line(diagnostic.message)}. {one_line(diagnostic.remedy)}"
    )


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """All of them as one JSON array of flat objects.

    What of a file's name is no text (half a surrogate pair) stands there as JSON's escape of it.
    """
    rows = [
        {
            "path": diagnostic.place.path,
            "line": diagnostic.place.line,
            "column": diagnostic.place.column,
            "code": diagnostic.code,
            "severity": "error" if diagnostic.is_error else "warning",
            "message": diagnostic.message,
            "remedy": diagnostic.remedy,
        }
        for diagnostic in diagnostics
    ]
    written = json.dumps(rows, ensure_ascii=False, indent=2)
    return written.encode("utf-8", "backslashreplace").decode()


def as_github(diagnostic: Diagnostic) -> str:
    """A workflow command that GitHub shows as an annotation on the line.

    The escapes are those of GitHub's toolkit, so that no contributed byte can start a command of
    its own: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
    """
    place = diagnostic.place
    level = "error" if diagnostic.is_error else "warning"
    text = f"{one_line(diagnostic.message)}. {one_line(diagnostic.remedy)}"
    return (
        f"::{level} file={_property(place.path)},line={place.line},col={place.column},"
        f"title={_property(diagnostic.code)}::{_data(text)}"
    )


def one_line(text: str) -> str:
    """A text with escapes for what does not show: it is one line, and cannot paint the screen."""
    return "".join(char if char.isprintable() else _escape(char) for char in text)


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(one_line(text)).replace(":", "%3A").replace(",", "%2C")

"""From the bytes of a file to its text."""

from pathlib import Path

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place
from postil.model.values import HIDDEN
from postil.text.source import line_and_column

MAX_BYTES = 1_000_000
"""The longest text: about 160,000 words, longer than any article and most books."""

_DIRECTION_MARKS = "\u061c\u200e\u200f"
"""Ordinary in the texts of languages written from right to left; they move no other word."""


def read_text(root: Path, path: str) -> str | Diagnostic:
    """The text of a file with line feeds and without a byte order mark, or what prevents it."""
    with (root / path).open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return Diagnostic(
            Place(path),
            Code.FILE_SIZE,
            f"The file is larger than {MAX_BYTES // 1_000:,} kB",
            "Shorten it, or split it into several articles.",
        )
    return decode(data, path)


def decode(data: bytes, path: str) -> str | Diagnostic:
    """The text that `data` encodes in UTF-8, or where it does not."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        return Diagnostic(
            Place(path, line, column),
            Code.ENCODING,
            f"The byte 0x{data[error.start]:02X} is not UTF-8",
            "Save the file as UTF-8 (in most editors: Save with encoding).",
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return Diagnostic(
            Place(path),
            Code.EMPTY_FILE,
            "The file is empty",
            "Write the record, beginning with a line ---, or delete the file.",
        )
    hidden = next(
        (found for found in HIDDEN.finditer(text) if found[0] not in _DIRECTION_MARKS), None
    )
    if hidden is None:
        return text
    return Diagnostic(
        Place(path, *line_and_column(text, hidden.start(), 1)),
        Code.HIDDEN_CHARACTER,
        f"A character that does not show stands here: U+{ord(hidden[0]):04X}",
        "Delete it: it makes the text read otherwise than it is.",
    )

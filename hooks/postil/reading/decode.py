"""From the bytes of a file to its text."""

import os
from pathlib import Path

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place
from postil.model.values import DIRECTION_MARKS, HIDDEN, UNUSUAL
from postil.text.source import line_and_column

MAX_BYTES = 1_000_000
"""The longest text: about 160,000 words, longer than any article and most books."""


def read_text(root: Path, path: str) -> str | Diagnostic:
    """The text of a file with line feeds and without a byte order mark, or what prevents it."""
    data = read_bytes(root, path)
    return data if isinstance(data, Diagnostic) else decode(data, path)


def read_bytes(root: Path, path: str) -> bytes | Diagnostic:
    """The bytes of a file, unless there are more than a text may have, or it cannot be read.

    A link or a pipe that took the file's place since it was found is neither followed nor waited
    for.
    """
    try:
        with open(f"{root}/{path}", "rb", opener=_open_itself) as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return unreadable(path, error)
    if len(data) > MAX_BYTES:
        return Diagnostic(
            Place(path),
            Code.FILE_SIZE,
            f"The file is larger than {MAX_BYTES // 1_000:,} kB",
            "Shorten it, or split it into several articles.",
        )
    return data


def _open_itself(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def unreadable(path: str, error: OSError) -> Diagnostic:
    """What is told of a file or folder that the system does not let anyone read."""
    return Diagnostic(
        Place(path),
        Code.UNREADABLE_FILE,
        f"This cannot be read: {error.strerror or type(error).__name__}",
        "Give the permission to read it, or put it there anew.",
    )


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
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return Diagnostic(
            Place(path),
            Code.EMPTY_FILE,
            "The file is empty",
            "Write the record, beginning with a line ---, or delete the file.",
        )
    if not UNUSUAL.search(text):
        return text
    # Of the characters of a text, few are looked at by a pattern that knows thousands.
    hidden = set(HIDDEN.findall("".join(set(text)))).difference(DIRECTION_MARKS)
    if not hidden:
        return text
    at = min(map(text.index, hidden))
    return Diagnostic(
        Place(path, *line_and_column(text, at, 1)),
        Code.HIDDEN_CHARACTER,
        f"A character that does not show stands here: U+{ord(text[at]):04X}",
        "Delete it: it makes the text read otherwise than it is.",
    )

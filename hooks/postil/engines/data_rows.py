"""The data files, written, and their rows counted as they are read back.

Another process may do both while the pages are made.
"""

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from postil.building.sources import Version
from postil.engines.files import version_of, write_stream
from postil.pages.data_files import data_files
from postil.pages.shelf import Shelf

_ROW = re.compile(rb'\{"(?:id|article)": "([^"]+)"(?:, "target": "([^"]+)")?')
"""How a line of a data file begins: with what names its record."""

_ROW_END = b"}\n"


class Rows(NamedTuple):
    """How many whole lines a data file has of each record, and what tells whether it is that file.

    There is no version where there is no file.
    """

    lines: Counter[str]
    version: Version | None


def write_data(shelf: Shelf, folder: Path) -> dict[str, Rows]:
    """Writes the data files below a folder; gives the rows of each by its path."""
    files = list(data_files(shelf))
    for file in files:
        write_stream(folder / file.path, file.pieces)
    return {file.path: rows_in(folder / file.path) for file in files}


def rows_in(file: Path, known: Rows | None = None) -> Rows:
    """The rows of a file, counted anew unless it is the one that they are known of."""
    if not file.is_file():
        return Rows(Counter(), None)
    version = version_of(file)
    return known if known and known.version == version else Rows(_lines_in(file), version)


def _lines_in(file: Path) -> Counter[str]:
    with file.open("rb") as lines:
        whole = (line for line in lines if line.endswith(_ROW_END))
        rows = Counter(row[0] for line in whole if (row := _ROW.match(line)))
    return Counter({_record_of(row): count for row, count in rows.items()})


def _record_of(row: bytes) -> str:
    """What names its record in the beginning of a line."""
    found = _ROW.match(row)
    assert found is not None  # noqa: S101 -- it is what matched
    id_, target = found.groups()
    return f"{target.decode()}#{id_.decode()}" if target else id_.decode()

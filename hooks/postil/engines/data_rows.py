"""The data files, written, and their rows counted when they are read back.

Another process may do both while the pages are made.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from postil.building.sources import Version
from postil.engines.files import version_of, write_stream
from postil.pages.data_files import data_files
from postil.pages.shelf import Shelf

_ROW = re.compile(rb'\{"(?:id|article)": "([^"]+)"(?:, "target": "([^"]+)")?')
"""How a line of a data file begins: with what names its record."""

_ROW_END = b"}\n"


class Counted(NamedTuple):
    """What a data file has too little or too much of, and what tells whether it is that file.

    It is small, for a process that waits until all of it is taken over keeps its memory. There is
    no version where there is no file.
    """

    losses: tuple[str, ...]
    version: Version | None


def write_data(
    shelf: Shelf, folder: Path, came_in: Mapping[str, Counter[str]]
) -> dict[str, Counted]:
    """Writes the data files below a folder; gives by their names what is lost in them.

    `came_in` says of each how many lines it must have of each record.
    """
    for file in data_files(shelf):
        write_stream(folder / file.path, file.pieces)
    return {name: counted(folder, name, rows) for name, rows in came_in.items()}


def counted(
    folder: Path, name: str, came_in: Counter[str], known: Counted | None = None
) -> Counted:
    """What is lost in a data file, counted anew unless it is the one of which that is known."""
    path = f"data/{name}.jsonl"
    file = folder / path
    version = version_of(file) if file.is_file() else None
    if known and known.version == version:
        return known
    out = _lines_in(file) if version else Counter[str]()
    return Counted(tuple(differences(f"{path}: ", "", came_in, out)), version)


def differences(where: str, what: str, came_in: Counter[str], out: Counter[str]) -> Iterator[str]:
    """What there is too little or too much of, a line for each."""
    for name in sorted(came_in.keys() | out.keys()):
        if came_in[name] != out[name]:
            yield f"{where}{out[name]:,} instead of {came_in[name]:,} of {what}{name}"


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

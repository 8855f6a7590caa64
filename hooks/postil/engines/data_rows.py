"""The data files, written, and their rows counted when they are read back.

Another process may do both while the pages are made. A file in which nothing would be another is
taken over from the last site.
"""

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from postil.building.ledger import Counted, DataFiles, File
from postil.digests import digest_of
from postil.engines.files import file_at, write_stream
from postil.pages.data_files import data_files
from postil.pages.shelf import Shelf

_ROW = re.compile(rb'\{"(?:id|article)": "([^"]+)"(?:, "target": "([^"]+)")?')
"""How a line of a data file begins: with what names its record."""

_ROW_END = b"}\n"


def write_data(
    shelf: Shelf, new: Path, last: Path, came_in: Mapping[str, Counter[str]], before: DataFiles
) -> DataFiles:
    """Writes the data files below `new`; gives what is lost in them.

    `came_in` says of each how many lines it must have of each record. What was counted `before` of
    a file of the `last` site holds where that is taken over.
    """
    now = {}
    for file in data_files(shelf):
        name = Path(file.path).stem
        rows = came_in.get(name, Counter())
        key = digest_of([file.key, repr(dict(rows)).encode()])
        known = before.get(name)
        if known and known.key == key and _is_taken_over(known.file, new, last):
            now[name] = known
        else:
            write_stream(new / file.path, file.pieces)
            now[name] = _counted(new, name, rows)._replace(key=key)
    return now


def _is_taken_over(file: File | None, new: Path, last: Path) -> bool:
    """Takes a file over, as the very same file, if it lies in the last site as it was written."""
    try:
        if file is None or file_at(file.address, last / file.address) != file:
            return False
        (new / file.address).parent.mkdir(parents=True, exist_ok=True)
        os.link(last / file.address, new / file.address)
    except OSError:  # it is written
        return False
    return True


def losses_in(
    folder: Path, name: str, came_in: Counter[str], known: Counted | None
) -> tuple[str, ...]:
    """What is lost in a data file, counted anew unless it is the one of which that is known."""
    if known and known.file == _file(folder, name):
        return known.losses
    return _counted(folder, name, came_in).losses


def _counted(folder: Path, name: str, came_in: Counter[str]) -> Counted:
    path = f"data/{name}.jsonl"
    file = _file(folder, name)
    out = _lines_in(folder / path) if file else Counter[str]()
    return Counted(b"", tuple(differences(f"{path}: ", "", came_in, out)), file)


def _file(folder: Path, name: str) -> File | None:
    path = f"data/{name}.jsonl"
    try:
        return file_at(path, folder / path)
    except OSError:
        return None


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

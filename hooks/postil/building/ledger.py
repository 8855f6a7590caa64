"""What was written into a site, and what it was composed of."""

from collections.abc import Mapping
from typing import Literal, NamedTuple


class File(NamedTuple):
    """A page or a data file that was written, and what tells whether its file is still that one."""

    address: str
    number: int
    """The number that the file system knows it by."""
    size: int
    changed: int
    """When it was written, in nanoseconds."""


class Sheet(NamedTuple):
    """A page that was written, and what stands for all that it was composed of."""

    key: bytes
    file: File


class Printed(NamedTuple):
    """The pages of a part, and what stands for all that they were composed of."""

    key: bytes
    sheets: tuple[Sheet, ...]

    @property
    def files(self) -> list[File]:
        """The files of all its pages."""
        return [sheet.file for sheet in self.sheets]


Part = tuple[Literal["articles", "actors", "topics", "analysts", "indexes"], str]
"""What is published in one go: all pages of a record, or an index with all that lies below it."""

Ledger = Mapping[Part, Printed]
"""What was printed, by parts."""


class Counted(NamedTuple):
    """A data file that was written, and what it has too little or too much of.

    `key` stands for what it was made of and what must be in it. It is small, for a process that
    waits until all of it is taken over keeps its memory. There is no `file` where there is none.
    """

    key: bytes
    losses: tuple[str, ...]
    file: File | None


DataFiles = Mapping[str, Counted]
"""What was counted in data files, by their names."""


class Written(NamedTuple):
    """What was written into a site: its pages, by parts, and its data files."""

    pages: Ledger
    data: DataFiles


def files_of(ledger: Ledger) -> set[File]:
    """The files of all pages."""
    return {file for printed in ledger.values() for file in printed.files}

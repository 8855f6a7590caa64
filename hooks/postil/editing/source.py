"""A file's text as the reader sees it, over the characters that the file really holds.

The reader leaves out a byte order mark and makes every line end a line feed. An edit is said in the
reader's offsets and made in the file's own characters, so that all else stays as it was.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from postil.diagnostics.diagnostic import Diagnostic
from postil.reading.decode import decode, read_bytes

_BOM = "\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, order=True)
class Edit:
    """`text` in the place of what stands between two offsets of a source's text."""

    start: int
    end: int
    text: str = ""


@dataclass(frozen=True)
class Source:
    """A file's characters, as they are."""

    raw: str

    @cached_property
    def text(self) -> str:
        """The characters as the reader sees them."""
        return _LINE_END.sub("\n", self.raw.removeprefix(_BOM))

    @property
    def data(self) -> bytes:
        """The file's bytes."""
        return self.raw.encode()

    def edited(self, edits: Iterable[Edit]) -> "Source":
        """The source after edits that do not overlap. Their line feeds become the file's own."""
        pieces = []
        done = 0
        for edit in sorted(edits):
            pieces += [self.raw[done : self._in_raw(edit.start)]]
            pieces += [edit.text.replace("\n", self._line_end)]
            done = self._in_raw(edit.end)
        return Source("".join([*pieces, self.raw[done:]]))

    @cached_property
    def _line_end(self) -> str:
        """How the file ends its lines, by its first."""
        found = _LINE_END.search(self.raw)
        return found[0] if found else "\n"

    def _in_raw(self, offset: int) -> int:
        """Where what stands at an offset of `text` stands in `raw`."""
        line = bisect_right(self._lines_in_text, offset) - 1
        return self._lines_in_raw[line] + offset - self._lines_in_text[line]

    @cached_property
    def _lines_in_text(self) -> list[int]:
        """Where each line of `text` begins there."""
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]

    @cached_property
    def _lines_in_raw(self) -> list[int]:
        """Where each line of `text` begins in `raw`."""
        first = len(_BOM) if self.raw.startswith(_BOM) else 0
        return [first, *(end.end() for end in _LINE_END.finditer(self.raw)), len(self.raw) + 1]


def read_source(root: Path, path: str) -> Source | Diagnostic:
    """The file `path` under `root`, or what prevents it from being read as a record's."""
    data = read_bytes(root, path)
    return data if isinstance(data, Diagnostic) else source_of(data, path)


def source_of(data: bytes, path: str) -> Source | Diagnostic:
    """The source in a file's bytes, or what prevents them from being read as a record's."""
    text = decode(data, path)
    return text if isinstance(text, Diagnostic) else Source(data.decode())

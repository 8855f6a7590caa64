"""Pages written into the site that is being built, or taken over from the last one."""

import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from postil.building.ledger import File
from postil.engines.files import file_at, write
from postil.engines.frame import Frames, framed
from postil.pages.page import Page


@dataclass(frozen=True)
class SitePress:
    """Writes pages in their frames below `new`, and takes them over from `last`, the last site.

    `there` has the pages of the last site that lie below `new` already: their files' numbers, by
    address. Raises `OSError` where nothing can be written.
    """

    frames: Frames
    new: Path
    last: Path
    there: Mapping[str, int]

    def write(self, page: Page) -> File:
        """Writes a page."""
        path = self.new / page.address / "index.html"
        if page.address in self.there:
            path.unlink()  # the file is the last site's too
        write(path, framed(page, self.frames).encode())
        return file_at(page.address, path)

    def write_again(self, files: Sequence[File]) -> bool:
        """Takes pages over; gives whether all of them lie in the last site as they were written."""
        paths = [f"{self.last}/{file.address}index.html" for file in files]
        try:
            if not all(map(self._is_last, files, paths)):
                return False
        except OSError:
            return False
        for file, path in zip(files, paths, strict=True):
            if file.address not in self.there:
                _take_over(path, f"{self.new}/{file.address}")
        return True

    def _is_last(self, file: File, path: str) -> bool:
        """Whether the last site has that file there, and the new one no other. Raises `OSError`."""
        return (
            file_at(file.address, path) == file
            and self.there.get(file.address, file.number) == file.number
        )


def _take_over(last: str, folder: str) -> None:
    """One file at two addresses, until the last site goes; a copy where that cannot be."""
    try:
        os.mkdir(folder)  # noqa: PTH102 -- for each page a `Path` takes as long again
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    try:
        os.link(last, f"{folder}index.html")
    except OSError:
        shutil.copy2(last, f"{folder}index.html")

"""What Postil publishes, as far as MkDocs has to know of it."""

import logging
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from postil.building.publishing import INDEXES
from postil.model.archive import Archive
from postil.reading.discover import RECORD_FOLDERS

log = logging.getLogger("mkdocs.plugins.postil")

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

_DOCS_FOLDERS = tuple(
    f"{folder.removeprefix('docs/')}/" for folder in RECORD_FOLDERS if folder.startswith("docs/")
)

_FIRST_DAY, _LAST_DAY = date(1970, 1, 2), date(2106, 1, 1)
"""The days that a gzipped sitemap can be dated by."""


class ArchiveFile(File):
    """A page that is composed and written elsewhere: MkDocs only leads links to it."""

    def __init__(self, address: str, config: MkDocsConfig) -> None:
        super().__init__(
            f"{address}index.md",
            src_dir=None,
            dest_dir=config.site_dir,
            use_directory_urls=config.use_directory_urls,
            dest_uri=f"{address}index.html",
            inclusion=InclusionLevel.NOT_IN_NAV,
        )

    def is_documentation_page(self) -> bool:
        """Not for MkDocs to read and render."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 -- MkDocs' interface
        """Nothing: it is written already."""


def put_archive(files: Files, addresses: Iterable[str], config: MkDocsConfig) -> None:
    """Puts the published pages of records in the place of all record files, for links to them."""
    for file in list(files):
        if file.src_uri.startswith(_DOCS_FOLDERS):
            files.remove(file)
    for address in (*INDEXES, *addresses):
        page = ArchiveFile(address, config)
        if page.src_uri not in files.src_uris:
            files.append(page)


def leave_to_the_archive(files: Files, written: Path) -> None:
    """Takes out what would be written over a page or a file of the archive, and says so."""
    for file in list(files):
        if not isinstance(file, ArchiveFile) and (written / file.dest_uri).is_file():
            log.warning("docs/%s is left out: %s is the archive's.", file.src_uri, file.dest_uri)
            files.remove(file)


def make_publishable(files: Files, day: str) -> None:
    """Dates every page written by hand without asking the clock, and takes comments out of it.

    A comment is for those who write a page.
    """
    for file in files.documentation_pages():
        if file.page is not None:
            file.page.update_date = day
            file.page.content = _COMMENT.sub("", file.page.content or "")


def newest_date(archive: Archive) -> str:
    """The day of the newest article or note: what the sitemap says of every page.

    MkDocs would write the day of the build. The day is one that every file format can hold.
    """
    days: list[date] = [record.data.published.first for record in archive.articles.values()]
    days += [note.data.date.first for note in archive.notes.values()]
    return min(max([*days, _FIRST_DAY]), _LAST_DAY).isoformat()


def with_archive(sitemap: str, addresses: Iterable[str], day: str) -> str:
    """MkDocs' sitemap with the archive's pages, given by their whole addresses."""
    entries = (
        f"<url><loc>{escape(address)}</loc><lastmod>{day}</lastmod></url>\n"
        for address in addresses
    )
    head, end, rest = sitemap.rpartition("</urlset>")
    return f"{head}{''.join(entries)}{end}{rest}"

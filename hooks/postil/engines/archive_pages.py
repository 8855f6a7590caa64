"""What Postil composes, as files and pages of MkDocs."""

from datetime import date

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from postil.engines.frame import FRAME
from postil.linking.backlinks import all_notes
from postil.linking.link import LinkedArchive
from postil.pages.page import Asset, Page

_FIRST_DAY, _LAST_DAY = date(1970, 1, 2), date(2106, 1, 1)
"""The days that a gzipped sitemap can be dated by."""


def page_file(page: Page, config: MkDocsConfig) -> File:
    """A composed page as a generated file whose `page` already holds its HTML."""
    file = File.generated(
        config, f"{page.address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
    )
    if page.source:
        file.edit_uri = _edit_uri(page.source)
    _ArchivePage(page, file, config)
    return file


def asset_file(asset: Asset, config: MkDocsConfig) -> File:
    """A composed file that is no page."""
    return File.generated(
        config, asset.path, content=asset.content, inclusion=InclusionLevel.NOT_IN_NAV
    )


def newest_date(linked: LinkedArchive) -> str:
    """The day of the newest article or note: what the sitemap says of every page.

    MkDocs would write the day of the build. The day is one that every file format can hold.
    """
    days: list[date] = [text.record.data.published.first for text in linked.articles()]
    days += [note.record.data.date.first for _, note in all_notes(linked)]
    return min(max([*days, _FIRST_DAY]), _LAST_DAY).isoformat()


class _ArchivePage(MkDocsPage):
    """A page that is composed already: reading and rendering only hand over."""

    def __init__(self, composed: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(str(escape(composed.title)), file, config)
        self._composed = composed

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 -- MkDocs' interface
        self.markdown = ""
        self.meta = {
            "template": FRAME,
            "archive": self._composed.kind,
            "description": str(escape(self._composed.description)),
            "language": self._composed.language,
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 -- MkDocs' interface
        self.content = str(self._composed.html)
        self.toc = get_toc([])


class HomePage(MkDocsPage):
    """The hand-written home page with the archive's lists beneath its text."""

    def __init__(self, lists: str, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self._lists = lists

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: D102 -- MkDocs' interface
        super().render(config, files)
        self.content = f"{self.content}{self._lists}"
        self.meta["archive"] = "home"


def _edit_uri(source: str) -> str:
    """A record's path, from `docs/`, which the repository's edit address leads to."""
    return source.removeprefix("docs/") if source.startswith("docs/") else f"../{source}"

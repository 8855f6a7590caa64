"""Inside MkDocs: archive pages join the site as generated files that already hold their HTML.

The site is built beside the last one and swapped in when it is whole, so that whatever stops a
build, the last good site stays.
"""

import logging
from pathlib import Path

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from postil import building
from postil.diagnostics.codes import SHOWABLE
from postil.diagnostics.diagnostic import as_text, has_errors
from postil.engines.files import write
from postil.engines.frame import FRAME, install_frame
from postil.engines.pagefind import Indexing, finished_index, start_indexing
from postil.engines.progress import progress
from postil.engines.swap import STAGING_SUFFIX, swap_in
from postil.model.archive import Settings
from postil.pages.home import home_html
from postil.pages.page import Page
from postil.pages.search import search_entries
from postil.parallel import without_collecting
from postil.reading.discover import RECORD_FOLDERS
from postil.reading.records import Reading, keep_last_good, read_records
from postil.reading.settings import settings_from

log = logging.getLogger("mkdocs.plugins.postil")


class PostilPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """The events.

    Two things are remembered from one event to another: the search index that is being made and,
    for `serve`, the last good state of every record.
    """

    def __init__(self) -> None:
        self._is_serving = False
        self._last_good: Reading | None = None
        self._indexing: Indexing | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002 -- MkDocs' interface
        """Learns whether a fault stops the build or shows beside the last good pages."""
        self._is_serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Moves the build beside the site, and has the archive watched."""
        config.site_dir += STAGING_SUFFIX
        articles = _root(config) / "articles"
        if articles.is_dir():
            config.watch.append(str(articles))
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Replaces record files by the pages that the archive makes of them."""
        with without_collecting():
            return self._with_archive(files, config)

    def _with_archive(self, files: Files, config: MkDocsConfig) -> Files:
        settings = settings_from(dict(config))
        site = building.compose(self._examined(_root(config), settings).linked)
        for file in list(files):
            if file.src_uri.startswith(tuple(_DOCS_FOLDERS)):
                files.remove(file)
        if entries := list(search_entries(site)):
            self._indexing = start_indexing(entries, settings.language)
        for page in progress(building.pages(site), "pages"):
            files.append(_page_file(page, config))
        for asset in building.files(site):
            files.append(
                File.generated(
                    config, asset.path, content=asset.content, inclusion=InclusionLevel.NOT_IN_NAV
                )
            )
        if home := files.get_file_from_path("index.md"):
            _HomePage(str(home_html(site)), home, config)
        return files

    def on_env(
        self,
        env: Environment,
        config: MkDocsConfig,  # noqa: ARG002 -- MkDocs' interface
        files: Files,  # noqa: ARG002 -- MkDocs' interface
    ) -> Environment:
        """Lets archive pages share their frame."""
        install_frame(env)
        return env

    def on_post_build(self, config: MkDocsConfig) -> None:
        """With its search, the site is whole: it takes the place of the last one."""
        staging = Path(config.site_dir)
        if self._indexing is not None:
            for asset in finished_index(self._indexing):
                write(staging / asset.path, asset.content)
            self._indexing = None
        swap_in(staging)

    def _examined(self, root: Path, settings: Settings) -> building.Examined:
        """The archive, examined. Faults are told one by one; they stop all but `serve`."""
        reading = read_records(root)
        examined = building.examine_reading(reading, settings)
        for diagnostic in examined.diagnostics:
            level = logging.ERROR if diagnostic.is_error else logging.WARNING
            log.log(level, as_text(diagnostic))
        if not has_errors(examined.diagnostics):
            self._last_good = reading
            return examined
        count = sum(diagnostic.is_error for diagnostic in examined.diagnostics)
        told = f"{count} fault{'s' if count != 1 else ''} in the archive"
        if not self._is_serving:
            raise Abort(f"{told}; nothing was published, and the last site stays as it is.")
        broken = {
            diagnostic.place.path
            for diagnostic in examined.diagnostics
            if diagnostic.code not in SHOWABLE
        }
        log.error("%s; the last good version of what is broken stays.", told)
        self._last_good = keep_last_good(reading, self._last_good, broken)
        return building.examine_reading(self._last_good, settings)


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


class _HomePage(MkDocsPage):
    """The hand-written home page with the archive's lists beneath its text."""

    def __init__(self, lists: str, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self._lists = lists

    def render(self, config: MkDocsConfig, files: Files) -> None:
        super().render(config, files)
        self.content = f"{self.content}{self._lists}"
        self.meta["archive"] = "home"


_DOCS_FOLDERS = [
    f"{folder.removeprefix('docs/')}/" for folder in RECORD_FOLDERS if folder.startswith("docs/")
]


def _root(config: MkDocsConfig) -> Path:
    """The archive's root: where `mkdocs.yml` lies."""
    return Path(config.config_file_path).parent


def _page_file(page: Page, config: MkDocsConfig) -> File:
    file = File.generated(
        config, f"{page.address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
    )
    if page.source:
        file.edit_uri = _edit_uri(page.source)
    _ArchivePage(page, file, config)
    return file


def _edit_uri(source: str) -> str:
    """A record's path, from `docs/`, which the repository's edit address leads to."""
    return source.removeprefix("docs/") if source.startswith("docs/") else f"../{source}"

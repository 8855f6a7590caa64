"""Inside MkDocs: archive pages join the site as generated files that already hold their HTML.

The site is built beside the last one and swapped in when it is whole, so that whatever stops a
build, the last good site stays.
"""

import logging
import os
import re
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import NoReturn

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.utils import CountHandler

from postil import building
from postil.diagnostics.codes import SHOWABLE
from postil.diagnostics.diagnostic import Diagnostic, as_text, has_errors
from postil.engines.address import refuse_taken_address
from postil.engines.archive_pages import HomePage, asset_file, newest_date, page_file
from postil.engines.counts import Intake, as_sentence, intake, losses
from postil.engines.faults import as_line
from postil.engines.files import write
from postil.engines.frame import install_frame
from postil.engines.pagefind import Indexing, finished_index, start_indexing, stop_indexing
from postil.engines.progress import progress
from postil.engines.staging import Staging, held, make_ready, search_folder
from postil.engines.steady import read_steady_records
from postil.engines.swap import recover, swap_in
from postil.model.archive import Settings
from postil.pages.home import home_html
from postil.pages.policy import CONTENT_SECURITY_POLICY, PREVIEW_POLICY
from postil.pages.search import SEARCH_PAGE, search_entries
from postil.parallel import without_collecting
from postil.reading.discover import RECORD_FOLDERS
from postil.reading.history import read_histories
from postil.reading.records import Reading, keep_last_good
from postil.reading.settings import settings_from

log = logging.getLogger("mkdocs.plugins.postil")

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

_STAYS = "Nothing was published, and the last site stays as it is."


class PostilPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """The events.

    Remembered from one event to another are, of the build that runs, where it writes, what came in,
    the search index that is being made and what is to be done at its end; and for `serve` the last
    good state of every record.
    """

    def __init__(self) -> None:
        self._is_serving = False
        self._last_good: Reading | None = None
        self._staging = Staging(Path())
        self._intake: Intake | None = None
        self._newest = ""
        self._indexing: Indexing | None = None
        self._ending = ExitStack()

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002 -- MkDocs' interface
        """Learns whether a fault stops the build or shows beside the last good pages."""
        self._is_serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Moves the build beside the site, and has the archive watched."""
        self._staging = Staging(Path(config.site_dir))
        self._ending.enter_context(held(self._staging))
        if recover(self._staging.site):
            log.info("A build was killed while it put its site in place; the last site is back.")
        make_ready(self._staging)
        config.site_dir = str(self._staging.pages)
        articles = _root(config) / "articles"
        if articles.is_dir():
            config.watch.append(str(articles))
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Replaces record files by the pages that the archive makes of them."""
        _look_into_every_folder(config.docs_dir)
        with without_collecting():
            return self._with_archive(files, config)

    def _with_archive(self, files: Files, config: MkDocsConfig) -> Files:
        settings = settings_from(dict(config))
        linked = self._examined(_root(config), settings).linked
        self._newest = newest_date(linked)
        remembered = read_histories(_root(config))
        if remembered.gap:
            log.info(remembered.gap)
        site = building.compose(linked, remembered.histories)
        for file in list(files):
            if file.src_uri.startswith(_DOCS_FOLDERS):
                files.remove(file)
        if settings.search and (entries := list(search_entries(site))):
            folder = search_folder(self._staging)
            self._indexing = start_indexing(entries, settings.language, folder)
            self._ending.callback(stop_indexing, self._indexing)
        for page in progress(building.pages(site), "pages"):
            if settings.search or page.address != SEARCH_PAGE:
                files.append(page_file(page, config))
        for asset in building.files(site):
            files.append(asset_file(asset, config))
        if home := files.get_file_from_path("index.md"):
            HomePage(str(home_html(site)), home, config)
        return files

    def on_env(
        self,
        env: Environment,
        config: MkDocsConfig,  # noqa: ARG002 -- MkDocs' interface
        files: Files,
    ) -> Environment:
        """Lets archive pages share their frame, and dates every page without asking the clock.

        A comment in a page written by hand is for those who write it, and is not published.
        """
        install_frame(env, PREVIEW_POLICY if self._is_serving else CONTENT_SECURITY_POLICY)
        for file in files.documentation_pages():
            if file.page is not None:
                file.page.update_date = self._newest
                file.page.content = _COMMENT.sub("", file.page.content or "")
        return env

    def on_post_build(self, config: MkDocsConfig) -> None:
        """With its search, the site is whole: it takes the place of the last one."""
        staging = self._staging
        if self._indexing is not None:
            for asset in finished_index(self._indexing):
                write(staging.pages / asset.path, asset.content)
            self._indexing = None
        if self._intake is not None:
            _refuse_losses(self._intake, staging.pages)
        if _is_refused(config):
            return
        swap_in(staging.pages, staging.site)
        config.site_dir = str(staging.site)
        self._ending.close()

    def on_serve(
        self,
        server: LiveReloadServer,
        config: MkDocsConfig,
        builder: object,  # noqa: ARG002 -- MkDocs' interface
    ) -> LiveReloadServer:
        """Looks whether the address is free before MkDocs takes it."""
        refuse_taken_address(*config.dev_addr)
        return server

    def on_build_error(self, error: Exception) -> None:
        """Ends the build. What the machine did is told in a line, instead of a traceback."""
        self._ending.close()
        if line := as_line(error, self._staging.folder):
            raise Abort(f"{line} {_STAYS}") from None

    def on_shutdown(self) -> None:
        """Ends a build that somebody interrupted."""
        self._ending.close()

    def _examined(self, root: Path, settings: Settings) -> building.Examined:
        """The archive, examined. Faults are told one by one; they stop all but `serve`."""
        reading = read_steady_records(root)
        examined = building.examine_reading(reading, settings)
        for diagnostic in examined.diagnostics:
            level = logging.ERROR if diagnostic.is_error else logging.WARNING
            log.log(level, as_text(diagnostic))
        if has_errors(examined.diagnostics):
            reading = self._with_last_good(reading, examined.diagnostics)
            examined = building.examine_reading(reading, settings)
        self._last_good = reading
        self._intake = intake(reading, examined)
        return examined

    def _with_last_good(self, reading: Reading, diagnostics: Iterable[Diagnostic]) -> Reading:
        """The last good version of what is broken with all the rest. Raises `Abort` in a build."""
        count = sum(diagnostic.is_error for diagnostic in diagnostics)
        told = f"{count} fault{'s' if count != 1 else ''} in the archive"
        if not self._is_serving:
            raise Abort(f"{told}; nothing was published, and the last site stays as it is.")
        log.error("%s; the last good version of what is broken stays.", told)
        broken = {item.place.path for item in diagnostics if item.code not in SHOWABLE}
        return keep_last_good(reading, self._last_good, broken)


_DOCS_FOLDERS = tuple(
    f"{folder.removeprefix('docs/')}/" for folder in RECORD_FOLDERS if folder.startswith("docs/")
)


def _root(config: MkDocsConfig) -> Path:
    """The archive's root: where `mkdocs.yml` lies."""
    return Path(config.config_file_path).parent


def _look_into_every_folder(docs: str) -> None:
    """Raises `OSError` for a folder that cannot be read: MkDocs would leave it out silently."""
    for _ in os.walk(docs, onerror=_raise):
        pass


def _raise(error: OSError) -> NoReturn:
    raise error


def _refuse_losses(came_in: Intake, pages: Path) -> None:
    """Raises `Abort` if anything that came in is not in the written pages and files."""
    missing = list(losses(came_in, pages))
    for line in missing:
        log.error(line)
    if missing:
        raise Abort(
            "The lines above tell what was lost on the way. Build again, and report it if it is "
            f"lost again. {_STAYS}"
        )
    log.info(as_sentence(came_in))


def _is_refused(config: MkDocsConfig) -> bool:
    """Whether the engine will refuse the site for its warnings: it does so after the last event."""
    engine = CountHandler.__module__.partition(".")[0]
    return bool(config.strict) and any(
        handler.get_counts()
        for handler in logging.getLogger(engine).handlers
        if isinstance(handler, CountHandler)
    )

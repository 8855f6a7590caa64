"""Inside MkDocs: it builds the pages written by hand, and the archive is written beside them.

The site is built beside the last one and swapped in when it is whole, so that whatever stops a
build, the last good site stays.
"""

import logging
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import urljoin

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from postil.building.composing import Composed
from postil.building.ledger import files_of
from postil.building.sources import NO_SOURCES, Sources
from postil.endings import end_as_ctrl_c_does
from postil.engines import by_hand, cache, counts
from postil.engines.address import wrong_place
from postil.engines.archive_pages import (
    leave_to_the_archive,
    make_publishable,
    newest_date,
    put_archive,
    with_archive,
)
from postil.engines.cache import Cache
from postil.engines.compiled import use_compiled_theme
from postil.engines.edition import (
    composed_archive,
    planned_index,
    refuse_faults,
    refuse_wrong_settings,
    write_archive,
)
from postil.engines.faults import STAYS, as_line
from postil.engines.files import look_into_every_folder
from postil.engines.frame import Frames, frames_digest
from postil.engines.later import finish_later, has_index, keep_last_index
from postil.engines.look import add_assets, wear
from postil.engines.pagefind import Indexing, start_indexing, stop_indexing
from postil.engines.pagefind_folders import put_index
from postil.engines.press import SitePress
from postil.engines.sheets import put_together
from postil.engines.spare import Laid, forget_spare, keep_spare, lay_out, prepare, spare_beside
from postil.engines.stages import stage
from postil.engines.staging import Staging, held, make_ready
from postil.engines.steady import read_archive
from postil.engines.strictness import is_refused
from postil.engines.swap import recover, swap_in
from postil.engines.watching import watch_at_once
from postil.model.archive import Settings
from postil.pages.card import drawable, lacking, wants_cards
from postil.pages.feeds import has_feeds
from postil.pages.home import home_html
from postil.pages.policy import CONTENT_SECURITY_POLICY, PREVIEW_POLICY
from postil.parallel import beside, hold_to_the_end, without_collecting
from postil.reading.history import Remembered, read_histories
from postil.reading.settings import read_settings, settings_from

log = logging.getLogger("mkdocs.plugins.postil")


class PostilPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """The events.

    Remembered from one event to another are, of the build that runs, where it writes, what lies
    there, the archive as it was composed, pages written by hand, what came in and was counted, the
    search index that is being made and what is done at its end; for `serve` the last good records.
    """

    def __init__(self) -> None:
        self._is_serving = False
        self._last_good = NO_SOURCES
        self._staging = Staging(Path())
        self._intake = counts.NO_INTAKE
        self._kept = Cache(Path(), b"")
        self._composed: Composed
        self._nav = Navigation([], [])
        self._by_hand: by_hand.ByHand | None = None
        self._addresses: list[str] = []
        self._counted = counts.NOTHING_KNOWN
        self._left: Laid | None = None
        self._pages_there: Callable[[], Laid] = dict
        self._remember: Callable[[], None] = lambda: None
        self._newest = ""
        self._indexing: Indexing | None = None
        self._ending = ExitStack()
        self._end_what_follows: Callable[[], Laid | None] = lambda: None

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002 -- MkDocs' interface
        """Learns whether a fault stops the build or shows beside the last good pages."""
        self._is_serving = command == "serve"
        if self._is_serving:
            end_as_ctrl_c_does()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Moves the build beside the site, gives it its look, and has the archive watched."""
        self._left = self._end_what_follows()
        self._staging = Staging(Path(config.site_dir))
        refuse_wrong_settings(_root(config))
        self._ending.enter_context(held(self._staging))
        if recover(self._staging.pages, self._staging.site):
            log.info("A build was killed while it put its site in place; the last site is back.")
        make_ready(self._staging)
        self._ending.enter_context(without_collecting())
        config.site_dir = str(self._staging.pages)
        wear(config)
        articles = _root(config) / "articles"
        if articles.is_dir():
            config.watch.append(str(articles))
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Reads and composes the archive, and puts its pages where links lead to them."""
        look_into_every_folder(config.docs_dir)
        kept = cache.held(_root(config), self._settings(config))
        self._kept = self._ending.enter_context(kept)
        places = (self._spare(), self._staging.site, self._staging.pages)
        self._pages_there = self._ending.enter_context(beside(lay_out, *places, self._left))
        with beside(read_histories, _root(config)) as told:
            with stage("Reading"):
                sources = read_archive(_root(config), self._kept)
            self._compose(sources, told, config)
        put_archive(files, self._composed.shelf.site.addresses.values(), config)
        add_assets(files, config)
        put_together(files, config)
        return files

    def _compose(
        self, sources: Sources, told: Callable[[], Remembered], config: MkDocsConfig
    ) -> None:
        """Composes the archive, and has Pagefind begin, which works while pages are made."""
        good = self._last_good if self._is_serving else None
        edition = composed_archive(sources, self._settings(config), told, self._kept, good)
        self._last_good, self._composed = edition.sources, edition.composed
        if self._is_serving or edition.is_sound:
            with stage("What can be found"):
                self._begin_index()
        with stage("What to keep"):
            edition.keep()

    def _begin_index(self) -> None:
        self._indexing = planned_index(self._composed.shelf, self._kept, self._staging)
        if self._indexing is not None:
            self._ending.callback(stop_indexing, self._indexing)
            if not self._index_can_follow():
                start_indexing(self._indexing)

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Keeps the navigation, which the frames of pages need. By now all pages are known."""
        self._nav = nav
        self._by_hand = by_hand.recall_pages(self._kept, config, files)
        return nav

    def on_pre_page(
        self,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002 -- MkDocs' interface
        files: Files,  # noqa: ARG002 -- MkDocs' interface
    ) -> Page:
        """Has a page rendered only where it is not what it was."""
        by_hand.render_once(page, self._by_hand)
        return page

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Writes the archive, and readies the pages that are written by hand.

        A build stops here for what is wrong in the archive: by now MkDocs has told what is wrong in
        pages written by hand.
        """
        by_hand.remember_pages(self._kept, self._by_hand)
        if not self._is_serving:
            refuse_faults(self._composed)
        use_compiled_theme(self._kept, env)
        policy = PREVIEW_POLICY if self._is_serving else CONTENT_SECURITY_POLICY
        env.globals["content_security_policy"] = policy
        settings = self._settings(config)
        env.globals |= {"has_feeds": has_feeds(settings), "has_cards": drawable(settings).cards}
        if wants_cards(settings) and (told := lacking()):
            log.warning(told)
        self._write(Frames(env, self._nav, files, config))
        shelf = self._composed.shelf
        leave_to_the_archive(files, self._staging.pages)
        self._newest = newest_date(shelf.site.archive)
        make_publishable(files, self._newest)
        if (home := files.get_file_from_path("index.md")) and home.page:
            home.page.content = f"{home.page.content}{home_html(shelf)}"
            home.page.meta["archive"] = "home"
        del self._composed  # a server would hold it until its next build
        return env

    def _write(self, frames: Frames) -> None:
        """Writes the archive's pages and files; what was written is remembered when it stands."""
        site, digest = self._staging.site, frames_digest(frames)
        before = cache.recall_written(self._kept, site, digest)
        press = SitePress(frames, self._staging.pages, site, self._pages_there())
        self._intake = counts.intake(self._last_good.reading, self._composed)
        now = write_archive(self._composed, press, before, self._intake)
        written = files_of(now.pages)
        self._addresses = sorted(file.address for file in written)
        known = {file.address for file in written & files_of(before.pages)}
        self._counted = counts.Known(known, now.data)
        self._remember = partial(cache.remember_written, self._kept, site, digest, now, before)

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Adds the archive's pages to the sitemap."""
        if template_name != "sitemap.xml" or not config.site_url:
            return output_content
        base = urljoin(config.site_url, ".")
        addresses = (base + address for address in self._addresses)
        return with_archive(output_content, addresses, self._newest)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """With its search, the site is whole: it takes the place of the last one.

        In `serve`, what is new in the search follows.
        """
        staging = self._staging
        can_follow = self._index_can_follow()
        with stage("Count of what came out"):  # while Pagefind is at work
            counts.refuse(counts.losses(self._intake, staging.pages, self._counted))
        if not can_follow:
            with stage("Search index"):
                put_index(self._indexing, staging.pages, self._kept)
                counts.refuse(counts.not_found(self._intake, staging.pages))
            self._indexing = None
        log.info(counts.as_sentence(self._intake))
        if is_refused(config):
            return
        if can_follow and self._indexing is not None:
            keep_last_index(staging)
        swap_in(staging.pages, staging.site)
        self._remember()
        config.site_dir = str(staging.site)
        keep_spare(staging.pages, self._spare())
        if self._is_serving:
            ending, self._ending = self._ending, ExitStack()
            ready = partial(prepare, self._spare(), staging.site)
            self._end_what_follows = finish_later(self._indexing, staging, ending, ready)
            self._indexing = None
        else:
            hold_to_the_end()
            self._ending.close()

    def on_serve(
        self,
        server: LiveReloadServer,
        config: MkDocsConfig,
        builder: object,  # noqa: ARG002 -- MkDocs' interface
    ) -> LiveReloadServer:
        """Looks whether the address is free before MkDocs takes it; has changes told at once."""
        if wrong := wrong_place(*config.dev_addr):
            raise Abort(wrong)
        watch_at_once(server, (config.docs_dir, config.config_file_path), config.watch)
        return server

    def on_build_error(self, error: Exception) -> None:
        """Ends the build. What the machine did is told in a line, instead of a traceback."""
        self._ending.close()
        if line := as_line(error, self._staging.folder):
            raise Abort(f"{line} {STAYS}") from None

    def on_shutdown(self) -> None:
        """Ends a build that somebody interrupted, and what follows one."""
        self._end_what_follows()
        self._ending.close()
        if self._is_serving:
            forget_spare(self._spare())

    def _spare(self) -> Path:
        """Where the last site but one lies, if there is one."""
        return spare_beside(self._staging.site) if self._is_serving else cache.spare(self._kept)

    def _index_can_follow(self) -> bool:
        """Whether pages may be served before all that is new in them can be found."""
        return self._is_serving and has_index(self._staging)

    def _settings(self, config: MkDocsConfig) -> Settings:
        """The archive's settings. Not what `serve` and MkDocs make of them: what is written."""
        found, written = settings_from(dict(config)), read_settings(_root(config))
        as_it_is = written if self._is_serving else found
        return replace(found, address=as_it_is.address, edit_uri=written.edit_uri)


def _root(config: MkDocsConfig) -> Path:
    """The archive's root: where `mkdocs.yml` lies."""
    return Path(config.config_file_path).parent

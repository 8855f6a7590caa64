"""In `serve` no kind of fault stops the other articles: one session goes through them all."""

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import get_navigation

from archives import MINIMAL, REPOSITORY, article, write
from postil.engines import mkdocs
from postil.engines.mkdocs import PostilPlugin

INVALID = REPOSITORY / "tests/invalid"
KINDS = sorted(path.parent.name for path in INVALID.glob("*/expected.txt"))

OTHER = "articles/2025/other.md"
BIG = {"file-size": {"articles/2025/road.md": b"x" * 1_000_001}}
BROKEN_BYTES = {"encoding": {"articles/2025/road.md": b"---\ntitle: Z\xfcrich\n---\n"}}


class Session:
    """A `serve` of the minimal archive and another article, without the server."""

    def __init__(self, root):
        self.root = root
        self.plugin = PostilPlugin()
        self.plugin.on_startup(command="serve", dirty=False)

    def addresses(self, files):
        """The archive's pages after these files have been saved."""
        write(self.root, files)
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.root / "site"))
        config.plugins["postil"] = self.plugin
        config = config.plugins.on_config(config)
        found = config.plugins.on_files(get_files(config), config=config)
        nav = config.plugins.on_nav(get_navigation(found, config), config=config, files=found)
        assert nav is not None
        config.plugins.on_env(config.theme.get_env(), config=config, files=found)
        pages = Path(config.site_dir)
        served = {
            f"{page.parent.relative_to(pages).as_posix()}/": page.read_text("utf-8")
            for page in pages.rglob("index.html")
        }
        config.plugins.on_shutdown()
        return served


def overlay(kind):
    """The files of a kind of fault, to be laid over the minimal archive."""
    files = {
        path.relative_to(INVALID / kind).as_posix(): path.read_bytes()
        for path in (INVALID / kind).rglob("*")
        if path.is_file() and path.name != "expected.txt"
    }
    return files | (BIG | BROKEN_BYTES).get(kind, {})


@pytest.fixture
def session(tmp_path, monkeypatch):
    monkeypatch.setattr(mkdocs, "planned_index", lambda *_: None)
    write(tmp_path, {"docs/index.md": "# Home\n"})
    return Session(tmp_path)


def test_no_fault_of_any_kind_stops_the_other_articles(session):
    whole = MINIMAL | {OTHER: article("Nothing is said of it. It stays.", title="The other")}
    good = session.addresses(whole)
    assert {"articles/2025/vienna/", "articles/2025/other/"} <= good.keys()
    for number, kind in enumerate(KINDS):
        words = f"It was saved {number} times."
        laid = overlay(kind)
        saved = {OTHER: article(words, title="The other")} | laid
        served = session.addresses(saved)
        assert words in served["articles/2025/other/"], kind
        assert good.keys() <= served.keys(), kind
        for path in laid:
            (session.root / path).unlink()
        session.addresses(whole)
    assert len(KINDS) >= 30

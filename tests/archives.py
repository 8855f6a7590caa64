"""Archives for tests: a minimal valid one as `{path: text}`, and ways to write and read it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from markupsafe import Markup

from postil.building.composing import Composed, compose
from postil.building.examining import examine
from postil.building.ledger import File
from postil.building.memory import NOTHING, Memory
from postil.building.part_keys import part_keys
from postil.building.publishing import files, publish
from postil.building.sources import Known, Sources, known_of, read_sources
from postil.diagnostics.diagnostic import Diagnostic, as_text
from postil.jobs import Spread, in_forks
from postil.linking.link import LinkedArchive
from postil.model.archive import Record, Settings
from postil.model.history import NO_HISTORIES, Histories
from postil.pages.data_files import data_files
from postil.pages.home import home_html
from postil.pages.page import Page
from postil.pages.shelf import search_entries
from postil.reading.decode import read_bytes
from postil.reading.discover import RecordFile, RecordKind, discover
from postil.reading.records import parse
from postil.spool import Spool

REPOSITORY = Path(__file__).resolve().parents[1]

FIXTURE = REPOSITORY / "tests/fixtures/archive"
"""A made-up archive with something of everything, for golden pages and whole builds."""

Files = Mapping[str, str | bytes | None]
"""Paths from an archive's root with what they hold; `None` takes a file out."""

ARTICLE = "articles/2025/vienna.md"
NOTE = "articles/2025/vienna.notes/first.md"
ACTOR = "docs/actors/anna-berg.md"
TOPIC = "docs/topics/talks.md"
ANALYST = "docs/analysts/ivo.md"

TEXT = """\
Anna Berg opened the talks in Vienna. She said that no text had been agreed.

The talks go on for 30 days."""


def record(body: str = "", /, **front: object) -> str:
    """A record's file: keys with JSON values, which YAML reads, and the text below them.

    A key whose value is `None` is left out.
    """
    lines = [
        f"{key}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in front.items()
        if value is not None
    ]
    return "\n".join(["---", *lines, "---", "", body, ""])


def article(body: str = TEXT, /, **front: object) -> str:
    """An article's file; without arguments, of the minimal archive."""
    written = {
        "title": "Talks open in Vienna",
        "published": "2025-03-04",
        "source": {"outlet": "The Courier"},
        "topics": ["talks"],
    }
    return record(body, **written | front)


def note(body: str = "Nobody had expected one.", /, **front: object) -> str:
    """A note's file. Its quote stands in the minimal archive's article."""
    written = {"by": "ivo", "date": "2025-03-05", "quote": "no text had been agreed"}
    return record(body, **written | front)


def actor(body: str = "", /, **front: object) -> str:
    """An actor's file."""
    written = {"name": "Anna Berg", "type": "Person", "summary": "A mediator."}
    return record(body, **written | front)


def topic(body: str = "", /, **front: object) -> str:
    """A topic's file."""
    return record(body, **{"name": "Talks", "summary": "Who talks with whom."} | front)


def analyst(body: str = "", /, **front: object) -> str:
    """An analyst's file."""
    return record(body, **{"name": "Ivo Lind"} | front)


ROAD = "articles/2025/road.md"
"""Where a second article may lie."""


def road(front: str = "", body: str = "A road.") -> str:
    """An article's file with more front matter, as it is written, from its sixth line on."""
    return f"""\
---
title: A road
published: 2025-03-04
source: {{outlet: The Courier}}
topics: [talks]
{front}
---

{body}
"""


MINIMAL: Files = {
    "mkdocs.yml": "site_name: The Vienna Archive\n",
    ARTICLE: article(),
    NOTE: note(),
    ACTOR: actor(),
    TOPIC: topic(),
    ANALYST: analyst(),
}
"""One article, actor, topic, analyst and note, with nothing wrong in them."""


def write(root: Path, files: Files) -> None:
    """Writes files below a folder."""
    for path, content in files.items():
        if content is None:
            continue
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())


def faults(root: Path) -> list[str]:
    """What `postil check` would print of an archive, line by line."""
    return [as_text(item) for item in examine(root, Settings()).diagnostics]


def linked(root: Path) -> LinkedArchive:
    """An archive without faults, linked."""
    examined = examine(root, Settings())
    assert not examined.diagnostics, [as_text(item) for item in examined.diagnostics]
    return examined.linked


@dataclass(frozen=True)
class Made:
    """All that comes out of an archive: pages by address, files by path, and what can be found."""

    composed: Composed
    pages: Mapping[str, Page]
    files: Mapping[str, bytes]
    home: Markup
    entries: Mapping[str, str]


def site_of(
    root: Path, settings: Settings | None = None, histories: Histories = NO_HISTORIES
) -> Made:
    """What comes out of an archive without faults."""
    made = made_of(root, settings, histories)
    assert not made.composed.diagnostics, list(map(as_text, made.composed.diagnostics))
    return made


@dataclass(frozen=True)
class _Pages:
    """Puts pages into a list."""

    pages: list[Page]

    def write(self, page: Page) -> File:
        self.pages.append(page)
        return File(page.address, 0, 0, 0)

    def write_again(self, files: Sequence[File]) -> bool:  # noqa: ARG002 -- nothing was there before
        return False


def unwatched(results: Iterator[Any], label: str, total: int) -> Iterator[Any]:  # noqa: ARG001
    """The same results, of which nobody is told."""
    return results


def made_of(
    root: Path, settings: Settings | None = None, histories: Histories = NO_HISTORIES
) -> Made:
    """What comes out of an archive, whatever is wrong in it."""
    with TemporaryDirectory() as folder:
        return made_with(root, NOTHING, Spool(Path(folder)), settings, histories)


def made_with(  # noqa: PLR0913, PLR0917 -- as for `compose`
    root: Path,
    memory: Memory,
    spool: Spool,
    settings: Settings | None = None,
    histories: Histories = NO_HISTORIES,
    spread: Spread = in_forks,
) -> Made:
    """The same with what an earlier build remembers, whose spool this is."""
    pages: list[Page] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.cpu_count", lambda: 1)  # pages go into a list of this process
        composed = compose(
            sources_of(root), settings or Settings(), histories, memory, spool, unwatched, spread
        )
        shelf = composed.shelf
        publish(shelf, part_keys(shelf, composed.digests), {}, _Pages(pages), unwatched)
        data = {stream.path: b"".join(stream.pieces) for stream in data_files(shelf)}
        entries = {it.path: shelf.read(it.document).decode() for it in search_entries(shelf)}
        home = home_html(shelf)
        others = {asset.path: asset.content for asset in files(shelf)}
    by_address = {page.address: page for page in pages}
    assert len(by_address) == len(pages), "two pages share an address"
    return Made(composed, by_address, data | others, home, entries)


def sources_of(root: Path) -> Sources:
    """The records under `root`, read."""
    return read_sources(discover(root), partial(_look, root))


def _look(root: Path, file: RecordFile) -> Known | Diagnostic:
    data = read_bytes(root, file.path)
    return data if isinstance(data, Diagnostic) else known_of(file, data, None, None)


def read(kind: RecordKind, id_: str, text: str) -> Record:
    """The record in the text of a valid file that is no note."""
    found, wrong = parse(text, RecordFile(f"{kind}s/{id_}.md", kind))
    assert found is not None, [as_text(item) for item in wrong]
    return found

"""Archives for tests: a minimal valid one as `{path: text}`, and ways to write and read it."""

import json
from collections.abc import Mapping
from pathlib import Path

from postil import building
from postil.diagnostics.diagnostic import as_text
from postil.linking.link import LinkedArchive
from postil.model.archive import Record, Settings
from postil.pages.page import Page
from postil.pages.site import Site
from postil.reading.discover import RecordFile, RecordKind
from postil.reading.records import parse

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
    return [as_text(item) for item in building.examine(root, Settings()).diagnostics]


def linked(root: Path) -> LinkedArchive:
    """An archive without faults, linked."""
    examined = building.examine(root, Settings())
    assert not examined.diagnostics, [as_text(item) for item in examined.diagnostics]
    return examined.linked


def site_of(root: Path, settings: Settings | None = None) -> Site:
    """The site of an archive without faults."""
    examined = building.examine(root, settings or Settings())
    assert not examined.diagnostics, [as_text(item) for item in examined.diagnostics]
    return building.compose(examined.linked)


def pages_of(site: Site) -> dict[str, Page]:
    """The pages of a site by their addresses."""
    pages = list(building.pages(site))
    by_address = {page.address: page for page in pages}
    assert len(by_address) == len(pages), "two pages share an address"
    return by_address


def read(kind: RecordKind, id_: str, text: str) -> Record:
    """The record in the text of a valid file that is no note."""
    found, wrong = parse(text, RecordFile(f"{kind}s/{id_}.md", kind))
    assert found is not None, [as_text(item) for item in wrong]
    return found

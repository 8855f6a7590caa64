"""Which articles a command is asked for: by id, by file, or by folder."""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

import click

from postil.cli.given import from_root, given_path
from postil.linking.link import LinkedArchive, LinkedText
from postil.model.records import Article
from postil.reading.nearest import nearest
from postil.reading.records import AnyRecord, Reading

_SHOWN = 80
"""Characters of what was asked for that a message repeats."""


def choose_articles(
    root: Path, reading: Reading, linked: LinkedArchive, asked: Iterable[str]
) -> list[LinkedText]:
    """The published articles that are asked for, in the order of their ids; all, if none is.

    Raises `click.UsageError` where something asked for is none of them, and says why.
    """
    chosen = {text.record.id for ask in asked for text in _asked_for(root, reading, linked, ask)}
    return [text for text in linked.articles() if text.record.id in chosen or not chosen]


def _asked_for(
    root: Path, reading: Reading, linked: LinkedArchive, ask: str
) -> Iterator[LinkedText]:
    """What an id, a file or a folder stands for. Paths are only compared, never opened."""
    if not ask:
        raise click.UsageError("an ARTICLE is empty; give an id, a file or a folder")
    path = from_root(given_path(ask, root), root)
    found = [
        text
        for text in linked.articles()
        if text.record.id == ask or PurePosixPath(text.record.path).is_relative_to(path)
    ]
    if not found:
        raise _why_not(reading, linked, ask, str(path))
    yield from found


def _why_not(reading: Reading, linked: LinkedArchive, ask: str, path: str) -> click.ClickException:
    shown = shortened(ask)
    drafts = [file for file, record in reading.records if _is_draft(record)]
    if any(file.id == ask or file.path == path for file in drafts):
        return click.UsageError(
            f"{shown} is a draft, and names are looked for in what is published"
        )
    files = [file for file, _ in reading.records] + list(reading.unread)
    if file := next(
        (f for f in files if f.kind == "article" and (f.id == ask or f.path == path)), None
    ):
        return click.ClickException(f"{shown} cannot be read; run `postil check {file.path}`")
    if close := nearest(ask, linked.archive.articles):
        return click.UsageError(f"there is no article “{shown}”; did you mean `{close}`?")
    return click.UsageError(f"there is no article “{shown}”; give an id, a file or a folder")


def _is_draft(record: AnyRecord) -> bool:
    """Whether a record is an article that is not published yet."""
    return isinstance(record.data, Article) and record.data.status == "draft"


def shortened(asked: str) -> str:
    """What was asked for, as far as a message repeats it."""
    return asked if len(asked) <= _SHOWN else f"{asked[:_SHOWN]}…"

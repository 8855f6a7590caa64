"""The pages on the web that an archive rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from postil.model.archive import Archive
from postil.model.records import Citation


@dataclass(frozen=True)
class Cited:
    """An address, the files that name it, and the copies in web archives that they name with it."""

    url: str
    paths: tuple[str, ...]
    copies: tuple[str, ...]


def cited_pages(archive: Archive) -> list[Cited]:
    """The sources of articles and notes, sorted by address."""
    named: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for url, path, copies in (*_of_articles(archive), *_of_notes(archive)):
        named.setdefault(url, []).append((path, copies))
    return [
        Cited(
            url,
            tuple(sorted({path for path, _ in places})),
            tuple(sorted({copy for _, copies in places for copy in copies})),
        )
        for url, places in sorted(named.items())
    ]


def _of_articles(archive: Archive) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for record in archive.articles.values():
        if url := record.data.source.url:
            yield url, record.path, tuple(copy.url for copy in record.data.archived)


def _of_notes(archive: Archive) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for note in archive.notes.values():
        for source in note.data.sources:
            if isinstance(source, Citation):
                yield source.url, note.path, (source.archived,) if source.archived else ()

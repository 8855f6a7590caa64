"""The pages and files of a site, put together from the leaves of its archive."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, Protocol

from postil.building.leaves import Watch
from postil.pages.actor import actor_pages
from postil.pages.article_list import article_indexes
from postil.pages.corrections import correction_pages
from postil.pages.data import data_page
from postil.pages.listing import actor_indexes, analyst_indexes, search_page, topic_indexes
from postil.pages.note_list import analyst_pages, note_stream
from postil.pages.page import Asset, Page
from postil.pages.policy import headers_file
from postil.pages.redirects import redirect_files
from postil.pages.shelf import Shelf
from postil.pages.topic import topic_pages
from postil.parallel import spread


class File(NamedTuple):
    """A page that was written, and what tells whether its file is still that one."""

    address: str
    number: int
    """The number that the file system knows it by."""
    size: int
    changed: int
    """When it was written, in nanoseconds."""


class Press(Protocol):
    """Writes pages."""

    def write(self, page: Page) -> File:
        """Writes a page."""

    def write_again(self, files: Sequence[File]) -> bool:
        """Takes pages over from the last site; gives whether all of them could be."""


class Printed(NamedTuple):
    """The pages of a part, and what stands for all that they were composed of."""

    key: bytes
    files: tuple[File, ...]


INDEXES = (
    "articles/",
    "actors/",
    "topics/",
    "analysts/",
    "notes/",
    "corrections/",
    "data/",
)
"""The addresses of pages that every site has and no record is behind."""


Part = tuple[Literal["articles", "actors", "topics", "analysts", "indexes"], str]
"""What is published in one go: all pages of a record, or all indexes."""


PartKeys = Callable[[Part], bytes]
"""From a part to what stands for all that its pages are composed of; nothing where nothing does."""


def publish(
    shelf: Shelf, keys: PartKeys, before: Mapping[Part, Printed], press: Press, watch: Watch
) -> dict[Part, Printed]:
    """Publishes every page but the home page, whose introduction is written by hand.

    What was printed `before` and would be the same again is taken over.
    """
    tasks = [_task(part, keys(part), before.get(part)) for part in _parts(shelf)]
    results = watch(spread(_publish_part, (shelf, press), tasks), "Pages", len(tasks))
    return {
        task.part: printed or before[task.part]
        for task, printed in zip(tasks, results, strict=True)
    }


class _Task(NamedTuple):
    part: Part
    key: bytes
    before: tuple[File, ...]


def _task(part: Part, key: bytes, before: Printed | None) -> _Task:
    is_same = bool(key) and before is not None and before.key == key
    return _Task(part, key, before.files if before and is_same else ())


def _parts(shelf: Shelf) -> list[Part]:
    archive = shelf.site.archive
    return [
        *(("articles", id_) for id_ in archive.articles),
        *(("actors", id_) for id_ in archive.actors),
        *(("topics", id_) for id_ in archive.topics),
        *(("analysts", id_) for id_ in archive.analysts),
        ("indexes", ""),
    ]


def _publish_part(shared: tuple[Shelf, Press], task: _Task) -> Printed | None:
    """What was printed; nothing where it was taken over."""
    shelf, press = shared
    if task.before and press.write_again(task.before):
        return None
    return Printed(task.key, tuple(press.write(page) for page in _pages_of(shelf, task.part)))


def _pages_of(shelf: Shelf, part: Part) -> Iterator[Page]:
    archive = shelf.site.archive
    match part:
        case "articles", id_:
            yield shelf.page(id_)
        case "actors", id_:
            yield from actor_pages(shelf, archive.actors[id_])
        case "topics", id_:
            yield from topic_pages(shelf, archive.topics[id_])
        case "analysts", id_:
            yield from analyst_pages(shelf, archive.analysts[id_])
        case _:
            yield from _indexes(shelf)


def _indexes(shelf: Shelf) -> Iterator[Page]:
    yield from article_indexes(shelf)
    yield from actor_indexes(shelf)
    yield from topic_indexes(shelf)
    yield from analyst_indexes(shelf.site)
    yield from note_stream(shelf)
    yield from correction_pages(shelf.site)
    if shelf.site.archive.settings.search:
        yield search_page(shelf.site)
    yield data_page(shelf.site)


def files(shelf: Shelf) -> Iterator[Asset]:
    """Every file that is no page and no data: the old addresses and what hosts should send."""
    yield from redirect_files(shelf)
    yield headers_file()

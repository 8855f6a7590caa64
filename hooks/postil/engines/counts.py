"""What came in counted against what came out, so that nothing is lost on the way unnoticed.

What came in is known from the records and from linking. What came out is counted in the files that
were written, whichever part of Postil, MkDocs or Pagefind wrote them.
"""

import json
import logging
import os
import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from mkdocs.exceptions import Abort

from postil.building.composing import Composed
from postil.building.ledger import DataFiles
from postil.diagnostics.diagnostic import has_errors
from postil.engines.data_rows import differences, losses_in
from postil.engines.faults import STAYS
from postil.model.archive import NoteRecord
from postil.model.records import Actor, Article, Topic
from postil.pages.site import page_address, records
from postil.reading.discover import NOTES_SUFFIX
from postil.reading.records import AnyRecord, Reading

log = logging.getLogger("mkdocs.plugins.postil")

_KINDS = {"articles": Article, "actors": Actor, "topics": Topic}

_NOTE = re.compile(rb'<aside class="note[ "][^>]*? id="note-([^"]+)"')


@dataclass(frozen=True)
class Intake:
    """What must come out again.

    `pages` are the addresses of records' pages, each with the ids of the notes that stand there;
    `rows` says of each data file how many lines it has of each record; `found` is how many things
    the search finds at the least.
    """

    pages: Mapping[str, Counter[str]]
    rows: Mapping[str, Counter[str]]
    found: int


def intake(reading: Reading, composed: Composed) -> Intake:
    """What the published records bring in, and the mentions that linking found in them."""
    pages: dict[str, Counter[str]] = defaultdict(Counter)
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    for record in _published(reading, composed):
        if isinstance(record, NoteRecord):
            pages[_page_of(record)][record.id] += 1
            rows["notes"][record.key] += 1
            continue
        pages[page_address(record.path)].update(())
        for name, kind in _KINDS.items():
            if isinstance(record.data, kind):
                rows[name][record.id] += 1
    has_search = composed.shelf.site.archive.settings.search
    found = sum(rows[name].total() for name in (*_KINDS, "notes")) if has_search else 0
    rows["mentions"] = Counter(
        {
            target.id: slip.mentions
            for target, slip in composed.shelf.slips.items()
            if target.kind == "articles"
        }
    )
    return Intake(pages, rows, found)


NO_INTAKE = Intake({}, {}, 0)


class Known(NamedTuple):
    """What was counted before: notes on the pages at these addresses, and data files by name."""

    pages: Container[str]
    data: DataFiles


NOTHING_KNOWN = Known((), {})


def losses(came_in: Intake, written: Path, known: Known = NOTHING_KNOWN) -> Iterator[str]:
    """What is missing in the pages and data below a folder, or is there too often, line by line."""
    for address, notes in came_in.pages.items():
        page = f"{written}/{address}index.html"
        if not os.path.isfile(page):  # noqa: PTH113 -- for each of 10,000 a `Path` takes as long
            yield f"{address}: there is no page"
        elif notes and address not in known.pages:
            out = Counter(id_.decode() for id_ in _NOTE.findall(Path(page).read_bytes()))
            yield from differences(f"{address}: ", "the note ", notes, out)
    for name, rows in came_in.rows.items():
        yield from losses_in(written, name, rows, known.data.get(name))


def not_found(came_in: Intake, written: Path) -> Iterator[str]:
    """The line that says that the search finds less than it should, if it does."""
    found = _found_in(written / "pagefind")
    if found < came_in.found:
        yield f"the search: {found:,} things instead of {came_in.found:,}"


def refuse(missing: Iterable[str]) -> None:
    """Raises `Abort` if anything is missing, and tells what."""
    lines = list(missing)
    for line in lines:
        log.error(line)
    if lines:
        raise Abort(
            "The lines above tell what was lost on the way. Build again, and report it if it is "
            f"lost again. {STAYS}"
        )


def as_sentence(came_in: Intake) -> str:
    """The line that says that nothing is missing."""
    articles, notes, mentions = (
        _count(came_in.rows[name].total(), name.removesuffix("s"))
        for name in ("articles", "notes", "mentions")
    )
    return f"{articles}, {notes} and {mentions} in, all of them out."


def _published(reading: Reading, composed: Composed) -> Iterable[AnyRecord]:
    """The records that readers get: all that were read but drafts and what stands on drafts.

    Where there are faults, as there may be in `serve`, it is what these have left of them.
    """
    if has_errors(composed.diagnostics):
        archive = composed.shelf.site.archive
        return [*records(archive), *archive.notes.values()]
    kept = [record for _, record in reading.records if not _is_draft(record)]
    pages = {page_address(record.path) for record in kept}
    return [
        record for record in kept if not isinstance(record, NoteRecord) or _page_of(record) in pages
    ]


def _is_draft(record: AnyRecord) -> bool:
    return getattr(record.data, "status", None) == "draft"


def _page_of(note: NoteRecord) -> str:
    """The address of the page that a note belongs on: its file says it."""
    return page_address(note.path.rpartition("/")[0].removesuffix(NOTES_SUFFIX))


def _found_in(index: Path) -> int:
    """How many things a search index finds: the piece in its folder, and those that are listed."""
    others = index / "pieces.json"
    if not others.is_file():
        return 0
    pieces = [index, *(index / name for name in json.loads(others.read_bytes()))]
    return sum(map(_found_in_piece, pieces))


def _found_in_piece(piece: Path) -> int:
    entry = piece / "pagefind-entry.json"
    if not entry.is_file():
        return 0
    languages = json.loads(entry.read_bytes())["languages"].values()
    return sum(language["page_count"] for language in languages)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

"""The lines of the archive as data: one JSON object each."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from postil.linking.link import LinkedText, PlacedNote
from postil.markup.html import root_of
from postil.model.archive import Record
from postil.model.dates import Edtf
from postil.model.records import Article, Quotation
from postil.pages.environment import render
from postil.pages.page import Page, PlannedPage, planned
from postil.pages.site import Site, shows_text

_LEFT_OUT: tuple[Any, ...] = (None, (), {}, "")
"""Values of keys that were not written."""

_ENCODER = json.JSONEncoder(ensure_ascii=False)


def text_row(site: Site, text: LinkedText) -> str:
    """The line of an article, an actor or a topic."""
    article = text.record.data
    row = _record(site, text.record)
    if isinstance(article, Article):
        # The front matter's `text` says what the text is; here `text` is the text itself.
        row["text_form"] = row.pop("text")
        if shows_text(article):
            row["text"] = text.document.plain
        else:
            row.pop("mentions", None)  # its keys are words of the text
    return _line(row)


def note_row(site: Site, text: LinkedText, note: PlacedNote) -> str:
    """The line of a note."""
    target = note.record.target
    row: dict[str, Any] = {
        "id": note.record.id,
        "target": f"{target.kind}/{target.id}",
        "url": f"{site.target_address(target)}#note-{note.record.id}",
        "anchor": note.anchor.state,
    }
    if note.passage:
        row |= {"start": note.passage.start, "end": note.passage.end}
    row |= {**_front_matter(note.record), "body": note.record.body.strip()}
    quote = note.record.data.quote
    if isinstance(quote, Quotation) and not _is_published(text):
        row["quote"] = quote.exact  # what stands beside it are words of the text
    if events := site.histories.get(note.record.path):
        row["history"] = [_plain(event) for event in events]
    return _line(row)


def _is_published(text: LinkedText) -> bool:
    article = text.record.data
    return not isinstance(article, Article) or shows_text(article)


def mention_rows(text: LinkedText) -> tuple[str, ...]:
    """The lines of an article's mentions; none where its text may not be published."""
    if not shows_text(text.record.data):
        return ()
    return tuple(
        _line(
            {
                "article": text.record.id,
                "actor": mention.actor,
                "start": mention.span.start,
                "end": mention.span.end,
                "words": mention.words,
                "rule": mention.rule,
            }
        )
        for mention in text.naming.mentions
    )


def _line(row: dict[str, Any]) -> str:
    return _ENCODER.encode(row) + "\n"


def data_page(site: Site) -> PlannedPage:
    """`data/`: what the files hold."""
    title = "Data"
    description = "The whole archive as files to work with, one JSON object a line."
    html = render("data.html", root_of("data/"), title=title, description=description)
    return planned(Page("data/", title, description, "index", html, site.language))


def _front_matter(record: Record[Any]) -> dict[str, Any]:
    """The front matter as it was written, without what was left out."""
    return {**_plain(record.data), **record.extensions}


def _plain(value: Any) -> Any:  # noqa: ANN401 -- any depth of a record
    """Records as mappings, dates as they were written, tuples as lists."""
    if isinstance(value, Edtf):
        return value.text
    if is_dataclass(value):
        return {
            field.name.rstrip("_"): _plain(inner)
            for field in fields(value)
            if (inner := getattr(value, field.name)) not in _LEFT_OUT
        }
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    return value


def _record(site: Site, record: Record[Any]) -> dict[str, Any]:
    return {"id": record.id, "url": site.addresses[record.path], **_front_matter(record)}

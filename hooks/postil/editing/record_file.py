"""A new record's file."""

import json
from collections.abc import Mapping

from postil.diagnostics.diagnostic import Diagnostic
from postil.editing.canonical import canonical
from postil.editing.source import Source
from postil.reading.discover import RecordFile


def record_text(front: Mapping[str, object], body: str, file: RecordFile) -> str | Diagnostic:
    """The text of a record's file, as `postil fmt` leaves it, or why it cannot be written.

    What of the front matter is empty or `None` is left out.
    """
    given = ((key, _kept(value)) for key, value in front.items())
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in given if value]
    text = "\n".join(["---", *lines, "---", "", *([body, ""] if body else [])])
    source = canonical(Source(text), file)
    return source if isinstance(source, Diagnostic) else source.text


def _kept(value: object) -> object:
    """A value without what of its parts is empty."""
    if isinstance(value, Mapping):
        return {key: part for key, part in value.items() if part}
    return value

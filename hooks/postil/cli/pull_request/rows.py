"""The report as JSON, for programs: all of it."""

import json
from dataclasses import asdict
from typing import Any

from postil.diagnostics.diagnostic import as_json
from postil.surveying.link_changes import LinkChange
from postil.surveying.report import Report


def report_json(report: Report) -> str:
    """One object. What of a file's name is no text stands there as JSON's escape of it."""
    written = json.dumps(_rows(report), ensure_ascii=False, indent=2)
    return written.encode("utf-8", "backslashreplace").decode() + "\n"


def _rows(report: Report) -> dict[str, Any]:
    return {
        "fails": report.fails,
        "errors": {"before": report.errors_before, "after": report.errors},
        "lost": json.loads(as_json(report.lost)),
        "records": [asdict(it) for it in report.records],
        "notes": [asdict(it) for it in report.notes],
        "links": [_link(report, it) for it in report.links],
        "pages": asdict(report.pages),
        "reformatted": report.reformatted,
        "unseen": report.unseen,
    }


def _link(report: Report, change: LinkChange) -> dict[str, Any]:
    return {
        "before": _named(report.names, change.before),
        "after": _named(report.names, change.after),
        "mentions": change.mentions,
        "words": change.words,
        "articles": [_named(report.titles, it) for it in change.articles],
    }


def _named(names: Any, id_: str | None) -> dict[str, str] | None:  # noqa: ANN401
    return None if id_ is None else {"id": id_, "name": names[id_]}

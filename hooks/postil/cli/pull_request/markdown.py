"""The report as Markdown, for a comment on a pull request: bounded, and safe to post."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from postil.cli.pull_request.safe_markdown import bounded, code
from postil.cli.report import count
from postil.surveying.link_changes import LinkChange
from postil.surveying.note_changes import NoteChange, Standing
from postil.surveying.record_changes import KINDS, RecordChange
from postil.surveying.report import Report
from postil.surveying.versions import Change

_MOST = 25
"""Lines of a section."""

_FEW = 5
"""Things that one line names."""

_TOLD_AS_WORDS = frozenset({"quote", "reanchored", "status"})
_TOLD_AS_WHAT = frozenset({"redirects", "status"})
"""Keys whose change the line says in other words."""

_SHOWN_AS = {
    "exact": "exactly as quoted",
    "normalised": "but for typography",
    "whole": "on the whole text",
    "ambiguous": "several times: the note does not stand",
    "changed": "not as quoted: the note does not stand",
    "lost": "no more: the note does not stand",
}


def as_markdown(report: Report) -> str:
    """The report for a forge."""
    lines = ["## What this changes for readers", ""]
    lines += _faults(report)
    body = [
        *_section("Addresses that would vanish", "address", _lost(report)),
        *_records(report),
        *_section("Notes", "note", list(map(_note, report.notes))),
        *_section("Links", "change", [_link(report, it) for it in report.links]),
        *_section("Pages", "page", _pages(report)),
    ]
    lines += body or ["Nothing that can be told has changed in the records.", ""]
    lines += _beside(report)
    return bounded(lines).rstrip() + "\n"


def _faults(report: Report) -> Iterator[str]:
    if report.errors:
        yield (
            f"**The archive has {count(report.errors, 'error')} now**, and what they concern is "
            "missing below. `postil check` tells them."
        )
        yield ""
    if report.errors_before:
        yield (
            f"Before the change the archive had {count(report.errors_before, 'error')}: what they "
            "concern looks added below."
        )
        yield ""


def _section(title: str, noun: str, items: Sequence[str]) -> Iterator[str]:
    """A heading and a list of so many lines; nothing where there are none."""
    if items:
        yield from (f"### {title}", "")
        yield from (f"- {item}" for item in items[:_MOST])
        if len(items) > _MOST:
            yield f"- {len(items) - _MOST:,} more {noun if len(items) == _MOST + 1 else noun + 's'}"
        yield ""


def _lost(report: Report) -> list[str]:
    return [f"{code(it.message)}. {code(it.remedy)}" for it in report.lost]


def _records(report: Report) -> Iterator[str]:
    by_kind: dict[str, list[str]] = defaultdict(list)
    for record in report.records:
        by_kind[record.kind].append(_record(record))
    for kind in KINDS:
        yield from _section(kind.capitalize(), kind.removesuffix("s"), by_kind[kind])


def _record(change: RecordChange) -> str:
    named = f"{code(change.title)} ({code(change.path)})"
    match change.what:
        case "renamed":
            told = f"**Renamed** {named}, which was {code(change.former or '')}"
        case "withdrawn":
            told = f"**Withdrawn** {named}: its address stays, its text does not"
        case "faulty":
            told = f"**Kept out by a fault** {named}: `postil check` tells which"
        case what:
            told = f"**{what.capitalize()}** {named}"
    return told + _told(it for it in change.changes if it.key not in _TOLD_AS_WHAT)


def _note(change: NoteChange) -> str:
    named = f"{code(change.key.rpartition('#')[2])} on {code(change.title)} ({code(change.path)})"
    match change.what:
        case "added":
            told = f"**Added** {named}, {change.kind}, {_standing(change.after)}"
        case "touched":
            again = f". {code(change.again)}" if change.again else ""
            told = f"**To be read again** {named}{_words(change)}{again}"
        case "moved":
            told = f"**Moved** {named}, which was {code(change.former or '')}{_words(change)}"
        case "faulty":
            told = f"**Kept out by a fault** {named}: `postil check` tells which"
        case "removed":
            told = f"**Removed** {named}, {_standing(change.before)}"
        case what:
            told = f"**{what.capitalize()}** {named}{_words(change)}"
    return told + _told(it for it in change.changes if it.key not in _TOLD_AS_WORDS)


def _standing(standing: Standing | None) -> str:
    if standing is None or standing.state == "whole":
        return _SHOWN_AS["whole"]
    words = code(standing.words)
    return f"on {words}, {_SHOWN_AS[standing.state]}" if words else "whose words do not stand there"


def _words(change: NoteChange) -> str:
    """The words under a note, before and after where they are not the same."""
    if change.before == change.after:
        return f", {_standing(change.after)}"
    return f": {_standing(change.before)} → {_standing(change.after)}"


def _link(report: Report, change: LinkChange) -> str:
    before, after = (_name(report, it) for it in (change.before, change.after))
    how_many = f"{count(change.mentions, 'mention')} in {count(len(change.articles), 'article')}"
    words = _few(map(code, change.words), len(change.words))
    titles = _few((code(report.titles[it]) for it in change.articles), len(change.articles))
    if change.before is None:
        told = f"{after} is now linked from {how_many}"
    elif change.after is None:
        told = f"{before} is no longer linked from {how_many}"
    elif change.before == change.after:
        told = f"{after} is linked by other words in {how_many}"
    else:
        told = f"{after} is linked instead of {before} from {how_many}"
    return f"{told}, as {words}: {titles}"


def _name(report: Report, actor: str | None) -> str:
    return code(report.names.get(actor or "", actor or ""))


def _pages(report: Report) -> list[str]:
    pages = report.pages
    told = [("new", pages.added), ("changed", pages.changed), ("gone or moved", pages.removed)]
    return [
        f"{count(len(found), 'page')} {what}: {_few((code(f'/{it}') for it in found), len(found))}"
        for what, found in told
        if found
    ]


def _beside(report: Report) -> Iterator[str]:
    if report.reformatted:
        yield f"Only the form of {count(len(report.reformatted), 'file')} changed."
    if report.unseen:
        yield f"Readers see nothing of {count(len(report.unseen), 'other file')} that changed."


def _told(changes: Iterable[Change]) -> str:
    """What changed in a record, behind what it is."""
    found = tuple(changes)
    if not found:
        return ""
    return "; " + _few(map(_change, found), len(found), "; ")


def _change(change: Change) -> str:
    before, after = code(change.before), code(change.after)
    match bool(before), bool(after):
        case True, True:
            return f"{code(change.key)}: {before} → {after}"
        case True, False:
            return f"{code(change.key)}: without {before}"
        case False, True:
            return f"{code(change.key)}: {after}"
        case _:
            return f"{code(change.key)}: other markup"


def _few(items: Iterable[str], total: int, between: str = ", ") -> str:
    """The first few of so many things."""
    shown = between.join(islice(items, _FEW))
    return shown if total <= _FEW else f"{shown} and {total - _FEW:,} more"

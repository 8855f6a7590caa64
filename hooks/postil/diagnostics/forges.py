"""Faults as forges show them beside the lines of a change: bounded, and in their formats."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from postil.diagnostics.diagnostic import Diagnostic, as_github, one_line

MOST_ANNOTATIONS = 10
"""Errors, and as many warnings, that GitHub shows of one step. It is silent about others."""


def as_annotations(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """Workflow commands for as many errors and warnings as GitHub shows, and the number of others.

    Errors come first. The first of each file come before the second of any, so that a file with
    many faults hides no other.
    """
    left = 0
    for is_error in (True, False):
        alike = _fairly([item for item in diagnostics if item.is_error is is_error])
        yield from map(as_github, alike[:MOST_ANNOTATIONS])
        left += len(alike[MOST_ANNOTATIONS:])
    if left:
        yield f"::notice title=more::{left:,} more are not shown here. `postil check` tells them."


def _fairly(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    turns: Counter[str] = Counter()
    turn = {}
    for item in diagnostics:
        turns[item.place.path] += 1
        turn[item] = turns[item.place.path]
    return sorted(turn, key=lambda item: (turn[item], item))


def as_gitlab(diagnostics: Iterable[Diagnostic]) -> str:
    """A code quality report, which GitLab shows in a merge request.

    A fault is known again by its path, code and message wherever its line has moved to.
    """
    seen: Counter[str] = Counter()
    rows = []
    for item in diagnostics:
        path, what = one_line(item.place.path), one_line(f"{item.message}. {item.remedy}")
        same = f"{path}\n{item.code}\n{what}"
        seen[same] += 1
        rows.append(
            {
                "description": what,
                "check_name": str(item.code),
                "fingerprint": sha256(f"{same}\n{seen[same]}".encode()).hexdigest(),
                "severity": "major" if item.is_error else "minor",
                "location": {"path": path, "lines": {"begin": item.place.line}},
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2)

"""Faults beside the lines of a change: as many as the forge shows, and none twice."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place
from postil.diagnostics.forges import as_annotations, as_gitlab


def fault(path, line, code=Code.IMAGE):
    return Diagnostic(Place(path, line, 2), code, "This is wrong", "Mend it.")


def test_errors_come_first():
    warning = fault("a", 1, Code.UNUSED_MENTION)
    lines = list(as_annotations([warning, fault("b", 1)]))
    assert [line.split()[0] for line in lines] == ["::error", "::warning"]


def test_as_many_are_told_as_are_shown_and_the_others_are_counted():
    errors = [fault("a", line) for line in range(1, 31)]
    warnings = [fault("a", line, Code.UNUSED_MENTION) for line in range(1, 13)]
    lines = list(as_annotations([*errors, *warnings]))
    assert [line.split()[0] for line in lines] == ["::error"] * 10 + ["::warning"] * 10 + [
        "::notice"
    ]
    assert "22 more are not shown here" in lines[-1]


def test_a_file_with_many_faults_hides_no_other_file():
    lines = list(as_annotations([*(fault("a", line) for line in range(1, 31)), fault("b", 9)]))
    assert "file=b,line=9" in lines[1]


def test_for_gitlab():
    (row,) = json.loads(as_gitlab([fault("a.md", 3)]))
    assert re.fullmatch("[0-9a-f]{64}", row.pop("fingerprint"))
    assert row == {
        "description": "This is wrong. Mend it.",
        "check_name": "image",
        "severity": "major",
        "location": {"path": "a.md", "lines": {"begin": 3}},
    }


def test_a_fault_whose_line_moved_is_the_same_for_gitlab():
    first, second = (json.loads(as_gitlab([fault("a.md", line)])) for line in (3, 9))
    assert first[0]["fingerprint"] == second[0]["fingerprint"]


texts = st.text(st.one_of(st.sampled_from("\r\n:,% \udcff\u202e"), st.characters()), max_size=20)
faults = st.builds(
    Diagnostic, st.builds(Place, texts, st.integers(1, 9)), st.sampled_from(Code), texts, texts
)


@given(st.lists(faults))
def test_no_two_faults_are_the_same_for_gitlab(found):
    rows = json.loads(as_gitlab(found).encode("utf-8"))
    assert len({row["fingerprint"] for row in rows}) == len(found)
    assert all(row["description"].isprintable() for row in rows)

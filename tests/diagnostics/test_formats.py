"""A fault in its three forms: one line each, whatever bytes were contributed."""

import json
import re
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from postil.diagnostics.codes import SHOWABLE, WARNINGS, Code
from postil.diagnostics.diagnostic import (
    Diagnostic,
    Place,
    as_github,
    as_json,
    as_text,
    has_errors,
)

texts = st.text(
    st.one_of(st.sampled_from("\r\n\x1b[31m:,%::error\u202e\u2028 \udcff"), st.characters())
)
diagnostics = st.builds(
    Diagnostic,
    st.builds(Place, texts.filter(bool), st.integers(1, 99), st.integers(1, 99)),
    st.sampled_from(Code),
    texts,
    texts,
)
FAULT = Diagnostic(Place("a.md", 2, 3), Code.UNKNOWN_KEY, "`x` is no key", "Take it out.")


def test_as_text():
    assert as_text(FAULT) == "a.md:2:3: [unknown-key] `x` is no key. Take it out."


def test_for_github():
    assert as_github(FAULT) == (
        "::error file=a.md,line=2,col=3,title=unknown-key::`x` is no key. Take it out."
    )


def test_as_json():
    assert json.loads(as_json([FAULT])) == [
        {
            "path": "a.md",
            "line": 2,
            "column": 3,
            "code": "unknown-key",
            "severity": "error",
            "message": "`x` is no key",
            "remedy": "Take it out.",
        }
    ]


@given(diagnostics)
def test_a_fault_is_one_line_of_characters_that_show(diagnostic):
    for line in (as_text(diagnostic), as_github(diagnostic)):
        assert line.isprintable()


@given(diagnostics)
def test_nothing_contributed_ends_the_properties_of_a_github_command(diagnostic):
    level = "error" if diagnostic.is_error else "warning"
    found = re.fullmatch(rf"::{level} file=([^,:]*),line=(\d+),col=(\d+),title=([^,:]*)::.*",
                         as_github(diagnostic))  # fmt: skip
    assert found
    assert unquote(found[4]) == diagnostic.code


@given(st.lists(diagnostics))
def test_json_gives_back_what_was_told_in_bytes_that_can_be_written(found):
    rows = json.loads(as_json(found).encode("utf-8"))
    assert [row["path"] for row in rows] == [diagnostic.place.path for diagnostic in found]
    assert [row["message"] for row in rows] == [diagnostic.message for diagnostic in found]


def test_only_warnings_let_a_check_pass():
    by_code = {code: Diagnostic(Place("a"), code, "m", "r") for code in Code}
    assert not has_errors([])
    assert {code for code, fault in by_code.items() if not has_errors([fault])} == WARNINGS
    assert WARNINGS <= SHOWABLE


def test_faults_sort_by_path_line_and_column():
    places = [Place("a", 2, 9), Place("a", 10, 1), Place("a", 10, 2), Place("b", 1, 1)]
    faults = [Diagnostic(place, Code.IMAGE, "m", "r") for place in places]
    assert sorted([faults[place] for place in (2, 0, 3, 1)]) == faults

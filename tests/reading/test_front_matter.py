"""Where the front matter ends and the text begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.diagnostics.codes import Code
from postil.reading.front_matter import MAX_FRONT_MATTER, Parts, split


@pytest.mark.parametrize(
    ("text", "body", "body_line"),
    [
        ("---\na: 1\n---\nText.\n", "Text.\n", 4),
        ("---\na: 1\n---\n\nText.\n", "\nText.\n", 4),
        ("--- \na: 1\n---\t\nText.", "Text.", 4),
        ("---\na: 1\n---", "", 4),
        ("---\na: 1\n---\n", "", 4),
        ("---\n---\nText.", "Text.", 3),
        ("---\na: 1\n---\nOne.\n\n---\n\nTwo.", "One.\n\n---\n\nTwo.", 4),
    ],
    ids=["plain", "blank-line", "spaces", "no-body", "no-text", "no-keys", "rule-in-text"],
)
def test_a_file_is_cut_at_its_two_fences(text, body, body_line):
    parts = split(text, "x.md")
    assert isinstance(parts, Parts), parts
    assert (parts.body, parts.body_line) == (body, body_line)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kyiv: officials said\n\nText.", Code.NO_FRONT_MATTER),
        ("\n---\na: 1\n---\n", Code.NO_FRONT_MATTER),
        ("----\na: 1\n----\n", Code.NO_FRONT_MATTER),
        ("+++\na = 1\n+++\n", Code.NO_FRONT_MATTER),
        ('{"a": 1}\n\nText.', Code.NO_FRONT_MATTER),
        ("---\na: 1\n\nText.", Code.OPEN_FRONT_MATTER),
        ("---\na: 1\n...\nText.", Code.OPEN_FRONT_MATTER),
        ("---", Code.OPEN_FRONT_MATTER),
        ("---\na: '" + "x" * MAX_FRONT_MATTER + "'\n---\n", Code.FILE_SIZE),
    ],
)
def test_a_file_without_two_fences_of_the_one_kind_is_refused(text, code):
    assert split(text, "x.md").code is code


@given(
    keys=st.integers(0, 5),
    body=st.text(st.sampled_from("ab \n-#"), max_size=30),
)
def test_the_body_begins_on_the_line_that_is_said(keys, body):
    text = "".join(["---\n", *(f"key{n}: v\n" for n in range(keys)), "---\n", body])
    parts = split(text, "x.md")
    assert "\n".join(text.split("\n")[parts.body_line - 1 :]) == parts.body == body

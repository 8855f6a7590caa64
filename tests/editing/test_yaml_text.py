"""Texts written as YAML are read back as they were, in every form and every place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.editing.yaml_text import entry, flow, forms, one_line
from postil.reading.yaml_core import Yaml, read_yaml

SIGNS = [*"-?:,[]{}#&*!|>'\"%@`\\~=<. \n\t", ": ", " #", "---", "...", "null", "No", "\u2028"]
SIGNS += ["word", "слово", "é", "30", "\u00a0", "\u00ad", "\u200f", "\ufeff", "😀", "\x85", "\x1b"]
TEXT = st.one_of(
    st.text(),
    st.lists(st.sampled_from(SIGNS), max_size=40).map("".join),
    st.text("ab  ", max_size=300),
)
KEYS = st.sampled_from(["exact", "prefix", "suffix", "at", "by", "from"])
VALUE = st.one_of(TEXT, st.dictionaries(KEYS, TEXT, min_size=1))


def read(text):
    found = read_yaml(text, "x.md", 1)
    assert isinstance(found, Yaml), (text, found)
    return found.data


@given(VALUE)
def test_every_form_of_a_value_reads_back_as_it_was(value):
    for form in forms(value, 0):
        assert read(f"before: 1\nquote:{form}\nafter: 2\n") == {
            "before": "1",
            "quote": value,
            "after": "2",
        }


@given(VALUE, st.integers(0, 6))
def test_the_same_at_any_indentation(value, depth):
    margin = " " * depth
    for form in forms(value, depth):
        text = f"{margin}quote:{form}\n{margin}after: 2\n"
        assert read(text) == {"quote": value, "after": "2"}


@given(st.dictionaries(KEYS, TEXT, min_size=1))
def test_an_entry_of_a_list_reads_back(value):
    assert read(f"list:\n  - {entry(value, 4)}\n  - x\n") == {"list": [value, "x"]}


@given(VALUE)
def test_a_value_in_brackets_reads_back(value):
    assert read(f"{{a: [{flow(value)}], b: {flow(value)}}}") == {"a": [value], "b": value}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("share the cost", "share the cost"),
        ("he said: never", "'he said: never'"),
        ("it isn't", "it isn't"),
        ("it isn't: never", "'it isn''t: never'"),
        ("“A plan” – he said", "“A plan” – he said"),
        ("(a plan)", "(a plan)"),
        ('"A plan" – he said', "'\"A plan\" – he said'"),
        ("point #4", "'point #4'"),
        ("NO", "NO"),
        ("True", "'True'"),
        ("30 days", "30 days"),
        ("a\u00adb", '"a\\u00ADb"'),
        ("", "''"),
    ],
)
def test_a_short_text_is_written_as_a_person_would(text, written):
    assert one_line(text) == written


def test_a_long_text_is_folded():
    text = " ".join(["Every: #word"] * 9)
    first, second = " ".join(["Every: #word"] * 7), " ".join(["Every: #word"] * 2)
    assert next(forms(text, 0)) == f" >-\n  {first}\n  {second}"


def test_paragraphs_keep_their_lines():
    assert next(forms("One.\n\nTwo.", 0)) == " |-\n  One.\n\n  Two."

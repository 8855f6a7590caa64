"""Front matter by YAML's core schema: what is text stays text, and nothing is taken twice."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic
from postil.reading.yaml_core import Yaml, read_yaml


def data(text):
    result = read_yaml(text, "x.md", first_line=1)
    assert isinstance(result, Yaml), result
    return result.data


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NO", "NO"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("12", "12"),
        ("0123", "0123"),
        ("1.10", "1.10"),
        ("12:30:45", "12:30:45"),
        ("0x1F", "0x1F"),
        (".nan", ".nan"),
        ("2025-12-17", "2025-12-17"),
        ("2024-02-30", "2024-02-30"),
        ("1e1000", "1e1000"),
        ("=", "="),
        ("true", True),
        ("False", False),
        ('"true"', "true"),
        ("null", None),
        ("~", None),
        ("", None),
        ('""', ""),
        ("'null'", "null"),
        ("[a, 1, no]", ["a", "1", "no"]),
        ("{a: 1, b: {c: NO}}", {"a": "1", "b": {"c": "NO"}}),
        ("|\n  two\n  lines", "two\nlines"),
        (">-\n  one\n  line", "one line"),
    ],
)
def test_a_value_is_read_as_it_was_written(written, value):
    assert data(f"key: {written}") == {"key": value}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("yes: 1", ["yes"]),
        ("1: a", ["1"]),
        ("null: a", ["null"]),
        ("2025-01-01: a", ["2025-01-01"]),
    ],
)
def test_keys_are_text_whatever_they_look_like(text, keys):
    assert list(data(text)) == keys


@pytest.mark.parametrize("text", ["", "\n\n", "# only a remark\n"])
def test_nothing_is_an_empty_mapping(text):
    assert data(text) == {}


@pytest.mark.parametrize(
    ("text", "line", "column", "code"),
    [
        ("a: 1\nb: 2\na: 3", 3, 1, Code.DUPLICATE_KEY),
        ("s:\n  url: x\n  url: y", 3, 3, Code.DUPLICATE_KEY),
        ("a: &x 1\nb: 2", 1, 4, Code.YAML_FEATURE),
        ("a: 1\nb: *a", 2, 4, Code.YAML_FEATURE),
        ("<<: *base", 1, 5, Code.YAML_FEATURE),
        ("a: !!python/object/apply:os.system [ls]", 1, 4, Code.YAML_FEATURE),
        ("a: !custom x", 1, 4, Code.YAML_FEATURE),
        ("!!map\na: 1", 1, 1, Code.YAML_FEATURE),
        ("? [a, b]\n: 1", 1, 3, Code.YAML_FEATURE),
        ("a: " + "[" * 20 + "]" * 20, 1, 12, Code.YAML_FEATURE),
        ("a: " + "{b: " * 20 + "}" * 20, 1, 36, Code.YAML_FEATURE),
        ("- a\n- b", 1, 1, Code.YAML_SYNTAX),
        ("just words", 1, 1, Code.YAML_SYNTAX),
        ("a: 1\n---\nb: 2", 2, 1, Code.YAML_SYNTAX),
        ("a: 1\n...\nb: 2", 3, 1, Code.YAML_SYNTAX),
        ("title: Embargoed: x", 1, 17, Code.YAML_SYNTAX),
        ("a: 1\n\tb: 2", 2, 1, Code.YAML_SYNTAX),
        ("a: 'open", 1, 9, Code.YAML_SYNTAX),
        ("a: [1, 2\n", 2, 1, Code.YAML_SYNTAX),
        ("a: 1\n b: 2", 2, 3, Code.YAML_SYNTAX),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text, line, column, code):
    fault = read_yaml(text, "x.md", first_line=1)
    assert isinstance(fault, Diagnostic), fault
    assert (fault.code, fault.place.line, fault.place.column) == (code, line, column)


def test_a_second_key_is_told_with_the_line_of_the_first():
    fault = read_yaml("\nstatus: draft\ntitle: x\nstatus: published\n", "x.md", first_line=1)
    assert (fault.place.line, fault.place.column) == (4, 1)
    assert fault.message == "`status` stands here a second time; the first is on line 2"


def test_a_bomb_is_refused_before_it_grows():
    layers = "".join(f"l{n + 1}: &l{n + 1} [{', '.join([f'*l{n}'] * 10)}]\n" for n in range(9))
    fault = read_yaml(f"l0: &l0 boom\n{layers}", "x.md", first_line=1)
    assert (fault.code, fault.place.line) == (Code.YAML_FEATURE, 1)


@given(st.text(st.characters(exclude_categories=["Cc", "Cn", "Cs"]), max_size=40))
def test_any_text_in_double_quotes_comes_back_as_it_is(text):
    assert data(f"key: {json.dumps(text, ensure_ascii=False)}") == {"key": text}


@given(st.lists(st.sampled_from(["a", ": ", "\n", "  ", "- ", "[", "}", "&x", "*", "!", "'", "#"])))
def test_no_text_makes_the_reader_fail(pieces):
    assert isinstance(read_yaml("".join(pieces), "x.md", first_line=1), Yaml | Diagnostic)

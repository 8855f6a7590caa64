"""Front matter and texts that would grow, nest or go on for ever: told in one short line."""

import re

import pytest

from archives import ROAD, article, road, site_of, topic
from postil.building.examining import examine
from postil.diagnostics.bounds import MOST_FAULTS
from postil.diagnostics.codes import Code
from postil.model.archive import Settings

YAML = {
    "a bomb": (
        "x-a: &a [1]\nx-b: [*a, *a]",
        "6:6: [yaml-feature] Anchors and aliases (&a, *a) are not read",
    ),
    "a long anchor": (
        f"x-a: &{'a' * 60_000} 1",
        f"6:6: [yaml-feature] Anchors and aliases (&{'a' * 59}…, *{'a' * 59}…) are not read",
    ),
    "a long tag": (
        f"x-a: !{'a' * 60_000} 1",
        f"6:6: [yaml-feature] Tags (!{'a' * 58}…) are not read",
    ),
    "a merge": ("x-a:\n  <<: *a", "7:7: [yaml-feature] Anchors and aliases (&a, *a) are not read"),
    "brackets": (
        "x-a: " + "[" * 30_000,
        "6:14: [yaml-feature] The front matter nests deeper than 8 levels",
    ),
    "100,000 brackets": (
        "x-a: " + "[" * 100_000,
        "1:1: [file-size] The front matter is longer than 64,000 characters",
    ),
    "braces": (
        "x-a: " + "{a: " * 15_000,
        "6:38: [yaml-feature] The front matter nests deeper than 8 levels",
    ),
    "lists": (
        "x-a:\n  " + "- " * 30_000 + "a",
        "7:19: [yaml-feature] The front matter nests deeper than 8 levels",
    ),
    "indents": (
        "\n".join(" " * depth + "x-a:" for depth in range(300)),
        "15:10: [yaml-feature] The front matter nests deeper than 8 levels",
    ),
    "a long line": (
        "summary: " + "a" * 900_000,
        "1:1: [file-size] The front matter is longer than 64,000 characters",
    ),
    "a long value": (
        "summary: " + "9" * 5_000,
        f"6:10: [wrong-value] `summary: {'9' * 59}…` is 5,000 characters long",
    ),
    "a long word of a list": (
        f"kind: {'a' * 60_000}",
        f"6:7: [wrong-value] `kind: {'a' * 59}…` is not one of its words",
    ),
    "a long key": (
        f"{'k' * 1_000}: 1",
        f"6:1: [unknown-key] `{'k' * 59}…` is no key of an article",
    ),
    "a long second key": (
        f"x-{'k' * 1_000}: 1\n" * 2,
        f"7:1: [duplicate-key] `x-{'k' * 57}…` stands here a second time; the first is on line 6",
    ),
    "a date of 5,000 digits": (
        f"retrieved: {{at: {'9' * 5_000}}}",
        f"6:17: [wrong-date] `retrieved.at: {'9' * 59}…` is no date",
    ),
    "an infinite number": (
        "summary: .inf\ndateline: 1e9999",
        "7:1: [unknown-key] `dateline` is no key of an article",
    ),
}


@pytest.mark.parametrize("name", YAML)
def test_front_matter_that_would_grow_or_nest_is_told(told, name):
    front, line = YAML[name]
    assert told({ROAD: road(front)}) == [f"{ROAD}:{line}"]


def test_what_archives_add_for_themselves_may_be_of_any_shape(told):
    deep = "".join(f"{'  ' * depth}{'k' * 300}:\n" for depth in range(1, 7))
    assert told({ROAD: road(f"x-a:\n{deep}")}) == []


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("a" * 900_000, None),
        ("a b " * 200_000, None),
        ("a\n" + " " * 900_000 + "\nb", None),
        ("a" + "\u0f72\u0f71" * 150_000, None),
        ("\u0300" * 400_000, None),
        ("a" + "\u00a0" * 200_000, None),
        (
            "<b " + "a" * 900_000 + ">",
            f"[raw-html] HTML is not read here and will show as it is: <b {'a' * 56}…",
        ),
        (f"[a]({'b' * 900_000})", f"[broken-link] This link leads nowhere: {'b' * 59}…"),
        ("[" * 500_000, "[tangled-text] From here on the text has more Markdown than can be read"),
        ("> " * 100_000, "[tangled-text] From here on the text has more Markdown than can be read"),
        (
            "{>>" * 300_000,
            "[tangled-text] From here on the text has more Markdown than can be read",
        ),
        (
            "&nbsp;" * 150_000,
            "[tangled-text] From here on the text has more Markdown than can be read",
        ),
    ],
)
def test_a_text_of_a_megabyte_is_read_or_told_in_one_line(told, body, line):
    found = [re.sub(r"^\S+ ", "", found) for found in told({ROAD: road(body=body)})]
    assert found == ([line] if line else [])


@pytest.mark.parametrize(
    ("files", "path"),
    [
        ({ROAD: road("\n".join(f"k{number}: 1" for number in range(7_000)))}, ROAD),
        ({ROAD: road(f"actors: [{','.join(f'a{number}' for number in range(199))}]")}, ROAD),
        ({ROAD: road(body="<b>\n\n" * 8_000)}, ROAD),
        ({ROAD: road(body="[a](b) [c](d)\n\n" * 5_000)}, ROAD),
    ],
)
def test_of_very_many_faults_in_a_file_the_first_are_told_and_how_many_follow(told, files, path):
    first, *others = told(files)
    assert re.fullmatch(
        rf"{path}:1:1: \[more-faults\] [\d,]+ more faults of this file are not told", first
    )
    assert len(others) == MOST_FAULTS


def test_a_fault_that_leaves_a_file_out_is_among_those_told(archive):
    found = examine(
        archive({ROAD: road(body="<b> " * 300), "docs/topics/b.md": topic("<b> " * 300)}),
        Settings(),
    )
    codes = [fault.code for fault in found.diagnostics if fault.place.path == ROAD]
    assert codes.count(Code.RAW_HTML) == MOST_FAULTS
    assert any(fault.is_error for fault in found.diagnostics)


@pytest.mark.parametrize(
    "date", ["0001", "0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00", "9999~"]
)
def test_the_first_and_last_days_of_the_calendar_have_pages(archive, date):
    root = archive({ROAD: article(published=date)})
    assert site_of(root).pages


@pytest.mark.parametrize(
    "date", ["0000", "10000", "-0044", "٢٠٢٥", "2025-02-30", "2025-13", "2025-01-01T25:00Z", "1e9"]
)
def test_a_date_outside_the_calendar_is_told(told, date):
    (line,) = told({ROAD: article(published=date)})
    assert line.startswith(f"{ROAD}:3:12: [wrong-date] `published: {date}` ")

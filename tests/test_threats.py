"""The threat model says what is so: each threat has its means and its tests, and they exist."""

import ast
import re
from functools import cache

import pytest

from archives import REPOSITORY

PAGE = (REPOSITORY / "docs/contributing/threats.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if line.startswith("| ") and not line.startswith(("| ---", "| What "))
]


@cache
def named_in(path):
    """The names of the functions in a file."""
    tree = ast.parse((REPOSITORY / path).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def is_there(path):
    return any((REPOSITORY / folder / path).is_file() for folder in ("", "hooks/postil"))


def test_there_are_rows_for_every_boundary():
    headings = set(re.findall(r"^## (.+)$", PAGE, re.MULTILINE))
    assert {"Active content", "YAML", "Files and encodings", "Leaks", "Builds", "CI"} <= headings
    assert len(ROWS) > 50


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_threat_is_met_by_what_exists(row):
    threat, means, shown = row
    assert len(threat.split()) >= 3
    files = re.findall(r"`([\w./-]+\.\w+|Makefile|\.github/CODEOWNERS)`", means)
    assert files
    assert [path for path in files if not is_there(path)] == []
    tests = re.findall(r"`([^`:]+)::([^`]+)`", shown)
    assert ", ".join(f"`{path}::{name}`" for path, name in tests) == shown
    assert [name for path, name in tests if name not in named_in(path)] == []
    assert tests
    assert all(name.startswith("test_") for _, name in tests)

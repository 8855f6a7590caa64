"""What would keep the Markdown parser busy is told beforehand, and nothing that people write is."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from postil.text.document import read_document
from postil.text.effort import DEEPEST, tangle

KILOBYTE = 1_000

HEAVY = {
    "brackets": "[" * 20 * KILOBYTE,
    "links without an end": "[a](" * 8 * KILOBYTE,
    "images without an end": "![" * 10 * KILOBYTE,
    "references without an end": "[a][" * 8 * KILOBYTE,
    "brackets, a line each": "[\n" * 10 * KILOBYTE,
    "brackets in a list without items": "a\n" + "- [\n" * 10 * KILOBYTE,
    "brackets in one item of many lines": "- a\n" + "[a] [b\n" * 5 * KILOBYTE,
    "headings": "# a\n" * 25 * KILOBYTE,
    "escapes": "\\*" * 250 * KILOBYTE,
    "items": "- a\n" * 250 * KILOBYTE,
    "cells": "|" + "a|" * 300 * KILOBYTE,
    "rows": "|a|b|\n|-|-|\n" + "|c|d|\n" * 150 * KILOBYTE,
    "emphasis": "*a **b " * 140 * KILOBYTE,
    "underlined headings": ("The council met again.\n" * 4 + "===\n") * 3 * KILOBYTE,
    "quotations and rules": "> - a\n***\n" * 4 * KILOBYTE,
    "blank lines that are none": "a\n\u00a0\n[a]: http://x.org\n" * 3 * KILOBYTE,
    "code without an end": "{a}a\\```" * 6 * KILOBYTE,
    "marks of CriticMarkup": "{>>" * 300 * KILOBYTE,
    "guillemets": "«" * 400 * KILOBYTE,
    "no-break spaces": "a" + "\u00a0" * 400 * KILOBYTE,
    "short paragraphs": "a\n\n" * 300 * KILOBYTE,
}

LIGHT = {
    "a megabyte of prose": "The council met again and agreed on nothing. " * 20 * KILOBYTE,
    "the same in paragraphs": "The council met again. [Plan](https://x.org) *so* far.\n\n"
    * KILOBYTE,
    "a bibliography": "- [A title](https://example.org/plan), *The Courier*, 2025.\n" * KILOBYTE,
    "a table": "| a | b |\n|---|---|\n" + "| [x](https://example.org) | 1,000 |\n" * 300,
    "brackets in a paragraph": "He said [sic] that [we] would. " * 100,
    "code that is indented": "    " * 40 + "return",
}


@pytest.mark.parametrize("name", HEAVY)
def test_a_text_that_would_take_too_long_is_told(name):
    assert tangle(HEAVY[name]) is not None


@pytest.mark.parametrize("name", LIGHT)
def test_no_text_that_somebody_wrote_is(name):
    assert tangle(LIGHT[name]) is None
    read_document(LIGHT[name])


def test_the_line_is_that_of_the_paragraph_that_costs_most():
    assert tangle("One.\n\n\nTwo.\n" + "[" * 20_000 + "\n\nThree.") == 3


@pytest.mark.parametrize("mark", ["> ", "- ", "1. ", "    ", "* > "])
def test_nesting_without_end_is_told_by_its_line(mark):
    assert tangle(f"Words.\n\n{mark * (DEEPEST + 1)}a") == 2


@given(st.text("[](){}*_`<>&\\!|#-+=:. \n\t1a\"'~^", max_size=300), st.integers(1, 60))
def test_what_is_not_told_is_read_to_its_end(piece, times):
    text = piece * times
    assume(tangle(text) is None)
    assert len(read_document(text).plain) <= 2 * len(text.expandtabs(4))

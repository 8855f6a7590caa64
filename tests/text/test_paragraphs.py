"""Plain paragraphs and headings, which no parser reads, are what the parser would make of them."""

from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from postil.text import document
from postil.text.document import Document, read_document
from postil.text.paragraphs import Marked, Plain, paragraphs


def parsed_whole(markdown: str) -> Document:
    """The document as the parser alone makes it, with all patterns of its own."""
    every_sign = frozenset("[<`\\&")
    with (
        patch.object(document, "paragraphs", lambda text: [Marked(text)]),
        patch.object(document, "_signs_in", lambda _: every_sign),
    ):
        return read_document(markdown)


PIECES = ["Words in a row.", "Two lines\nof words.", "“Quoted,” he said: 5% (or 1,000) – no more!"]
PIECES += [
    "*Stress* on it.",
    "## Heading",
    "- item",
    "1. item",
    "2025 was.",
    "2025. Was.",
    "> said",
]
PIECES += [
    "    code",
    "  indented",
    "\tcode",
    "---",
    "===",
    "a | b\n--|--\n1 | 2",
    "[x]: /y",
    "[x]",
]
PIECES += [
    "`code",
    "`",
    "**",
    "_",
    "\\",
    "&amp;",
    "&#x41;",
    "&",
    "<b>",
    "<!--",
    "-->",
    "</p>",
    "![",
    "](",
]
PIECES += [
    "[a [b](c) d](e)",
    "<https://a.b/>",
    "*[a](<b>",
    "x  \ny",
    "é",
    "Київ",
    "e\u0301",
    "\u00ad",
]
PIECES += [
    "\u00a0",
    "\u2028",
    "\u0085",
    "\x00",
    "\x02",
    "\x03",
    "\x0b",
    "\x0c",
    "\r",
    "\t",
    "\ufeff",
]
PIECES += [
    " ",
    "  ",
    "\n",
    "\n\n",
    "\n\n",
    "\n\n",
    "\n\n\n",
    "\n   \n",
    "\n    ",
    "#",
    ":",
    "'",
    '"',
    "(",
]


PIECES += ["# ", "###  ", "## H #", "\n\n## "]


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@example("    \n\nWords")
@example("Words\n\n    \n\nwords")
@example("- item\n\nWords\n\n    code\n\n\n    more\n\nWords")
@example("Words\n\n    \x0b\n\nwords")
@example("Words\n\n\x02    \n\nwords")
@example("See [x].\n\nWords.\n\n[x]: https://example.org/")
@example("Words\x02\n\nWords\n\n\x02\n\n*x*\r\n\nWords\n")
def test_a_text_is_read_as_the_parser_alone_would_read_it(text):
    assert read_document(text) == parsed_whole(text)


@settings(max_examples=200)
@given(st.lists(st.text(max_size=20), max_size=8).map("\n\n".join))
def test_so_are_any_characters(text):
    assert read_document(text) == parsed_whole(text)


@pytest.mark.parametrize("char", [chr(number) for number in range(0x20, 0x100)])
def test_every_sign_is_read_as_the_parser_would_read_it_wherever_it_stands(char):
    for text in (
        f"# {char}words",
        f"# words{char}",
        f"{char} words",
        f"{char}words",
        f"wo{char}rds",
        f"words\n{char} words",
        f"a{char}",
    ):
        padded = f"Before.\n\n{text}\n\nAfter."
        assert read_document(padded) == parsed_whole(padded)


@pytest.mark.parametrize(
    "text",
    [
        "The talks, he said – “at last” – began: 30% of $5 (or 1,000)!",
        "One line\nand the next.",
        "Київ і Москва.",
        "'Tis 1/2 past 3; isn't it?",
    ],
)
def test_news_is_made_of_plain_paragraphs(text):
    assert list(paragraphs(text)) == [Plain("p", text)]


def test_headings_of_nothing_but_words_are_plain_as_well():
    text = "Before.\n\n### What *he* said\n\n## What they want\n\nAfter.\n"
    assert list(paragraphs(text)) == [
        Plain("p", "Before."),
        Marked("### What *he* said"),
        Plain("h2", "What they want"),
        Plain("p", "After."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "# A #",
            "#A",
            "####### A",
            "# A\nb",
            "- a",
            "1. a",
            "> a",
            "    a",
            "a\n---",
            "a | b",
            "*a*",
            "_a_",
            "`a`",
            "[a](b)",
        ),
        *(
            "<b>",
            "a &amp; b",
            "a\\*",
            "a  \nb",
            "a\n- b",
            "a\tb",
            "a\x00b",
            " a",
            "a\rb",
            "a\n    b",
        ),
    ],
)
def test_what_markdown_may_see_something_in_is_parsed(text):
    assert list(paragraphs(text)) == [Marked(text)]


def test_a_definition_anywhere_leaves_all_of_the_text_to_the_parser():
    text = "Words.\n\n[x]: https://example.org/"
    assert list(paragraphs(text)) == [Marked(text)]

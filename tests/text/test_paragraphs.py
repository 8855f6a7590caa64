"""Plain paragraphs and headings, which no parser reads, are what the parser would make of them."""

from unittest.mock import patch

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from postil.text import document
from postil.text.document import Document, read_document
from postil.text.paragraphs import Marked, Plain, Simple, paragraphs


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
PIECES += ["*", "*so*", "**So** ", "- ", "\n- ", "* ", "+ b", "[words](https://example.org/a_b)"]
PIECES += ["](../x.md) ", "[a](b) ", "![a](b)", "[ a](b)", "!", "[a](b)[c]", "***a***", "(c)"]


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@example("Words.\ufeff")
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
            "* a",
            "- a\nb",
            "- a\n\n- b",
            "1. a",
            "***a***",
            "* a*",
            "[*a*](b)",
            "[a](b c)",
            "![a](b)",
            "> a",
            "    a",
            "a\n---",
            "a | b",
            "_a_",
            "`a`",
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


@pytest.mark.parametrize(
    ("text", "html", "is_list"),
    [
        ("*So* it **is**.", "<p><em>So</em> it <strong>is</strong>.</p>", False),
        ("See [it](../x.md).", '<p>See <a href="../x.md">it</a>.</p>', False),
        ("- One\n- *Two*", "<ul><li>One</li><li><em>Two</em></li></ul>", True),
    ],
)
def test_emphasis_links_and_short_lists_are_simple(text, html, is_list):
    assert list(paragraphs(text)) == [Simple(html, is_list=is_list)]


SIMPLE = [
    "So ",
    "it.",
    "*so*",
    "**so**",
    "[it](x)",
    "[it](https://a.org/b_c)",
    "a*b",
    "*",
    "_",
    "!",
]
SIMPLE += [
    "(",
    ")",
    "[",
    "]",
    "](",
    "\n- ",
    "- ",
    "\n",
    "\n\n",
    "\n\n- ",
    "\n\n  ",
    "* ",
    "+ ",
    ":",
]


@settings(max_examples=400)
@given(st.lists(st.sampled_from(SIMPLE), max_size=16).map("".join))
def test_simple_blocks_are_read_as_the_parser_would_read_them(text):
    parsed = parsed_whole(text)
    assume("klzzwxh" not in parsed.plain)  # what the parser counts, and shows where it goes wrong
    assert read_document(text) == parsed


def test_a_definition_anywhere_leaves_all_of_the_text_to_the_parser():
    text = "Words.\n\n[x]: https://example.org/"
    assert list(paragraphs(text)) == [Marked(text)]

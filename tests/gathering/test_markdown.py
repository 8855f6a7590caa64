"""Whatever words a page has, the Markdown shows these words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archives import article, read
from postil.gathering.blocks import Block, clean
from postil.gathering.markdown import markdown
from postil.linking.typed_notes import typed_note_faults
from postil.text.document import Open, read_document

SIGNS = st.sampled_from(
    [
        *"\\`*_{}[]()<>#+-.!|&~=:;\"'/ 1aЖع",
        *("[a](b)", "![a](b)", "<b>", "&amp;", "&#27;", "{==a==}", "{>>a<<}", "[a]: b", "**a**"),
        *("1. ", "---", "# a", "    ", "https://x.example/a_b_c", "<https://x.example>", "a@b.cd"),
    ]
)
WORDS = st.lists(SIGNS | st.text(max_size=5), max_size=12).map("".join).map(clean).filter(bool)
BLOCKS = st.lists(
    st.builds(Block, st.sampled_from(["paragraph", "item", "numbered", "quote"]), WORDS)
    | st.builds(Block, st.just("heading"), WORDS, st.integers(2, 6)),
    min_size=1,
    max_size=5,
)


@given(BLOCKS)
def test_the_plain_text_is_the_words_of_the_page(blocks):
    document = read_document(markdown(blocks))
    assert document.plain.split() == " ".join(block.words for block in blocks).split()
    assert not document.images
    assert not {"a", "code", "pre", "em", "strong", "hr", "table"} & {
        node.name for node in document.nodes if isinstance(node, Open)
    }


@pytest.mark.parametrize("words", ["{==a==}", "{>>a<<}", "{++a++}"])
def test_words_that_look_like_a_typed_note_are_none(words):
    body = markdown([Block("paragraph", words)])
    assert not list(typed_note_faults(read("article", "vienna", article(body))))


def test_plain_words_stay_as_they_are():
    words = "“We know,” she said - 3 < 4 at 5.30 (or so); R&D #4, e.g. a_b."
    assert markdown([Block("paragraph", words)]) == words.replace("<", "&lt;").replace("_", r"\_")

"""What is woven into a text never changes it, and is always well nested."""

from hypothesis import given
from hypothesis import strategies as st

from html_reading import read_html
from postil.markup.html import to_html
from postil.markup.weave import Marked, Named, weave
from postil.text.document import read_document
from postil.text.sentences import Span

TEXT = """One *two **three*** four [five six](https://example.org/) seven.

> Eight *nine*.

- ten
- eleven `twelve`

| a | b |
|---|---|
| thirteen | fourteen |
"""
DOCUMENT = read_document(TEXT)
SPANS = st.lists(
    st.tuples(st.integers(0, len(DOCUMENT.plain)), st.integers(0, len(DOCUMENT.plain)))
    .filter(lambda pair: pair[0] < pair[1])
    .map(lambda pair: Span(*pair)),
    max_size=6,
)


def html_of(marked, named=()):
    blocks = weave(DOCUMENT, marked, named, lambda destination: destination)
    return "".join(to_html(block.nodes, "./") for block in blocks)


@given(SPANS)
def test_overlapping_passages_are_well_nested_and_leave_the_text_as_it_is(spans):
    marked = [Marked(f"n{i}", i + 1, "context", span) for i, span in enumerate(spans)]
    woven = read_html(html_of(marked))
    assert woven.misnested == []
    assert woven.text == read_html(html_of(())).text
    ids = woven.values("id")
    assert len(ids) == len(set(ids))


@given(SPANS)
def test_every_character_under_a_note_is_marked_with_it(spans):
    marked = [Marked(f"n{i}", i + 1, "context", span) for i, span in enumerate(spans)]
    for index, span in enumerate(spans):
        under = "".join(
            piece.text
            for piece in read_html(html_of(marked)).pieces
            if any(f"n{index}" in e.attributes.get("data-notes", "").split() for e in piece.within)
        )
        wanted = "".join(
            node.text[max(0, span.start - node.start) : max(0, span.end - node.start)]
            for node in DOCUMENT.nodes
            if hasattr(node, "text")
        )
        assert under == wanted


def test_a_mention_and_a_passage_that_cross_are_both_there():
    start = DOCUMENT.plain.index("four")
    named = [Named("x", Span(start - 6, start + 4), "mention-x-1", "/actors/x/")]
    marked = [Marked("n", 1, "context", Span(start, start + 9))]
    woven = read_html(html_of(marked, named))
    assert woven.misnested == []
    assert {e.attributes["href"] for e in woven.with_class("mention")} == {"./actors/x/"}
    assert woven.values("id").count("mention-x-1") == 1

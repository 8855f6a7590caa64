"""What is woven into a text never changes it, and is always well nested."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from html_reading import read_html
from postil.markup.html import to_html
from postil.markup.stretches import Marked, Named
from postil.markup.weave import weave
from postil.text.document import Text, read_document
from postil.text.sentences import Span

BLOCKS = [
    "One *two **three*** four [five *six* seven](https://example.org/) eight.",
    "# A *heading*",
    "> Nine `ten`.\n>\n> Eleven.",
    "- twelve\n- thirteen\n    - fourteen **fifteen**",
    "2. sixteen\n3. seventeen",
    "| a | b |\n|---|--:|\n| *c* | d e |",
    "    code & <more>\n    code\n",
    "Hard  \nbreak & “quotes” <b>.",
    "---",
    "Київ — e\u0301, й.",
]
DOCUMENTS = st.lists(st.sampled_from(BLOCKS), max_size=5).map("\n\n".join).map(read_document)


def leads(destination):
    return destination if destination.startswith("https:") else None


@st.composite
def marked_documents(draw):
    """A document with passages that overlap at will and mentions that do not."""
    document = draw(DOCUMENTS)
    offsets = st.integers(0, len(document.plain))
    pairs = draw(st.lists(st.tuples(offsets, offsets), max_size=6))
    spans = [Span(*sorted(pair)) for pair in pairs if pair[0] != pair[1]]
    marked = [
        Marked(f"n{i}", i + 1, "context", None, ("ivo",), span) for i, span in enumerate(spans)
    ]
    cuts = sorted(draw(st.sets(offsets, max_size=8)))
    pieces = [Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False)]
    hrefs = draw(st.lists(st.sampled_from(["/actors/x/", None]), min_size=4, max_size=4))
    named = [
        Named("x", span, f"mention-x-{i}", href)
        for i, (span, href) in enumerate(zip(pieces, hrefs, strict=False))
    ]
    return document, marked, draw(st.permutations(named))


def woven(document, marked=(), named=(), resolve=leads):
    return weave(document, marked, named, resolve)


def html_of(document, marked=(), named=()):
    blocks = woven(document, marked, named)
    return read_html("".join(to_html(block.nodes, "./") for block in blocks))


def under(html, mark):
    """The text inside the elements that `mark` picks."""
    return "".join(p.text for p in html.pieces if any(mark(element) for element in p.within))


def notes_of(element):
    return element.attributes.get("data-notes", "").split()


def shown(document, span):
    """What the nodes show of a stretch: the plain text without what stands between blocks."""
    return "".join(
        node.text[max(0, span.start - node.start) : max(0, span.end - node.start)]
        for node in document.nodes
        if isinstance(node, Text)
    )


@given(marked_documents())
def test_the_text_stays_as_it_is_character_for_character(case):
    document, marked, named = case
    for block in woven(document, marked, named):
        assert read_html(to_html(block.nodes, "./")).text == shown(document, block.span)
    assert html_of(document, marked, named).text == shown(document, Span(0, len(document.plain)))


@given(marked_documents())
def test_everything_is_well_nested_and_no_id_stands_twice(case):
    html = html_of(*case)
    assert html.misnested == []
    ids = html.values("id")
    assert len(ids) == len(set(ids))


@given(marked_documents())
def test_every_character_under_a_note_is_marked_with_it_and_no_other(case):
    document, marked, named = case
    html = html_of(document, marked, named)
    for passage in marked:
        words = under(html, lambda e, id_=passage.note_id: id_ in notes_of(e))
        assert words == shown(document, passage.span)


@given(marked_documents())
def test_every_character_of_a_mention_is_in_it_and_no_other(case):
    document, marked, named = case
    html = html_of(document, marked, named)
    words = under(html, lambda e: e.attributes.get("data-actor") == "x")
    assert words == "".join(shown(document, m.span) for m in sorted(named, key=lambda m: m.span))


@given(marked_documents())
def test_a_mark_leads_those_who_cannot_see_it_to_the_note_with_the_shortest_passage(case):
    document, marked, named = case
    lengths = {passage.note_id: passage.span.end - passage.span.start for passage in marked}
    for mark in html_of(document, marked, named).named("mark"):
        shortest = min(notes_of(mark), key=lengths.get)
        assert mark.attributes["aria-details"] == f"note-{shortest}"


@given(marked_documents())
def test_the_blocks_are_the_text_in_order(case):
    document, marked, named = case
    blocks = woven(document, marked, named)
    plain = woven(document)
    assert [block.span for block in blocks] == [block.span for block in plain]
    assert [block.span for block in blocks] == sorted(block.span for block in blocks)


PARAGRAPH = read_document("One *two* three [four](https://example.org/) five.")


def passage(words, note_id="n", number=1, kind="context", status=None):
    start = PARAGRAPH.plain.index(words)
    return Marked(note_id, number, kind, status, ("ivo",), Span(start, start + len(words)))


def test_a_passage_is_cut_where_another_begins_and_where_markup_does():
    html = html_of(PARAGRAPH, [passage("One two three"), passage("two three four", "m", 2)])
    marks = [
        (p.text, p.within[-1].attributes["data-notes"])
        for p in html.pieces
        if p.within[-1].name == "mark"
    ]
    assert marks == [("One ", "n"), ("two", "n m"), (" three", "n m"), (" ", "m"), ("four", "m")]


def test_a_passage_begins_and_ends_in_places_that_can_be_linked_to():
    html = html_of(PARAGRAPH, [passage("two three", "n", 7)])
    assert html.values("id") == ["passage-n", "ref-n"]
    (reference,) = html.with_class("note-ref")
    assert reference.attributes["href"] == "#note-n"
    assert reference.attributes["aria-label"] == "Note 7"


def test_the_number_behind_a_passage_never_stands_in_a_link():
    html = html_of(PARAGRAPH, [passage("two three four", "n"), passage("four five", "m", 2)])
    for reference in html.with_class("note-ref"):
        assert "a" not in reference.within


def test_the_shortest_passage_gives_its_kind_to_the_words():
    passages = [passage("One two three", "n", 1, "context"), passage("two", "m", 2, "question")]
    html = html_of(PARAGRAPH, passages)
    assert [mark.attributes["class"] for mark in html.named("mark")] == [
        "passage context",
        "passage question",
        "passage context",
    ]


def test_a_passage_whose_note_is_not_current_says_so_and_gives_way_to_one_that_is():
    passages = [
        passage("One two three", "n", 1, "context"),
        passage("two", "m", 2, "question", "retracted"),
        passage("five", "o", 3, "position", "superseded"),
    ]
    html = html_of(PARAGRAPH, passages)
    assert [mark.attributes["class"] for mark in html.named("mark")] == [
        "passage context",
        "passage context",
        "passage context",
        "passage position superseded",
    ]
    references = [e.attributes for e in html.with_class("note-ref")]
    assert [(e["class"], e["aria-label"]) for e in references] == [
        ("note-ref question retracted", "Note 2, retracted"),
        ("note-ref context", "Note 1"),
        ("note-ref position superseded", "Note 3, superseded"),
    ]


def test_a_mention_and_a_passage_that_cross_are_both_there():
    mention = Named("x", passage("two three").span, "mention-x-1", "/actors/x/")
    html = html_of(PARAGRAPH, [passage("three four")], [mention])
    assert {e.attributes["href"] for e in html.with_class("mention")} == {"./actors/x/"}
    assert html.values("id").count("mention-x-1") == 1


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("[a](https://example.org/)", {"href": "https://example.org/", "rel": "nofollow noopener"}),
        ("[a](b.md)", {"href": "../../articles/b/"}),
        ("[a](nowhere.md)", {}),
        ("[a](//example.org/)", {}),
        ("[a](javascript:alert(1))", {}),
        ("[a](nowhere.md 'A \"title\" & more')", {"title": 'A "title" & more'}),
    ],
)
def test_a_contributed_link_leads_somewhere_or_is_none(text, attributes):
    known = {"b.md": "/articles/b/", "https://example.org/": "https://example.org/"}
    (block,) = woven(read_document(text), resolve=known.get)
    (link,) = read_html(to_html(block.nodes, "../../")).named("a")
    assert link.attributes == attributes

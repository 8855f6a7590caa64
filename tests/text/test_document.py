"""Contributed Markdown as nodes over a plain text: what shows counts, and none is active."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.text.document import VOID, Close, Open, Text, read_document
from postil.text.links import is_web

ALLOWED = {
    *("p", "blockquote", "pre", "table", "thead", "tbody", "tr", "td", "th", "ul", "ol", "li"),
    *("hr", "br", "h1", "h2", "h3", "h4", "h5", "h6", "a", "code", "em", "strong"),
}
ALLOWED_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "td": {"align"}, "th": {"align"}}

PIECES = [*"ab \n*_`[]()<>&;#|-:>!\\~'\"/.=+1{}", "http://x", "![", "](", "&amp;", "&#106;"]
PIECES += ["javascript:", "<script>", "</p>", "onclick=", "    ", "\n\n", "---|---", "- ", "1. "]
PIECES += ["> ", "[x]: ", "{: #id }", "mailto:", "data:", "é", "Київ"]
markdown = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def elements(document):
    return [node for node in document.nodes if isinstance(node, Open)]


def links(text):
    return [dict(node.attributes).get("href") for node in elements(read_document(text))]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("One line\nand the next.", "One line and the next."),
        ("One.\n\nTwo.", "One.\n\nTwo."),
        ("  spaces   within ", "spaces within"),
        ("A *b* **c** ***d*** `e`.", "A b c d e."),
        ("An un*bro*ken word.", "An unbroken word."),
        ("Two  \nlines.", "Two\nlines."),
        ("# Title\n\nText.", "Title\n\nText."),
        ("- one\n- two *2*\n\nThen.", "one\ntwo 2\n\nThen."),
        ("1. one\n2. two", "one\ntwo"),
        ("- one\n\n- two", "one\n\ntwo"),
        ("- one\n    - within", "one\n\nwithin"),
        ("> Said he.\n>\n> Twice.", "Said he.\n\nTwice."),
        ("a | b\n--|--\n1 | 2\n3 | 4", "a\tb\n1\t2\n3\t4"),
        ("One.\n\n---\n\nTwo.", "One.\n\nTwo."),
        ("    code  here\n", "code  here\n"),
        ("[words](https://example.org/) on", "words on"),
        ("<https://example.org/>", "https://example.org/"),
        ("[words][1]\n\n[1]: https://example.org/", "words"),
        ("![alt](x.png) after", "after"),
        ("&amp; &lt;b&gt; &copy; &#8212;", "& <b> © —"),
        ("1 < 2 && 3 > 2", "1 < 2 && 3 > 2"),
        ("\\*not\\* emphasis", "*not* emphasis"),
        ("<b>bold</b>", "<b>bold</b>"),
        ("<!-- secret -->", "<!-- secret -->"),
        ("<div>\n\n*a*\n\n</div>", "<div>\n\na\n\n</div>"),
        ("snake_case_name", "snake_case_name"),
        ("", ""),
        ("\n\n", ""),
    ],
)
def test_the_plain_text_is_what_shows(text, plain):
    assert read_document(text).plain == plain


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a *b* **c** `d`", ["p", "em", "strong", "code"]),
        ("## H", ["h2"]),
        ("> q", ["blockquote", "p"]),
        ("- a", ["ul", "li"]),
        ("a | b\n--|--\n1 | 2", ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]),
        ("a\n\n***\n\nb", ["p", "hr", "p"]),
        ("    x", ["pre", "code"]),
        ("[a](b.md)", ["p", "a"]),
    ],
)
def test_markdown_becomes_its_elements(text, names):
    assert [node.name for node in elements(read_document(text))] == names


def test_an_ordered_list_keeps_its_number_and_a_table_its_alignment():
    assert Open("ol", (("start", "4"),)) in elements(read_document("4. a\n5. b"))
    assert Open("td", (("align", "right"),)) in elements(read_document("a | b\n--|-:\n1 | 2"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[x](https://example.org/?a=1&b=2)", "https://example.org/?a=1&b=2"),
        ("[x](http://example.org)", "http://example.org"),
        ("[x](mailto:a@example.org)", "mailto:a@example.org"),
        ("[x](../2024/other.md)", "../2024/other.md"),
        ("[x](javascript:alert(1))", None),
        ("[x](JaVaScRiPt:alert(1))", None),
        ("[x](java&#115;cript:alert(1))", None),
        ("[x](&#106;avascript:alert(1))", None),
        # With white space in it this is a relative address, and leads nowhere.
        ("[x](<java\tscript:alert(1)>)", "java   script:alert(1)"),
        ("[x](vbscript:x)", None),
        ("[x](data:text/html,<script>alert(1)</script>)", None),
        ("[x](file:///etc/passwd)", None),
        ("[x][r]\n\n[r]: javascript:alert(1)", None),
    ],
)
def test_a_link_keeps_a_harmless_destination_only(text, expected):
    assert links(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<iframe src='javascript:alert(1)'></iframe>",
        "<a href='javascript:alert(1)'>x</a>",
        "<style>@import 'x'</style>",
        "<form action='//x'><input></form>",
        "<math><mtext></mtext><script>alert(1)</script></math>",
        "text {onclick=alert(1)}",
        "{: onmouseover=alert(1) }",
        "# Heading {#__config}",
        "`<script>`{=html}",
        "![x](x onerror=alert(1))",
        '[x](https://a.b/ "t\\" onclick=\\"alert(1)")',
        "<https://a.b/\"onclick='x'>",
        "*<b onclick=x>*",
        "> <script>\n> alert(1)\n> </script>",
        "- <script>alert(1)</script>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "--8<-- '/etc/passwd'",
    ],
)
def test_hostile_markup_becomes_text_or_nothing(text):
    for node in elements(read_document(text)):
        assert node.name in ALLOWED
        assert {name for name, _ in node.attributes} <= ALLOWED_ATTRIBUTES.get(node.name, set())
    assert all(href is None or is_web(href) or ":" not in href for href in links(text))


@given(markdown)
def test_nothing_outside_the_allow_list_survives(text):
    for node in elements(read_document(text)):
        assert node.name in ALLOWED
        assert {name for name, _ in node.attributes} <= ALLOWED_ATTRIBUTES.get(node.name, set())
        scheme, colon, _ = dict(node.attributes).get("href", "").partition(":")
        assert not colon or not scheme.isalpha() or scheme in {"http", "https", "mailto"}


@given(markdown)
def test_the_nodes_show_the_plain_text_and_nothing_else(text):
    document = read_document(text)
    position = 0
    for node in document.nodes:
        if isinstance(node, Text):
            assert document.plain[position : node.start] in {"", "\t", "\n", "\n\n"}
            assert document.plain.startswith(node.text, node.start)
            position = node.start + len(node.text)
    assert position == len(document.plain)


@given(markdown)
def test_every_element_is_closed_in_order(text):
    stack = []
    for node in read_document(text).nodes:
        if isinstance(node, Open) and node.name not in VOID:
            stack.append(node.name)
        elif isinstance(node, Close):
            assert stack.pop() == node.name
    assert stack == []


@given(markdown, markdown)
def test_one_text_says_nothing_about_the_next(first, second):
    alone = read_document(second)
    read_document(first)
    assert read_document(second) == alone


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("One.\n\n## Two\n\nThree.\n\n### Four", ["Two", "Four"]),
        ("## *All emphasised*\n\nText.", ["All emphasised"]),
        ("## An *emphasised* word\n\nText.", ["An emphasised word"]),
        ("## [Linked](https://example.org/)\n\nText.", ["Linked"]),
        ("No heading.", []),
    ],
)
def test_a_section_begins_at_its_heading(text, sections):
    document = read_document(text)
    begun = [document.plain[start:].partition("\n")[0] for start in document.sections]
    assert begun == sections


def test_no_name_is_looked_for_in_links_code_and_headings():
    text = "# Anna\n\nAnna [*Anna* one](x.md) and `Anna`.\n\n    Anna\n"
    document = read_document(text)
    closed = [document.plain[span.start : span.end] for span in document.closed]
    assert closed == ["Anna", "Anna", " one", "Anna", "Anna\n"]


@pytest.mark.parametrize(
    ("text", "images"), [("none", 0), ("![a](b) and ![c](d)", 2), ("`<img src=x>` <img src=y>", 0)]
)
def test_images_are_left_out_and_counted(text, images):
    assert read_document(text).images == images


@pytest.mark.parametrize(
    ("markdown", "plain", "hidden"),
    [
        ("a &#1; b", "a \N{REPLACEMENT CHARACTER} b", {"\x01"}),
        ("*a*&#x202e;b", "a\N{REPLACEMENT CHARACTER}b", {"\u202e"}),
        ("- &#xfffe;\n- &#x2028;", "\ufffd\n\ufffd", {"\ufffe", "\u2028"}),
        ("&#x200f;a", "\u200fa", set()),
        ("`&#1;`", "&#1;", set()),
        ("&amp;#1;", "&#1;", set()),
    ],
)
def test_what_nobody_would_see_is_not_in_a_document_but_named_by_it(markdown, plain, hidden):
    document = read_document(markdown)
    assert document.plain == plain
    assert document.hidden == hidden


def test_what_nobody_would_see_is_in_no_attribute():
    document = read_document('[x](https://a.example/ "a&#1;b")')
    (link,) = (node for node in document.nodes if isinstance(node, Open) and node.name == "a")
    assert dict(link.attributes)["title"] == "a\N{REPLACEMENT CHARACTER}b"
    assert document.hidden == {"\x01"}

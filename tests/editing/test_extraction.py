"""Notes typed into a text: a file for each, and the text as it was before they were typed."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from archives import ARTICLE, article, note
from postil.editing.extraction import Extraction, extract
from postil.editing.note_file import Signature
from postil.editing.source import source_of
from postil.editing.texts import noted_texts
from postil.linking.anchors import Searched, anchor
from postil.model.archive import Target
from postil.model.values import is_record_id
from postil.reading.discover import RecordFile
from postil.reading.records import Reading, parse
from postil.text.document import read_document

SIGNATURE = Signature("ivo", "2025-06-01")
FOLDER = "articles/2025/vienna.notes"
TARGET = Target("articles", "vienna")


def reading(text, notes):
    files = [(RecordFile(ARTICLE, "article"), text)]
    files += [
        (RecordFile(f"{FOLDER}/{id_}.md", "note", TARGET), written)
        for id_, written in notes.items()
    ]
    records = [(file, parse(content, file)[0]) for file, content in files]
    return Reading(tuple(records), (), ())


def extracted(body, notes=None, front=""):
    """What extraction makes of a body of the minimal archive's article."""
    raw = article(body).replace("---\n", f"---\n{front}", 1)
    source = source_of(raw.encode(), ARTICLE)
    return extract(source, noted_texts(reading(source.text, notes or {}))[ARTICLE], SIGNATURE)


def told(body):
    found = extracted(body)
    assert isinstance(found, tuple), found
    return [(item.place.line - 7, item.place.column, item.message) for item in found]


def test_a_typed_note_becomes_a_file_and_the_text_what_it_was():
    found = extracted("She said that {==no text==}{>>question: None  at\nall?<<} had been agreed.")
    assert found.source.raw == article("She said that no text had been agreed.")
    front = "by: ivo\ndate: 2025-06-01\nquote: no text\nkind: question\n"
    file = f"---\n{front}---\n\nNone  at\nall?\n"
    assert found.notes == ((f"{FOLDER}/none-at-all.md", file),)


@pytest.mark.parametrize(
    ("body", "quotes"),
    [
        ("A {==*b*  c==}{>>n<<} d.", ["quote: b c"]),
        ("{==A [b](https://example.org/) c==}{>>n<<}.", ["quote: A b c"]),
        ("{==A\nb==}{>>n<<}.", ["quote: A b"]),
        ("{==A\n\nb==}{>>n<<}.", ["quote: |-\n  A\n\n  b"]),
        ("{==# A==}{>>n<<}\n\nb", ["quote: A"]),
        ("{==- A\n- b==}{>>n<<}\n", ["quote: |-\n  A\n  b"]),
        ("> {== A ==}{>>n<<}\n", ["quote: A"]),
        ("`{==a==}{>>b<<}` {==`c`==}{>>n<<}", ["quote: c"]),
        ("a b {==a==}{>>n<<} c", ["quote:\n  exact: a\n  suffix: c"]),
        ("{==A==}{>>n<<}{==, b==}{>>m<<}", ["quote: A", "quote: ', b'"]),
        ("{==A==}{>>n<<}{>>m<<}", ["quote: A", "quote: A"]),
        ("**{==A==}{>>n<<}** b", ["quote: A"]),
        ("A {==&amp; b==}{>>n<<}", ["quote: '& b'"]),
        ('{==He said: "no"==}{>>n<<}', ["quote: 'He said: \"no\"'"]),
        ("| A | b |\n|---|---|\n| {==c==}{>>n<<} | d |", ["quote: c"]),
    ],
)
def test_the_quote_is_what_the_words_show(body, quotes):
    found = extracted(body)
    assert [text.split("\n", 3)[3].split("\n---\n")[0] for _, text in found.notes] == quotes


def test_ids_come_from_the_first_words_and_are_not_taken():
    found = extracted(
        "{==A==}{>>Ні, не *так*!<<} {==b==}{>>…<<} {==c==}{>>First<<} {==d==}{>>First.<<}",
        {"first": note()},
    )
    assert [path.rpartition("/")[2] for path, _ in found.notes] == [
        "ni-ne-tak.md",
        "note.md",
        "first-2.md",
        "first-3.md",
    ]


def test_an_extraction_that_was_broken_off_is_finished_and_nothing_made_twice():
    body = "{==A==}{>>First.<<}{>>Second.<<} {==b==}{>>First.<<}"
    whole = extracted(body)
    assert len(whole.notes) == 3
    path, text = whole.notes[0]
    again = extracted(body, {path.rpartition("/")[2].removesuffix(".md"): text})
    assert [text for _, text in again.notes] == [text for _, text in whole.notes[1:]]
    assert again.source == whole.source


def test_the_words_of_a_front_matter_are_no_notes():
    found = extracted("A.", front="x-a: '{==b==}{>>c<<}'\n")
    assert found.notes == ()
    assert "{==b==}{>>c<<}" in found.source.raw


@pytest.mark.parametrize(
    ("body", "line", "column", "message"),
    [
        ("A {>>b<<}", 1, 3, "A note stands behind no highlighted words"),
        ("A {==b==} c", 1, 3, "No note stands behind the highlighted words"),
        ("A\n\nb {==c", 3, 3, "{== is not closed before the next mark"),
        ("{==a {==b==}{>>c<<}", 1, 1, "{== is not closed before the next mark"),
        ("{==[a](https://exa==}{>>c<<}mple.org/)", 1, 1, "{== is not closed before the next mark"),
        ("{==a==}{>>b {==c==}{>>d<<}", 1, 8, "{>> is not closed before the next mark"),
        ("{==a==}{>>b<<}{>>c", 1, 15, "{>> is not closed before the next mark"),
        ("{==a==}{>> <<}", 1, 8, "The note says nothing"),
        ("{==a==}{>>question: <<}", 1, 8, "The note says nothing"),
        ("{==a==}{>>tale: b<<}", 1, 8, "“tale” is no kind of note"),
        ("a {++b++}", 1, 3, "A change to the text is marked with {++"),
        ("a {--b--}", 1, 3, "A change to the text is marked with {--"),
        ("a {~~b~>c~~}", 1, 3, "A change to the text is marked with {~~"),
        ("a{==b==}{>>c<<}", 1, 2, "The highlighted words begin or end inside a word"),
        ("a {==\u200fb==}{>>c<<}", 1, 3, "The highlighted words hold a character that does not"),
        ("a {== ==}{>>c<<}", 1, 3, "The highlighted words begin or end where Markdown has signs"),
        ("{==a &am==}{>>c<<}p; b", 1, 1, "The highlighted words begin or end where Markdown has"),
        ("ha " * 90 + "{==ha==}{>>c<<}" + " ha" * 90, 1, 271, "The highlighted words stand more"),
    ],
)
def test_what_cannot_be_taken_out_is_told_where_it_stands(body, line, column, message):
    (found,) = told(body)
    assert found[:2] == (line, column)
    assert found[2].startswith(message)


def test_all_that_is_wrong_is_told_at_once():
    assert len(told("{==a==}{>>b: c<<} {>>d<<} {++e++} {==f")) == 4


PIECES = [
    "word",
    "Anna",
    "no",
    " ",
    " ",
    "\n",
    "\n\n",
    "*",
    "**",
    "`",
    "- ",
    "# ",
    "> ",
    "[a](b)",
    "é",
    ".",
]
PIECES += ["\\", "&amp;", "_", "|", "1. ", "  \n", "    ", "\ue000", "слово", "---", "(", "“"]


@given(st.lists(st.sampled_from(PIECES), min_size=3, max_size=40), st.data())
def test_any_typed_note_leaves_the_text_as_it_was_and_stands_on_the_words(pieces, data):
    start = data.draw(st.integers(0, len(pieces) - 1))
    end = data.draw(st.integers(start + 1, len(pieces)))
    before, words, after = (
        "".join(part) for part in (pieces[:start], pieces[start:end], pieces[end:])
    )
    crlf = data.draw(st.sampled_from(["\n", "\r\n", "\r"]))
    raw = article(before + words + after)
    typed = article(f"{before}{{=={words}==}}{{>>Why, then?<<}}{after}").replace("\n", crlf)
    source = source_of(typed.encode(), ARTICLE)
    text = noted_texts(reading(source.text, {}))[ARTICLE]
    found = extract(source, text, SIGNATURE)
    assume(isinstance(found, Extraction))
    assume(found.notes)
    assert found.source.raw == raw.replace("\n", crlf)
    ((path, written),) = found.notes
    made, _ = parse(written, RecordFile(path, "note", TARGET))
    assert is_record_id(made.id)
    without, _ = parse(found.source.text, RecordFile(ARTICLE, "article"))
    plain = read_document(without.body).plain
    verdict = anchor(made.data, Searched(plain))
    assert verdict.state == "exact"
    quoted = filter(str.isalnum, plain[verdict.span.start : verdict.span.end])
    source_words = iter(words)
    assert all(letter in source_words for letter in quoted)


def test_a_mark_between_the_two_signs_of_a_line_end_is_told():
    source = source_of(article("a\r{==\nb==}{>>c<<}").encode(), ARTICLE)
    text = noted_texts(reading(source.text, {}))[ARTICLE]
    (found,) = extract(source, text, SIGNATURE)
    assert found.message.startswith("The highlighted words begin or end where")


MARKS = ["{==", "==}", "{>>", "<<}", "==}{>>", "{++", "++}", "{~~", "question: ", "&#27;", "\u200f"]


@given(st.lists(st.sampled_from(PIECES + MARKS * 3), max_size=40).map("".join))
def test_whatever_is_typed_is_taken_out_whole_or_told(body):
    found = extracted(body)
    if isinstance(found, Extraction):
        assert bool(found.notes) == (found.source.raw != article(body))
        ids = [path.rpartition("/")[2].removesuffix(".md") for path, _ in found.notes]
        assert len(set(ids)) == len(ids)
    else:
        assert found
        assert all(item.place.line >= 7 for item in found)

"""The notes of a real text stand on the right words of the page that readers get."""

import pytest
from engine import build

from archives import article, note, write
from html_reading import read_html

TEXT = """\
The ministry said on Monday that it would not “buy time and sow *discord* among” anybody.
It hadn’t seen the plan. Until the evening it had refused to say who had written it.

The commission’s secretary, in [her answer](https://example.org/answer), called this
**a misunderstanding**: nobody had asked the ministry for time, and discord there had been
enough of. She named three conditions.

> First, the bridge is opened. Second, the tolls end on 1 June. Third, each side keeps its books.

Whether the ministry will take them is not known. It said that it would buy nothing."""

QUOTES = {
    "phrase": ("buy time and sow discord", "exact", "buy time and sow discord"),
    "sentence": ("It hadn't seen the plan.", "normalised", "It hadn’t seen the plan."),
    "long-sentence": (
        "Until the evening it had refused to say who had written it.",
        "exact",
        "Until the evening it had refused to say who had written it.",
    ),
    "across": ("written it. […] a misunderstanding", "exact", "written it.|a misunderstanding"),
    "through": ("plan. […] is opened", "exact", "plan.|is opened"),
    "in-a-quotation": ("the tolls end on 1 June", "exact", "the tolls end on 1 June"),
    "twice": ("it would", "exact", "it would"),
}


@pytest.fixture(scope="module")
def page(module_root):
    notes = {id_: note(quote=quote) for id_, (quote, _, _) in QUOTES.items()}
    notes["twice"] = note(quote={"exact": "it would", "prefix": "It said that "})
    files = {f"articles/2025/plan.notes/{id_}.md": text for id_, text in notes.items()}
    write(module_root, {"articles/2025/plan.md": article(TEXT, title="The plan"), **files})
    done = build(module_root, "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    written = module_root / "site/articles/2025/plan/index.html"
    return read_html(written.read_text(encoding="utf-8"))


@pytest.mark.parametrize("id_", QUOTES)
def test_a_note_stands_on_its_words(page, id_):
    _, state, words = QUOTES[id_]
    (aside,) = (e for e in page.elements if e.attributes.get("id") == f"note-{id_}")
    assert aside.attributes["data-anchor"] == state
    marked = "".join(
        piece.text
        for piece in page.pieces
        if any(id_ in e.attributes.get("data-notes", "").split() for e in piece.within)
    )
    begins, _, ends = words.partition("|")
    assert marked.startswith(begins)
    assert marked.endswith(ends or begins)
    assert ends or marked == begins


def test_the_second_of_two_equal_passages_is_marked(page):
    before = ""
    for piece in page.pieces:
        if any("twice" in e.attributes.get("data-notes", "").split() for e in piece.within):
            break
        before += piece.text
    assert before.rstrip().endswith("It said that")

"""A key is set, an entry added: the file reads as meant, and every other byte stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archives import FIXTURE, MINIMAL, NOTE, note
from postil.diagnostics.diagnostic import Diagnostic
from postil.editing.front_matter import append_entry, set_value
from postil.editing.source import source_of
from postil.reading.front_matter import split

ENTRY = {"at": "2025-06-01", "by": "ivo", "from": "it isn't: never"}
QUOTES = [
    "short",
    "he said: never",
    "# " * 70 + "x",
    "One.\n\nTwo.",
    {"exact": "a", "suffix": "b: c"},
]

HAND_WRITTEN = """\
---
# who
by: ivo
date:   2025-03-05\x20\x20
quote: >-
  no text
  had been agreed

# after the quote
kind: context
reanchored: # twice
  - at: 2025-04-01
    by: ivo
    from: |-
      another text
  # the second
  - {at: 2025-05-01, by: ivo, from: x} # done

x-own:
    deep: [1, 2]
    # at the end
---

Nobody\x20\x20
had expected one.
"""

ON_ITS_OWN_LINE = "by: ivo\nquote:\n  no text\n  had been\ndate: 2025\n"
IN_PARTS = "quote:\n  exact: no text\n  prefix: said\n\nby: ivo\ndate: 2025\n"
NOT_INDENTED = "quote: x\nreanchored:\n- at: 2025\n  by: ivo\n  from: y\n"
KEPT_LINES = "quote: |+\n  x\n\nreanchored:\n- from: |+\n    y\n\n\n"

SHAPES = {
    "by hand": HAND_WRITTEN,
    "in JSON": note(reanchored=[{"at": "2025-04-01", "by": "ivo", "from": "x"}]),
    "in brackets": "---\n{by: ivo, date: 2025-03-05, quote: no text}\n---\n\nText.\n",
    "in brackets with a comma": "---\n{by: ivo,\n date: 2025, # so\n quote: x,\n}\n---\n\nText.\n",
    "indented": "---\n  by: ivo\n  date: 2025\n  quote: x\n---\nText.",
    "quote on its own line": f"---\n{ON_ITS_OWN_LINE}---\n\nText.\n",
    "quote in parts": f"---\n{IN_PARTS}---\n\nText.\n",
    "quote with a remark": '---\nby: ivo\nquote: "no text" # so\ndate: 2025\n---\n\nText.\n',
    "remark before the quote": '---\nby: ivo\nquote: # so\n  "no text"\ndate: 2025\n---\n\nText.\n',
    "list not indented": f"---\n{NOT_INDENTED}---\n\nText.\n",
    "empty list": "---\nquote: x\nreanchored: []\n---\n\nText.\n",
    "lines kept at the end": f"---\n{KEPT_LINES}---\n\nText.\n",
    "quote at the end": "---\nby: ivo\nquote: |+\n  x\n\n# end\n---\n\nText.\n",
    "fence in the text": "---\nquote: x\n---\n\nText.\n\n---\n\nMore.\n",
}
LINE_ENDS = {"\\n": "\n", "\\r\\n": "\r\n", "\\r": "\r"}
RECORDS = {path: text for path, text in MINIMAL.items() if path.endswith(".md")} | {
    path.relative_to(FIXTURE).as_posix(): path.read_text(encoding="utf-8")
    for folder in ("articles", "docs/actors", "docs/topics", "docs/analysts")
    for path in sorted((FIXTURE / folder).rglob("*.md"))
}

every_shape = pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())


def source(text):
    return source_of(text.encode(), NOTE)


def data(source):
    return split(source.text, NOTE).front.data


@every_shape
@pytest.mark.parametrize("quote", QUOTES, ids=str)
@pytest.mark.parametrize("line_end", LINE_ENDS.values(), ids=LINE_ENDS.keys())
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no mark", "mark"])
def test_a_quote_is_set_and_the_rest_reads_the_same(shape, quote, line_end, mark):
    before = source(mark + shape.replace("\n", line_end))
    after = set_value(before, NOTE, "quote", quote)
    assert data(after) == data(before) | {"quote": quote}
    assert split(after.text, NOTE).body == split(before.text, NOTE).body
    assert after.raw.startswith("\ufeff") == bool(mark)
    assert after.raw.count("\n") == after.raw.count("\r\n") or line_end == "\n"
    assert after.raw.count("#") - str(quote).count("#") == shape.count("#")


@every_shape
@pytest.mark.parametrize("line_end", LINE_ENDS.values(), ids=LINE_ENDS.keys())
def test_an_entry_is_added_and_every_other_byte_stays(shape, line_end):
    before = source(shape.replace("\n", line_end))
    after = append_entry(before, NOTE, "reanchored", ENTRY)
    assert data(after) == data(before) | {
        "reanchored": [*data(before).get("reanchored", []), ENTRY]
    }
    added = len(after.raw) - len(before.raw)
    assert any(
        after.raw[:at] + after.raw[at + added :] == before.raw for at in range(len(before.raw))
    )


@pytest.mark.parametrize(("path", "text"), RECORDS.items(), ids=RECORDS.keys())
@pytest.mark.parametrize("key", ["status", "reason"])
def test_a_new_key_stands_on_lines_of_its_own_at_the_end(path, text, key):
    before = source_of(text.encode(), path)
    after = set_value(before, path, f"x-{key}", "retracted")
    head, fence, tail = before.raw.partition("\n---\n")
    assert after.raw == f"{head}\nx-{key}: retracted{fence}{tail}"


@given(st.lists(st.sampled_from(QUOTES), min_size=20, max_size=20))
def test_twenty_changes_leave_all_else_as_it_was(quotes):
    changed = source(HAND_WRITTEN)
    for quote in quotes:
        changed = set_value(changed, NOTE, "quote", quote)
        changed = append_entry(changed, NOTE, "reanchored", ENTRY)
    back = set_value(changed, NOTE, "quote", "no text had been agreed")
    kept = HAND_WRITTEN.replace(
        "quote: >-\n  no text\n  had been agreed", "quote: no text had been agreed"
    )
    entry = "  - at: 2025-06-01\n    by: ivo\n    from: 'it isn''t: never'\n"
    assert back.raw == kept.replace("# done\n", "# done\n" + entry * 20)


def test_what_a_hand_wrote_is_changed_as_a_hand_would():
    changed = set_value(source(HAND_WRITTEN), NOTE, "kind", "question")
    assert changed.raw == HAND_WRITTEN.replace("kind: context", "kind: question")


@pytest.mark.parametrize(
    "quote",
    [
        "quote: >- # of Monday\n  no text",
        "quote:\n  exact: 'no text' # of Monday\n  prefix: said",
        "quote: {exact: 'no # text', # of Monday\n  prefix: said}",
    ],
)
def test_a_value_whose_remarks_would_be_lost_is_left_to_a_person(quote):
    found = set_value(source(f"---\nby: ivo\n{quote}\n---\n\nText.\n"), NOTE, "quote", "new")
    assert isinstance(found, Diagnostic)
    assert "by hand" in found.remedy


def test_a_front_matter_with_a_fault_is_told_and_not_changed():
    found = set_value(source("---\nby: ivo\nby: ada\n---\n\nText.\n"), NOTE, "quote", "new")
    assert isinstance(found, Diagnostic)
    assert found.code == "duplicate-key"

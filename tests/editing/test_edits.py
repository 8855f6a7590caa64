"""Edits said in the reader's offsets are made in the file's own characters."""

from hypothesis import given
from hypothesis import strategies as st

from postil.diagnostics.diagnostic import Diagnostic
from postil.editing.source import Edit, Source, source_of
from postil.reading.decode import decode

LINES = st.lists(st.sampled_from(["a", "é", "😀", " ", "\n", "\r\n", "\r", "\u2028"]), max_size=30)
RAW = st.builds(lambda mark, lines: mark + "".join(lines), st.sampled_from(["", "\ufeff"]), LINES)


@given(RAW)
def test_the_text_is_what_the_reader_sees_and_the_bytes_are_the_files(raw):
    found = source_of(raw.encode(), "x.md")
    if not isinstance(found, Diagnostic):
        assert found.text == decode(raw.encode(), "x.md")
        assert found.data == raw.encode()


@given(RAW, st.data())
def test_an_edit_changes_the_stretch_that_is_meant_and_keeps_the_rest(raw, data):
    source = Source(raw)
    start = data.draw(st.integers(0, len(source.text)))
    end = data.draw(st.integers(start, len(source.text)))
    edited = source.edited([Edit(start, end, "<new>")])
    before, after = edited.raw.split("<new>")
    assert raw.startswith(before)
    assert raw.endswith(after)
    assert edited.text == source.text[:start] + "<new>" + source.text[end:]


@given(RAW, st.data())
def test_no_edits_change_nothing_and_an_edit_can_be_taken_back(raw, data):
    source = Source(raw)
    at = data.draw(st.integers(0, len(source.text)))
    assert source.edited([]) == source
    put_in = source.edited([Edit(at, at, "{==")])
    assert put_in.edited([Edit(at, at + 3)]) == source


def test_new_lines_end_as_the_files_own_do():
    assert Source("a\r\nb").edited([Edit(3, 3, "\nc")]).raw == "a\r\nb\r\nc"
    assert Source("a\rb").edited([Edit(0, 0, "c\n")]).raw == "c\ra\rb"
    assert Source("a").edited([Edit(1, 1, "\nb")]).raw == "a\nb"

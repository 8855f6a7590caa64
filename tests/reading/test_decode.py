"""Bytes become text, or say where they are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic
from postil.model.values import HIDDEN, UNUSUAL, WIDTHLESS
from postil.reading.decode import MAX_BYTES, decode, read_text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"one\ntwo\n", "one\ntwo\n"),
        (b"\xef\xbb\xbf---\ntitle: x\n", "---\ntitle: x\n"),
        (b"one\r\ntwo\r\n", "one\ntwo\n"),
        (b"one\rtwo", "one\ntwo"),
        (b"\xd0\x9a\xd0\xb8\xd1\x97\xd0\xb2", "Київ"),
        ("שלום \u200fעולם\u200e".encode(), "שלום \u200fעולם\u200e"),
        ("a\u00adb\u200bc".encode(), "a\u00adb\u200bc"),
        (b"tab\there", "tab\there"),
    ],
    ids=["plain", "bom", "crlf", "cr", "utf-8", "direction-marks", "soft-hyphen", "tab"],
)
def test_utf8_is_read_with_line_feeds_and_without_a_mark(data, text):
    assert decode(data, "x.md") == text


@pytest.mark.parametrize(
    ("data", "line", "column", "code"),
    [
        ("Zürich".encode("latin-1"), 1, 2, Code.ENCODING),
        ("---\ntitle: Genève\n".encode("latin-1"), 2, 11, Code.ENCODING),
        ("Київ\nЛьвів Zür".encode() + b"\xfc", 2, 10, Code.ENCODING),
        ("Привет".encode("cp1251"), 1, 1, Code.ENCODING),
        ("---".encode("utf-16"), 1, 1, Code.ENCODING),
        ("ї".encode()[:1], 1, 1, Code.ENCODING),
        (b"", 1, 1, Code.EMPTY_FILE),
        (b" \n\t\n", 1, 1, Code.EMPTY_FILE),
        (b"\xef\xbb\xbf\n", 1, 1, Code.EMPTY_FILE),
        (b"one\n\nab\x00c", 3, 3, Code.HIDDEN_CHARACTER),
        (b"a\x1b[31mred", 1, 2, Code.HIDDEN_CHARACTER),
        ("é\u202edesrever".encode(), 1, 2, Code.HIDDEN_CHARACTER),
        ("a\n\u2066b\u2069".encode(), 2, 1, Code.HIDDEN_CHARACTER),
        ("a\r\nb\u0085c".encode(), 2, 2, Code.HIDDEN_CHARACTER),
    ],
)
def test_what_is_no_plain_text_is_told_with_its_place(data, line, column, code):
    fault = decode(data, "x.md")
    assert isinstance(fault, Diagnostic)
    assert (fault.place.path, fault.place.line, fault.place.column) == ("x.md", line, column)
    assert fault.code is code


def test_the_byte_and_the_character_are_named():
    assert "0xFC" in decode("für".encode("latin-1"), "x.md").message
    assert "U+202E" in decode("a\u202eb".encode(), "x.md").message


def test_a_file_larger_than_any_article_is_not_read(tmp_path):
    (tmp_path / "x.md").write_bytes(b"a" * (MAX_BYTES + 1))
    assert read_text(tmp_path, "x.md").code is Code.FILE_SIZE
    (tmp_path / "x.md").write_bytes(b"a" * MAX_BYTES)
    assert read_text(tmp_path, "x.md") == "a" * MAX_BYTES


@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_that_hides_nothing_or_a_place_within_them(data):
    result = decode(data, "x.md")
    if isinstance(result, str):
        assert "\r" not in result
        assert all(found[0] in "\u061c\u200e\u200f" for found in HIDDEN.finditer(result))
    else:
        assert 1 <= result.place.line <= data.count(b"\n") + data.count(b"\r") + 1
        assert 1 <= result.place.column <= len(data) + 1


def test_what_is_hidden_or_widthless_is_unusual_as_well():
    every = "A".join(map(chr, range(0x110000)))
    found = HIDDEN.findall(every) + WIDTHLESS.findall(every)
    assert len(found) > 200
    assert all(map(UNUSUAL.search, found))


def test_what_news_is_written_in_is_not_unusual():
    assert not UNUSUAL.search("“Über Ґанок” — «ёлка», 5 €;\tΑθήνα, Łódź, 北京, 서울, القاهرة\n")

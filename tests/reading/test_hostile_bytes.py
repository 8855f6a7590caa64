"""Bytes that are no text, and characters that do not show: each told with its line and column."""

import pytest

from archives import ROAD, road

BYTES = {
    "nothing": (b"", "1:1: [empty-file] The file is empty"),
    "NUL": (b"\0", "1:1: [hidden-character] A character that does not show stands here: U+0000"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0", "1:1: [encoding] The byte 0x89 is not UTF-8"),
    "overlong": (b"---\n\xc0\xaf", "2:1: [encoding] The byte 0xC0 is not UTF-8"),
    "an overlong NUL": (b"---\n\xe0\x80\x80", "2:1: [encoding] The byte 0xE0 is not UTF-8"),
    "a surrogate": (b"---\na\xed\xa0\x80", "2:2: [encoding] The byte 0xED is not UTF-8"),
    "beyond Unicode": (b"---\n\xf4\x90\x80\x80", "2:1: [encoding] The byte 0xF4 is not UTF-8"),
    "cut off": ("---\n\nї".encode()[:-1], "3:1: [encoding] The byte 0xD1 is not UTF-8"),
    "a lone continuation": (b"---\n\x80", "2:1: [encoding] The byte 0x80 is not UTF-8"),
    "cp1251": ("---\nДа".encode("cp1251"), "2:1: [encoding] The byte 0xC4 is not UTF-8"),
    "koi8-r": ("---\nДа".encode("koi8-r"), "2:1: [encoding] The byte 0xE4 is not UTF-8"),
    "UTF-16": (road().encode("utf-16"), "1:1: [encoding] The byte 0xFF is not UTF-8"),
    "UTF-16 without a mark": (
        road().encode("utf-16-le"),
        "1:2: [hidden-character] A character that does not show stands here: U+0000",
    ),
    "UTF-32": (road().encode("utf-32"), "1:1: [encoding] The byte 0xFF is not UTF-8"),
    "two marks": (
        b"\xef\xbb\xbf" * 2 + road().encode(),
        "1:1: [hidden-character] A character that does not show stands here: U+FEFF",
    ),
    "50 MB": (b"a" * 50_000_000, "1:1: [file-size] The file is larger than 1,000 kB"),
}


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_text_are_told(told, name):
    data, line = BYTES[name]
    assert told({ROAD: data}) == [f"{ROAD}:{line}"]


HIDDEN = """
0 7 8 B C 1B 7F 85 9B 2028 2029 202A 202E 2066 2069 FDD0 FEFF FFF9 FFFE FFFF 1FFFE E0001 E0041
E007F 10FFFF
""".split()  # noqa: SIM905 -- reads as code points


@pytest.mark.parametrize("code", HIDDEN)
@pytest.mark.parametrize("where", ["title", "text"])
def test_a_character_that_does_not_show_is_told(told, code, where):
    words = f"A{chr(int(code, 16))}road"
    text = road(f"summary: {words}") if where == "title" else road(body=words)
    place = "6:11" if where == "title" else "9:2"
    says = f"[hidden-character] A character that does not show stands here: U+{code:0>4}"
    assert told({ROAD: text}) == [f"{ROAD}:{place}: {says}"]


@pytest.mark.parametrize(
    "words", ["a\u200bb", "a\u200db", "г\u200cа", "a\u2060b", "\u3164", "a\u034fb"]
)
def test_a_character_without_width_is_told_once_and_the_record_is_read(told, words):
    (line,) = told({ROAD: road(f"summary: {words} road", f"{words}\n\n{words}")})
    assert "[widthless-character] A character that takes no room stands here: U+" in line


@pytest.mark.parametrize(
    "words",
    [
        "می\u200cخواهم",
        "क\u094d\u200dष",
        "👩\u200d🔬",
        "co\u00adoperate",
        "\ue000",
        "a\rb",
        "שלום\u200f",
    ],
)
def test_what_scripts_and_typesetters_need_is_no_fault(told, words):
    assert told({ROAD: road(body=words)}) == []

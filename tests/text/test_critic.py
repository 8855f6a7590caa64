"""Marks of CriticMarkup in Markdown: where they stand, and where they are only text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.text.critic import marks, typed_notes

PIECES = [
    "{==",
    "==}",
    "{>>",
    "<<}",
    "{++",
    "++}",
    "{~~",
    "`",
    "``",
    "\\",
    "\n",
    "    ",
    "a ",
    "# ",
]
PIECES += ["*", "[x](", ")", "\ue000", "\uf8ff", "😀"]


def found(text):
    return [
        (mark.kind, text[mark.within.start : mark.within.end] if mark.is_closed else None)
        for mark in marks(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A {==b==}{>>c<<} d", [("highlight", "b"), ("comment", "c")]),
        ("{==one\n\ntwo==} {>>c\n\nd<<}", [("highlight", "one\n\ntwo"), ("comment", "c\n\nd")]),
        ("{==*b*==}{>>c<<}", [("highlight", "*b*"), ("comment", "c")]),
        ("{==`b`==}{>>`c`<<}", [("highlight", "`b`"), ("comment", "`c`")]),
        ("# {==b==}{>>c<<}", [("highlight", "b"), ("comment", "c")]),
        ("- {==b\n- c==}", [("highlight", "b\n- c")]),
        ("a | b\n--|--\n{==c==} | d", [("highlight", "c")]),
        (
            "{++a++} {--b--} {~~c~>d~~}",
            [("addition", "a"), ("deletion", "b"), ("substitution", "c~>d")],
        ),
        ("{==a {>>b", [("highlight", None), ("comment", None)]),
        ("{==a {==b==}", [("highlight", "a {==b")]),
        ("{>>a {==b==} c<<}", [("comment", "a {==b==} c")]),
        ("a ==} b <<}", []),
        ("`{==a==}{>>b<<}`", []),
        ("    {==a==}{>>b<<}", []),
        ("a `{==` b ==}", []),
        ("\\{==a==}", []),
        ("\\\\{==a==}", [("highlight", "a")]),
        ("[a]({==b==})", []),
        ("{ ==a== }", []),
        ("\ue000{==a==}\ue001", [("highlight", "a")]),
    ],
)
def test_marks_stand_outside_code_and_end_at_the_next_sign_of_their_own(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("{==a==}{>>b<<}{>>c<<}", [("a", ["b", "c"])]),
        ("{==a==} {>>b<<}", [("a", []), (None, ["b"])]),
        ("{>>b<<}{>>c<<} {>>d<<}", [(None, ["b", "c"]), (None, ["d"])]),
        ("{==a==}{==b==}{>>c<<}", [("a", []), ("b", ["c"])]),
        ("{==a==}{++b++}{>>c<<}", [("a", []), (None, ["c"])]),
        ("{==a", []),
    ],
)
def test_comments_belong_to_the_words_that_they_touch(text, notes):
    def inner(mark):
        return mark and text[mark.within.start : mark.within.end]

    assert [
        (inner(note.words), [inner(comment) for comment in note.comments])
        for note in typed_notes(marks(text))
    ] == notes


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_marks_lie_in_order_and_begin_and_end_with_their_signs(text):
    position = 0
    for mark in marks(text):
        assert mark.span.start >= position
        position = mark.span.end
        signs = text[mark.span.start : mark.span.end]
        assert signs[0] == "{"
        assert not mark.is_closed or signs[-1] == "}"


def test_a_text_full_of_private_characters_has_no_marks_and_no_error():
    private = "".join(map(chr, [*range(0xE000, 0xF8FF, 6), *range(0xF0000, 0x10FFFE, 6)]))
    assert marks(f"{{==a==}} {private}") == ()

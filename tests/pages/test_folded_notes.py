"""Notes are folded where a text is too short for them, and only the long ones."""

import pytest

from archives import ARTICLE, MINIMAL, NOTE, article, linked, note, write
from postil.pages.folding import LONG, folded_notes

WORDS = "She said that no text had been agreed."
LONG_NOTE = "Nobody had expected one. " * 20


def folded(root, text, **notes):
    """The ids of the notes that are folded on a text."""
    files = {NOTE.replace("first", id_): written for id_, written in notes.items()}
    write(root, MINIMAL | {NOTE: None, ARTICLE: article(text)} | files)
    return folded_notes(linked(root).article("vienna"))


def test_a_long_note_on_a_short_text_is_folded(tmp_path):
    assert folded(tmp_path, WORDS, a=note(LONG_NOTE)) == {"a"}


def test_not_on_a_long_text(tmp_path):
    text = f"{WORDS} {'The talks went on. ' * 60}"
    assert folded(tmp_path, text, a=note(LONG_NOTE)) == set()


@pytest.mark.parametrize(("length", "is_folded"), [(LONG, False), (LONG + 1, True)])
def test_nor_is_a_short_one(tmp_path, length, is_folded):
    short = "x" * length
    found = folded(tmp_path, WORDS, a=note(LONG_NOTE), b=note(short))
    assert found == ({"a", "b"} if is_folded else {"a"})


def test_nor_one_on_the_whole_text_which_stands_below_it(tmp_path):
    assert folded(tmp_path, WORDS, a=note(LONG_NOTE, quote=None, whole=True)) == set()


def test_an_answer_is_folded_as_what_it_answers(tmp_path):
    answer = note(LONG_NOTE, reply_to="a")
    assert folded(tmp_path, WORDS, a=note(LONG_NOTE), b=answer) == {"a", "b"}

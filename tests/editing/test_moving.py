"""Which notes go along to another text: threads as a whole, or not at all."""

import pytest

from archives import article, note
from postil.editing.moving import plan_move
from postil.editing.texts import noted_texts
from postil.model.archive import Target
from postil.reading.discover import RecordFile
from postil.reading.records import Reading, parse

OLD, NEW = "articles/2025/old.md", "articles/2025/new.md"
OLD_TEXT = article("Anna Berg opened the talks.")
NEW_TEXT = article("No text had been agreed. The talks go on for 30 days.")


def read(notes, old=OLD_TEXT, there=(), new=NEW_TEXT):
    """The two texts: the first with its notes, the second with those that are there already."""
    files = [(RecordFile(NEW, "article"), new)]
    files += [(RecordFile(OLD, "article"), old)] if old else []
    files += [(noted("old", id_), text) for id_, text in notes.items()]
    files += [(noted("new", id_), text) for id_, text in dict(there).items()]
    parsed = [(file, parse(text, file)[0]) for file, text in files]
    records = tuple((file, record) for file, record in parsed if record)
    unread = tuple(file for file, record in parsed if record is None)
    texts = noted_texts(Reading(records, unread, ()))
    return texts[OLD], texts[NEW]


def noted(target, id_):
    return RecordFile(f"articles/2025/{target}.notes/{id_}.md", "note", Target("articles", target))


def planned(notes, named=(), **given):
    plan = plan_move(*read(notes, **given), frozenset(named))
    return (
        [found.id for found in plan.moves],
        {found.note.id: found.is_fault for found in plan.hindrances},
    )


HERE, THERE, BOTH = "Anna Berg opened", "30 days", "talks"
NOWHERE = "The moon is made of cheese"


@pytest.mark.parametrize(
    ("quote", "old", "moves"),
    [
        (THERE, OLD_TEXT, True),
        (HERE, OLD_TEXT, False),
        ("The talks", OLD_TEXT, True),
        (BOTH, OLD_TEXT, False),
        (NOWHERE, OLD_TEXT, False),
        (THERE, article("For 30 days they met, for 30 days they ate."), False),
        (THERE, None, True),
        (BOTH, None, True),
        (HERE, None, False),
    ],
)
def test_a_note_goes_where_its_words_went(quote, old, moves):
    assert planned({"a": note(quote=quote)}, old=old) == (
        (["a"], {}) if moves else ([], {"a": False})
    )


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        (article("They met for a day."), f"quotes words that do not stand in {NEW}"),
        (article(f"{THERE}, then {THERE}."), f"quotes words that stand more than once in {NEW}"),
    ],
)
def test_what_keeps_a_note_is_told(new, reason):
    plan = plan_move(*read({"a": note(quote=THERE)}, new=new), frozenset())
    assert [it.reason for it in plan.hindrances] == [reason]


def test_a_note_on_the_whole_text_goes_when_its_text_is_gone_or_when_it_is_named():
    notes = {"a": note(quote=None, whole=True)}
    assert planned(notes) == ([], {"a": False})
    assert planned(notes, old=None) == (["a"], {})
    assert planned(notes, named=["a"]) == (["a"], {})


def test_a_named_note_goes_whatever_it_quotes_and_no_other_does():
    notes = {"a": note(quote=HERE), "b": note(quote=THERE)}
    assert planned(notes, named=["a"]) == (["a"], {})


@pytest.mark.parametrize(
    ("answer", "moves"),
    [
        (note(quote=THERE, reply_to="a"), True),
        (note(quote=BOTH, reply_to="a"), True),
        (note(quote=None, whole=True, reply_to="a"), True),
        (note(quote=HERE, reply_to="a"), False),
        (note(quote=HERE, reply_to="a", status="retracted", reason="So."), True),
    ],
)
def test_an_answer_goes_with_what_it_answers_or_keeps_it(answer, moves):
    found = planned({"a": note(quote=THERE), "b": answer})
    assert found == ((["a", "b"], {}) if moves else ([], {"b": True}))


def test_the_first_note_of_a_thread_decides():
    notes = {"a": note(quote=THERE, reply_to="z"), "z": note(quote=HERE)}
    assert planned(notes) == ([], {"z": False})
    assert planned(notes, named=["a"]) == (["z", "a"], {})


def test_an_answer_of_an_answer_belongs_to_the_thread():
    notes = {"a": note(quote=THERE, reply_to="b"), "b": note(quote=THERE, reply_to="c")}
    notes |= {"c": note(quote=THERE), "d": note(quote=THERE)}
    assert planned(notes) == (["c", "a", "b", "d"], {})
    assert planned(notes, named=["b"]) == (["c", "a", "b"], {})


def test_notes_that_answer_one_another_in_a_circle_go_together():
    notes = {"a": note(quote=THERE, reply_to="b"), "b": note(quote=THERE, reply_to="a")}
    assert sorted(planned(notes)[0]) == ["a", "b"]


def test_no_note_takes_the_place_of_another_and_its_thread_stays_with_it():
    notes = {"a": note(quote=THERE), "b": note(quote=THERE, reply_to="a"), "c": note(quote=THERE)}
    there = {"b": note("Mine.", quote=THERE)}
    assert planned(notes, there=there) == (["c"], {"b": True})
    assert planned(notes, named=["a"], there=there) == ([], {"b": True})
    assert planned(notes, there={"b": "---\nby: me\n---\n"}) == (["c"], {"b": True})


def test_a_move_that_was_broken_off_goes_on():
    notes = {"a": note(quote=THERE), "b": note(quote=THERE, reply_to="a")}
    assert planned(notes, there={"a": notes["a"]}) == (["a", "b"], {})


def test_an_answer_to_a_note_with_a_fault_stays_with_it():
    notes = {"a": "---\nby: me\n---\n", "b": note(quote=THERE, reply_to="a")}
    assert planned(notes) == ([], {"b": True})


def test_a_long_chain_of_answers_is_one_thread():
    notes = {f"n{at}": note(quote=THERE, reply_to=f"n{at + 1}") for at in range(300)}
    assert len(planned(notes)[0]) == 300

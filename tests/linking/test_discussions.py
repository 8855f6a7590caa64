"""Which notes meet, and which of them stand against each other."""

import pytest

from archives import NOTE, linked, note
from growth import LINEAR, growth
from postil.linking.discussions import discussions

FOLDER = "articles/2025/vienna.notes"
TAKEN_BACK = {"status": "retracted", "reason": "It was wrong."}


@pytest.fixture
def found(archive):
    """The discussions of the minimal archive's article with these notes on it, by id."""

    def on(**notes):
        files = {f"{FOLDER}/{id_}.md": note(**front) for id_, front in notes.items()}
        return list(discussions(linked(archive({NOTE: None} | files)).article("vienna")))

    return on


@pytest.fixture
def dispute(found):
    """The latest disagreement of the only discussion of these notes: earlier, later, over what."""

    def among(**notes):
        (discussion,) = found(**notes)
        it = discussion.disagreement()
        return it and (it.earlier.record.id, it.later.record.id, it.over)

    return among


@pytest.mark.parametrize(
    ("quotes", "together"),
    [
        (["Anna Berg opened", "opened the talks"], [["n0", "n1"]]),
        (["Anna Berg", "opened the talks"], [["n0"], ["n1"]]),
        (["Anna Berg opened", "opened the talks", "talks in Vienna"], [["n0", "n1", "n2"]]),
        (["Anna Berg opened the talks", "Berg", "the talks in"], [["n0", "n1", "n2"]]),
        (["no text", "no text", "30 days"], [["n0", "n1"], ["n2"]]),
        ([None, None, "no text"], [["n2"], ["n0"], ["n1"]]),
    ],
)
def test_notes_meet_whose_passages_share_words(found, quotes, together):
    notes = {
        f"n{number}": {"quote": quote, "whole": quote is None or None}
        for number, quote in enumerate(quotes)
    }
    assert [[it.record.id for it in discussion.notes] for discussion in found(**notes)] == together


def test_answers_belong_to_the_discussion_of_what_they_answer_wherever_they_stand(found):
    notes = {"a": {}, "b": {"quote": "30 days", "reply_to": "a"}}
    assert [[it.record.id for it in discussion.notes] for discussion in found(**notes)] == [
        ["a", "b"]
    ]


def test_notes_that_were_taken_back_take_no_part(found):
    (discussion,) = found(a=TAKEN_BACK, b={"reply_to": "a"})
    assert discussion.first.record.id == "a"
    assert [it.record.id for it in discussion.notes] == ["b"]
    assert not discussion.disagreement()


def test_where_all_notes_were_taken_back_nothing_is_discussed(found):
    assert found(a=TAKEN_BACK) == []


@pytest.mark.parametrize(
    ("answered", "answer", "over"),
    [
        ("assessment", "assessment", "reading"),
        ("position", "assessment", "reading"),
        ("assessment", "position", "reading"),
        ("forecast", "forecast", "reading"),
        ("position", "position", "reading"),
        ("assessment", "correction", "correction"),
        ("context", "correction", "correction"),
        ("context", "question", "question"),
        ("assessment", "question", "question"),
        ("question", "assessment", None),
        ("correction", "assessment", None),
        ("context", "assessment", None),
        ("assessment", "context", None),
        ("assessment", "translation", None),
    ],
)
def test_an_answer_disputes_by_its_kind(dispute, answered, answer, over):
    expected = over and ("a", "b", over)
    assert dispute(a={"kind": answered}, b={"kind": answer, "reply_to": "a"}) == expected


@pytest.mark.parametrize(
    ("one", "other", "over"),
    [
        ({"likelihood": "likely"}, {"likelihood": "unlikely"}, "likelihood"),
        ({"likelihood": "likely"}, {"likelihood": "unlikely", "reply_to": "a"}, "likelihood"),
        ({"likelihood": "likely"}, {"likelihood": "very likely", "kind": "forecast"}, "likelihood"),
        ({"likelihood": "likely"}, {"likelihood": "likely"}, None),
        ({"likelihood": "likely"}, {}, None),
        ({"likelihood": "likely", **TAKEN_BACK}, {"likelihood": "unlikely"}, None),
        ({"kind": "assessment"}, {"kind": "correction"}, None),
    ],
)
def test_notes_on_the_same_words_disagree_over_likelihood_alone(dispute, one, other, over):
    expected = over and ("a", "b", over)
    assert dispute(a=one, b=other | {"date": "2025-03-06"}) == expected


def test_the_later_of_two_is_told_by_date_and_not_by_place(dispute):
    notes = {
        "a": {"likelihood": "likely", "date": "2025-04-01", "quote": "She said that no text"},
        "b": {"likelihood": "unlikely", "date": "2025-03-01"},
    }
    assert dispute(**notes) == ("b", "a", "likelihood")


def test_notes_that_meet_by_way_of_a_third_and_share_no_words_do_not_disagree(dispute):
    notes = {
        "a": {"quote": "Anna Berg opened", "likelihood": "likely"},
        "b": {"quote": "opened the talks in"},
        "c": {"quote": "in Vienna", "likelihood": "unlikely"},
    }
    assert dispute(**notes) is None


def test_the_latest_of_several_disagreements_counts(dispute):
    notes = {
        "a": {"kind": "assessment"},
        "b": {"kind": "correction", "reply_to": "a", "date": "2025-03-07"},
        "c": {"kind": "question", "reply_to": "a", "date": "2025-03-06"},
    }
    assert dispute(**notes) == ("a", "b", "correction")


def test_many_notes_on_the_same_words_are_looked_through_in_proportion(archive):
    def work(notes):
        for discussion in discussions(texts[notes]):
            discussion.disagreement()

    texts = {}
    for count in (300, 1200):
        files = {f"{FOLDER}/n{number}.md": note(likelihood="likely") for number in range(count)}
        texts[count] = linked(archive({NOTE: None} | files)).article("vienna")
    assert growth(work, 300) < LINEAR

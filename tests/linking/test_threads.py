"""Notes in the order of their passages, each with its answers."""

from archives import faults, linked, note, site_of
from postil.building.examining import examine
from postil.model.archive import Settings

FOLDER = "articles/2025/vienna.notes"


def numbered(root):
    text = linked(root).article("vienna")
    return [(n.number, n.record.id) for n in text.notes()]


def threads(root):
    """Each thread as its notes, with the number of what each answers."""
    found = linked(root).article("vienna").threads
    return [[(n.record.id, n.answers) for n in (first, *first.replies)] for first in found]


def test_notes_are_numbered_by_their_passages_longer_ones_first_and_whole_ones_last(archive):
    root = archive(
        {
            f"{FOLDER}/whole.md": note(quote=None, whole=True),
            f"{FOLDER}/late.md": note(quote="30 days"),
            f"{FOLDER}/early.md": note(quote="Anna Berg"),
            f"{FOLDER}/long.md": note(quote="Anna Berg opened"),
        }
    )
    assert numbered(root) == [(1, "long"), (2, "early"), (3, "first"), (4, "late"), (5, "whole")]


def test_answers_follow_what_they_answer_by_date(archive):
    root = archive(
        {
            f"{FOLDER}/a.md": note(reply_to="first", date="2025-05-02"),
            f"{FOLDER}/b.md": note(reply_to="first", date="2025-05-01"),
            f"{FOLDER}/c.md": note(reply_to="a", date="2025-05-03"),
            f"{FOLDER}/z.md": note(quote="30 days"),
        }
    )
    assert threads(root) == [
        [("first", None), ("b", 1), ("a", 1), ("c", 3)],
        [("z", None)],
    ]
    assert numbered(root) == [(1, "first"), (2, "b"), (3, "a"), (4, "c"), (5, "z")]


def test_an_answer_to_a_draft_stands_by_itself(archive):
    root = archive(
        {
            f"{FOLDER}/first.md": note(status="draft"),
            f"{FOLDER}/answer.md": note(reply_to="first"),
        }
    )
    assert threads(root) == [[("answer", None)]]


def test_a_thread_may_be_as_deep_as_it_likes(archive):
    ids = ["first", *(f"n{number:03}" for number in range(600))]
    answers = zip(ids[1:], ids, strict=False)
    root = archive({f"{FOLDER}/{id_}.md": note(reply_to=other) for id_, other in answers})
    assert [id_ for _, id_ in numbered(root)] == ids
    page = site_of(root).pages["articles/2025/vienna/"].html
    assert page.count("in answer to note 600</span>") == 1


def test_notes_that_answer_one_another_in_a_circle_all_stand(archive):
    root = archive(
        {
            f"{FOLDER}/first.md": note(reply_to="b"),
            f"{FOLDER}/b.md": note(reply_to="first"),
            f"{FOLDER}/c.md": note(reply_to="b"),
            f"{FOLDER}/d.md": note(reply_to="d"),
        }
    )
    text = examine(root, Settings()).linked.article("vienna")
    assert [(n.record.id, n.record.data.reply_to) for n in text.notes()] == [
        ("b", None),
        ("c", "b"),
        ("d", None),
        ("first", None),
    ]


def test_a_circle_of_many_notes_is_told_in_short_lines(archive):
    count = 500
    ids = [f"n{number}" for number in range(count)]
    answers = zip(ids, [*ids[1:], ids[0]], strict=True)
    root = archive({f"{FOLDER}/{id_}.md": note(reply_to=other) for id_, other in answers})
    told = faults(root)
    assert len(told) == count
    assert "“n0” answers itself: n0 → n1 → n2 → n3 → n4 → n5 → n6 → n7 → … → n0." in told[0]

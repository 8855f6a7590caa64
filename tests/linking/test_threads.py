"""Notes in the order of their passages, each with its answers."""

from archives import linked, note

FOLDER = "articles/2025/vienna.notes"


def numbered(root):
    text = linked(root).article("vienna")
    return [(n.number, n.record.id) for n in text.notes()]


def threads(root):
    def tree(placed):
        return (placed.record.id, [tree(reply) for reply in placed.replies])

    return [tree(placed) for placed in linked(root).article("vienna").threads]


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
    assert threads(root) == [("first", [("b", []), ("a", [("c", [])])]), ("z", [])]
    assert numbered(root) == [(1, "first"), (2, "b"), (3, "a"), (4, "c"), (5, "z")]


def test_an_answer_to_a_draft_stands_by_itself(archive):
    root = archive(
        {
            f"{FOLDER}/first.md": note(status="draft"),
            f"{FOLDER}/answer.md": note(reply_to="first"),
        }
    )
    assert threads(root) == [("answer", [])]


def test_notes_that_answer_one_another_in_a_circle_all_stand(archive):
    root = archive(
        {
            f"{FOLDER}/first.md": note(reply_to="b"),
            f"{FOLDER}/b.md": note(reply_to="first"),
            f"{FOLDER}/c.md": note(reply_to="b"),
        }
    )
    assert sorted(id_ for _, id_ in numbered(root)) == ["b", "c", "first"]

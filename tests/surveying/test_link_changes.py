"""Changed mentions, gathered by whom they mean."""

from postil.linking.mentions import Mention
from postil.surveying.link_changes import LinkChange, link_changes
from postil.surveying.naming_changes import NamingChange, NamingChanges
from postil.text.sentences import Span


def mention(actor, words):
    return Mention(actor, Span(0, len(words)), words, "strong")


def test_mentions_are_gathered_by_actor_with_the_most_first():
    gained = [
        NamingChange("a", None, mention("anna", "Berg")),
        NamingChange("b", None, mention("anna", "Anna\nBerg")),
        NamingChange("b", None, mention("anna", "Berg")),
    ]
    lost = [NamingChange("a", mention("tom", "Lee"), None)]
    assert link_changes(NamingChanges(tuple(gained), tuple(lost), ())) == (
        LinkChange(None, "anna", 3, ("Berg", "Anna Berg"), ("a", "b")),
        LinkChange("tom", None, 1, ("Lee",), ("a",)),
    )


def test_a_mention_that_means_another_actor_now_is_told_with_both():
    changed = NamingChange("a", mention("tom", "Berg"), mention("anna", "Anna Berg"))
    assert link_changes(NamingChanges((), (), (changed,))) == (
        LinkChange("tom", "anna", 1, ("Anna Berg",), ("a",)),
    )

"""What differs between the names of two states of an archive."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archives import actor, article, read
from postil.linking.link import link
from postil.model.archive import Archive, Settings
from postil.surveying.naming_changes import naming_changes

ANNA = {"anna-berg": actor()}
BERG = {"anna-berg": actor(aliases=["Berg"])}
SQUARE = {**ANNA, "square": actor(name="Anna Berg Square", type="Organization")}
OTHER = {"tom-berg": actor(name="Tom Berg", aliases=["Anna Berg"])}


def state(text, actors):
    records = {key: read("actor", key, value) for key, value in actors.items()}
    articles = {"x": read("article", "x", article(text))}
    linked = link(Archive(Settings(), articles, records, {}, {}, {}))
    return {"x": linked.article("x")}


def told(before, after):
    changes = naming_changes(before, after)
    return {
        kind: [(_of(change.before), _of(change.after)) for change in getattr(changes, kind)]
        for kind in ("gained", "lost", "changed")
        if getattr(changes, kind)
    }


def _of(mention):
    return mention and f"{mention.words} {mention.actor}"


TEXT = "Anna Berg and Berg met. She saw Anna Berg Square."


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ((TEXT, ANNA), (TEXT, ANNA), {}),
        ((TEXT, ANNA), (TEXT, BERG), {"gained": [(None, "Berg anna-berg")]}),
        ((TEXT, BERG), (TEXT, ANNA), {"lost": [("Berg anna-berg", None)]}),
        (
            ("We saw Anna Berg Square.", ANNA),
            ("We saw Anna Berg Square.", SQUARE),
            {"changed": [("Anna Berg anna-berg", "Anna Berg Square square")]},
        ),
        (
            ("Anna Berg met.", ANNA),
            ("Anna Berg met.", OTHER),
            {"changed": [("Anna Berg anna-berg", "Anna Berg tom-berg")]},
        ),
        # In a text that has changed
        (("Anna Berg met.", ANNA), ("Once more, Anna Berg met.", ANNA), {}),
        (
            ("Anna Berg met.", ANNA),
            ("Anna Berg met Anna Berg.", ANNA),
            {"gained": [(None, "Anna Berg anna-berg")]},
        ),
        (
            ("Anna Berg met.", ANNA),
            ("Anna Berg came.", OTHER),
            {"changed": [("Anna Berg anna-berg", "Anna Berg tom-berg")]},
        ),
    ],
)
def test_a_change_of_names_is_told(before, after, changes):
    assert told(state(*before), state(*after)) == changes


def test_an_article_that_is_new_or_gone_gains_or_loses_all_its_mentions():
    there = state("Anna Berg met.", ANNA)
    assert told({}, there) == {"gained": [(None, "Anna Berg anna-berg")]}
    assert told(there, {}) == {"lost": [("Anna Berg anna-berg", None)]}


@given(st.lists(st.sampled_from(["Anna Berg", "Berg", "Square", "met"]), max_size=8))
def test_nothing_is_gained_or_lost_twice(words):
    before, after = state(" ".join(words), ANNA), state(" ".join(words), {**BERG, **SQUARE})
    changes = naming_changes(before, after)
    old, new = before["x"].naming.mentions, after["x"].naming.mentions
    assert len(new) - len(old) == len(changes.gained) - len(changes.lost)

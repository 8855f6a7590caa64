"""Why a name was left alone, in words."""

from typing import get_args, get_type_hints

import pytest

from postil.linking.mentions import Unlinked
from postil.surveying.reasons import REASONS, explanation
from postil.text.sentences import Span


def literals(hint):
    """All values of a literal type, or of a union of them."""
    values = get_args(hint)
    return {
        text
        for value in values
        for text in ([value] if isinstance(value, str) else literals(value))
    }


def test_every_reason_is_explained():
    assert REASONS.keys() == literals(get_type_hints(Unlinked)["reason"])


def left(reason, *candidates):
    return Unlinked(candidates, Span(0, 4), "Berg", reason)


@pytest.mark.parametrize(
    ("unlinked", "said"),
    [
        (
            left("weak", "anna-berg", "tom-berg"),
            (
                "weak, and the article does not say who is meant; may be anna-berg or tom-berg. "
                "Add who is meant to `actors`, or write `mentions: {Berg: anna-berg}`."
            ),
        ),
        (
            left("nobody"),
            (
                "under `mentions` of the article as `none`. "
                "Write an actor's id instead of `none` if somebody is meant."
            ),
        ),
        (
            left("never"),
            "under `never` of an actor. Write `mentions: {Berg: an-actor}` if somebody is meant.",
        ),
    ],
)
def test_it_says_whom_the_name_may_mean_and_what_to_write(unlinked, said):
    assert explanation(unlinked) == said

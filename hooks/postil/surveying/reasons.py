"""Why a known name was left alone, in words, and what to write to have it linked."""

from collections.abc import Mapping

from postil.linking.mentions import Reason, Unlinked

REASONS: Mapping[Reason, str] = {
    "weak": "weak, and the article does not say who is meant",
    "shared": "strong for more than one, and the article does not say who is meant",
    "adjective": "used as an adjective, and so as a weak name",
    "never": "under `never` of an actor",
    "nobody": "under `mentions` of the article as `none`",
    "longer": "part of a longer name",
    "calendar": "a month or a day",
    "capitals": "in a line of capitals",
    "common": "at the start of a sentence, a word that the text has with a small letter as well",
}
"""What each reason means. A test holds it against all the reasons that there are."""

_SETTLED_BY_ACTORS = frozenset[Reason]({"weak", "shared", "adjective"})


def explanation(unlinked: Unlinked) -> str:
    """Why it was left alone, whom it may mean, and what to write if somebody is meant."""
    who = f"; may be {' or '.join(unlinked.candidates)}" if unlinked.candidates else ""
    return f"{REASONS[unlinked.reason]}{who}. {_remedy(unlinked)}"


def _remedy(unlinked: Unlinked) -> str:
    first = unlinked.candidates[0] if unlinked.candidates else "an-actor"
    declare = f"`mentions: {{{unlinked.words}: {first}}}`"
    if unlinked.reason in _SETTLED_BY_ACTORS:
        return f"Add who is meant to `actors`, or write {declare}."
    if unlinked.reason == "nobody":
        return "Write an actor's id instead of `none` if somebody is meant."
    return f"Write {declare} if somebody is meant."

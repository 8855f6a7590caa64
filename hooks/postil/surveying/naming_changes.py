"""What differs between the names in two states of an archive's articles.

The states may differ in the records of the actors, in the texts, or in both.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from postil.linking.link import LinkedText
from postil.linking.mentions import Mention


@dataclass(frozen=True)
class NamingChange:
    """A mention before and after, in an article: one of the two is missing, or they differ.

    Spans are of each state's own plain text.
    """

    article: str
    before: Mention | None
    after: Mention | None


@dataclass(frozen=True)
class NamingChanges:
    """All of them, in the order of articles and texts.

    `changed` are mentions that now mean another actor or have longer or shorter words.
    """

    gained: tuple[NamingChange, ...]
    lost: tuple[NamingChange, ...]
    changed: tuple[NamingChange, ...]


def naming_changes(
    before: Mapping[str, LinkedText], after: Mapping[str, LinkedText]
) -> NamingChanges:
    """The changes from one state to another, of articles by id.

    In a text that is the same, mentions are compared where they stand; in one that has changed, the
    first mention by a name with the first by that name, and so on. By which rule an actor was found
    makes no difference.
    """
    changes = [
        NamingChange(id_, *pair)
        for id_ in sorted(before.keys() | after.keys())
        for pair in _pairs(before.get(id_), after.get(id_))
    ]
    return NamingChanges(
        gained=tuple(change for change in changes if change.before is None),
        lost=tuple(change for change in changes if change.after is None),
        changed=tuple(change for change in changes if change.before and change.after),
    )


Pair = tuple[Mention | None, Mention | None]


def _pairs(before: LinkedText | None, after: LinkedText | None) -> Iterator[Pair]:
    """The mentions of an article that differ, with what is in their place."""
    old = before.naming.mentions if before else ()
    new = after.naming.mentions if after else ()
    is_same_text = before and after and before.document.plain == after.document.plain
    paired = _by_place(old, new) if is_same_text else _by_words(old, new)
    for was, is_ in paired:
        if not (was and is_ and (was.actor, was.words) == (is_.actor, is_.words)):
            yield was, is_


def _by_place(old: tuple[Mention, ...], new: tuple[Mention, ...]) -> Iterator[Pair]:
    """Mentions that overlap are a pair; each is in one pair."""
    rest = list(reversed(new))
    for was in old:
        while rest and rest[-1].span.end <= was.span.start:
            yield None, rest.pop()
        yield was, rest.pop() if rest and rest[-1].span.overlaps(was.span) else None
    yield from ((None, is_) for is_ in reversed(rest))


def _by_words(old: tuple[Mention, ...], new: tuple[Mention, ...]) -> Iterator[Pair]:
    """The nth mention by a name and the nth by the same are a pair."""
    waiting = dict(_turns(old))
    for turn, is_ in _turns(new):
        yield waiting.pop(turn, None), is_
    yield from ((was, None) for was in waiting.values())


def _turns(mentions: tuple[Mention, ...]) -> Iterator[tuple[tuple[str, int], Mention]]:
    counts: Counter[str] = Counter()
    for mention in mentions:
        counts[mention.words] += 1
        yield (mention.words, counts[mention.words]), mention

"""The mentions that a change links, unlinks or links to another actor, by whom they mean."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from postil.surveying.naming_changes import NamingChange, NamingChanges


@dataclass(frozen=True)
class LinkChange:
    """Mentions that led to the actor `before` and lead to `after`; one of them may be nobody.

    Where both are the same, other words lead there. `words` are those that link, the most frequent
    first, and of a link that is lost those that did; `articles` are ids.
    """

    before: str | None
    after: str | None
    mentions: int
    words: tuple[str, ...]
    articles: tuple[str, ...]


def link_changes(found: NamingChanges) -> tuple[LinkChange, ...]:
    """All of them, with the most mentions first."""
    alike: dict[tuple[str | None, str | None], list[NamingChange]] = defaultdict(list)
    for change in chain(found.gained, found.lost, found.changed):
        before = change.before.actor if change.before else None
        after = change.after.actor if change.after else None
        alike[before, after].append(change)
    return tuple(sorted((_told(*key, group) for key, group in alike.items()), key=_order))


def _order(change: LinkChange) -> tuple[int, str, str]:
    return (-change.mentions, change.after or "", change.before or "")


def _told(before: str | None, after: str | None, group: list[NamingChange]) -> LinkChange:
    counts = Counter(_words(group))
    return LinkChange(
        before,
        after,
        len(group),
        tuple(sorted(counts, key=lambda words: (-counts[words], words))),
        tuple(sorted({change.article for change in group})),
    )


def _words(group: list[NamingChange]) -> Iterator[str]:
    """The words of each mention, on one line: a name may be broken over two."""
    for change in group:
        if mention := change.after or change.before:
            yield " ".join(mention.words.split())

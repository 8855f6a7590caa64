"""Notes over real edits: `python anchoring.py REVISIONS [QUOTES]`.

REVISIONS is a JSON list of `{article, before, after}`. Quotes of 3 to 30 words are drawn at random
(seeded) from the texts before, with a prefix and a suffix where the words stand there more than
once; each is anchored in the text after. The right verdict comes from aligning the words of
both texts: a quote whose words all lie in one unchanged stretch must be found, there; one whose
words changed must never be called `exact` or `normalised`. Words that the edit moved must be found
where they stand now; words that it doubled are ambiguous.

Prints how many verdicts are right, and every wrong one.
"""

import json
import random
import sys
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from postil.linking.anchors import Searched, resolve
from postil.model.records import Quotation
from postil.text.folding import folded
from postil.text.sentences import Span

SEED = 2025
CONTEXT = 40
"""Characters of prefix and suffix: about what a contributor's tool would take."""


@dataclass(frozen=True)
class Words:
    """A text's words with their places; `forms` are folded."""

    spans: list[Span]
    forms: list[str]


def words_of(text: str) -> Words:
    spans, position = [], 0
    for word in text.split():
        start = text.index(word, position)
        position = start + len(word)
        if folded(word):
            spans.append(Span(start, position))
    return Words(spans, [folded(text[span.start : span.end]) for span in spans])


@dataclass(frozen=True)
class Edit:
    """Two states of a text, with the stretches of words that they share."""

    before: str
    after: str
    old: Words
    new: Words
    blocks: list[tuple[int, int, int]]

    def moved(self, first: int, last: int) -> tuple[int, int] | None:
        """Where the words `first..last` of the text before are in the text after, if all are."""
        index = bisect_right(self.blocks, (first, sys.maxsize, 0)) - 1
        if index < 0:
            return None
        start, target, size = self.blocks[index]
        if first >= start and last < start + size:
            return first - start + target, last - start + target
        return None


def edit(before: str, after: str) -> Edit:
    old, new = words_of(before), words_of(after)
    matcher = SequenceMatcher(None, old.forms, new.forms, autojunk=False)
    return Edit(before, after, old, new, [tuple(block) for block in matcher.get_matching_blocks()])


def draw(change: Edit, chance: random.Random) -> tuple[Quotation, int, int]:
    """A quote of the text before, and the first and last of its words."""
    length = chance.randint(3, 30)
    first = chance.randrange(max(1, len(change.old.spans) - length))
    last = min(first + length, len(change.old.spans)) - 1
    start, end = change.old.spans[first].start, change.old.spans[last].end
    exact = change.before[start:end]
    prefix = suffix = ""
    if change.before.count(exact) > 1:
        prefix = change.before[max(0, start - CONTEXT) : start]
        suffix = change.before[end : end + CONTEXT]
    return Quotation(exact=exact, prefix=prefix, suffix=suffix), first, last


def verdict(change: Edit, searched: Searched, quote: Quotation, first: int, last: int) -> str:
    found = resolve(quote, searched)
    hits = searched.folded.text.count(folded(quote.exact))
    place = change.moved(first, last)
    if found.state in {"exact", "normalised"}:
        expected = place and Span(change.new.spans[place[0]].start, change.new.spans[place[1]].end)
        return verdict_on_standing(change, quote, found.span, expected, hits)
    if place is None:
        return "right: changed words reported"
    if found.state == "ambiguous" and hits > 1:
        return "doubled: the edit made the words stand more than once, told as ambiguous"
    return f"WRONG: words unchanged, called {found.state}"


def verdict_on_standing(
    change: Edit, quote: Quotation, found: Span, expected: Span | None, hits: int
) -> str:
    if folded(change.after[found.start : found.end]) != folded(quote.exact):
        return "WRONG: other words called standing"
    if found == expected:
        return "right: unchanged words found"
    if hits == 1:
        return "right: moved words found, at the one place where they stand"
    return "WRONG: the same words at another place"


def main(revisions: Path, count: int) -> None:
    chance = random.Random(SEED)
    changes = [
        edit(row["before"], row["after"])
        for row in json.loads(revisions.read_text(encoding="utf-8"))
    ]
    searched = [Searched(change.after) for change in changes]
    verdicts: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    for index in range(count):
        change, text = changes[index % len(changes)], searched[index % len(changes)]
        quote, first, last = draw(change, chance)
        outcome = verdict(change, text, quote, first, last)
        verdicts[outcome] += 1
        if not outcome.startswith("right") and shown[outcome] < 8:
            shown[outcome] += 1
            print(f"{outcome}: {quote.exact[:120]!r} prefix {quote.prefix[-30:]!r}")
    for outcome, number in verdicts.most_common():
        print(f"{number:7,}  {outcome}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 12_000)

"""How often words stand in the articles of an archive, and what became of them there."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from postil.linking.link import LinkedArchive, LinkedText
from postil.linking.mentions import Reason, Rule
from postil.linking.neighbours import EDGE
from postil.linking.spelling import stands_alone
from postil.text.folding import Folded, fold, folded
from postil.text.sentences import Span
from postil.text.source import places

Fate = tuple[str, Rule] | Reason | Literal["other"]
"""What became of words: linked to an actor by a rule, left alone for a reason, or neither."""


@dataclass(frozen=True)
class Standing:
    """In how many articles words stand, and how often each fate was theirs.

    Those with another fate are inside longer names, in headings, links and code, or nobody's.
    """

    articles: int
    fates: Mapping[Fate, int]

    @property
    def times(self) -> int:
        """How often they stand in all."""
        return sum(self.fates.values())


def standings(linked: LinkedArchive, names: Iterable[str]) -> dict[str, Standing]:
    """For each of the names, where its words stand as whole words, typography aside."""
    articles: Counter[str] = Counter()
    fates: dict[str, Counter[Fate]] = {name: Counter() for name in names}
    for text in linked.articles():
        whole = fold(text.document.plain.replace("\n", EDGE).replace("\t", EDGE))
        for name, counts in fates.items():
            spans = list(_stretches(whole, folded(name)))
            articles[name] += bool(spans)
            counts.update(_fates(text, spans))
    return {name: Standing(articles[name], counts) for name, counts in fates.items()}


def _stretches(text: Folded, form: str) -> Iterator[Span]:
    for start in places(text.text, form):
        if stands_alone(text.text, start, start + len(form)):
            yield Span(*text.span(start, start + len(form)))


def _fates(text: LinkedText, spans: Iterable[Span]) -> Iterator[Fate]:
    fates: dict[Span, Fate] = {name.span: name.reason for name in text.naming.unlinked}
    fates |= {mention.span: (mention.actor, mention.rule) for mention in text.naming.mentions}
    return (fates.get(span, "other") for span in spans)

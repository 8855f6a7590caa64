"""Who is named in an article, where, and by which rule; never by guessing.

The rules, the first that applies:

- `declared`: the article's `mentions` says whom the words mean;
- `strong`: the name means one actor wherever it stands;
- `listed`: exactly one of those it may mean is among the article's `actors`;
- `earlier`: exactly one of those it may mean was named in full earlier in the article.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place
from postil.linking.lexicon import Bearers, Lexicon, Occurrence, find_names
from postil.linking.neighbours import EDGE, Doubt, Name, Surroundings
from postil.model.archive import Record
from postil.model.records import Actor, Article, Role
from postil.reading.references import NOBODY
from postil.text.document import Document
from postil.text.folding import fold, folded
from postil.text.sentences import Span
from postil.text.source import lines_and_columns, source_offsets

Rule = Literal["declared", "strong", "listed", "earlier"]

Reason = Literal["weak", "shared", "never", "nobody"] | Doubt


@dataclass(frozen=True)
class Mention:
    """A name in a text that was linked: to whom, and why."""

    actor: str
    span: Span
    words: str
    rule: Rule


@dataclass(frozen=True)
class Unlinked:
    """A known name in a text that was left alone: whom it may mean, and why it was left."""

    candidates: tuple[str, ...]
    span: Span
    words: str
    reason: Reason


@dataclass(frozen=True)
class Naming:
    """All the names in one article."""

    mentions: tuple[Mention, ...]
    unlinked: tuple[Unlinked, ...]
    unused: tuple[str, ...]
    """Words of the article's `mentions` that do not stand in its text."""

    @cached_property
    def ordinals(self) -> Mapping[int, int]:
        """By the start of a mention: which of its actor's mentions it is, counted from 1."""
        counts: Counter[str] = Counter()
        ordinals = {}
        for mention in self.mentions:
            counts[mention.actor] += 1
            ordinals[mention.span.start] = counts[mention.actor]
        return ordinals


def name_actors(document: Document, article: Article, lexicon: Lexicon) -> Naming:
    """The mentions in an article, in the order of its text."""
    declared = {
        folded(words): Bearers() if actor_id == NOBODY else Bearers(strong=(actor_id,))
        for words, actor_id in article.mentions.items()
    }
    listed = frozenset(actor_ids(article))
    mentions: list[Mention] = []
    unlinked: list[Unlinked] = []
    used: set[str] = set()
    in_full = _named_in(article.title, lexicon)
    closed = _Cover(document.closed)
    text = fold(document.plain.replace("\n", EDGE).replace("\t", EDGE))
    around = Surroundings(text.text, lexicon.language)
    occurrences = find_names(lexicon, text, declared)
    for occurrence, name in zip(occurrences, _names(occurrences, around, lexicon), strict=True):
        words = document.plain[occurrence.span.start : occurrence.span.end]
        form = text.text[occurrence.start : occurrence.end]
        if form in declared:
            used.add(form)
        if closed.touches(occurrence.span):
            continue
        bearers = declared.get(form, occurrence.bearers)
        if form in declared:
            outcome = _declared(bearers)
        else:
            outcome = _decide(bearers, around.doubt(name), listed, in_full)
        if isinstance(outcome, str):
            candidates = bearers.strong or bearers.weak
            if outcome == "shared":
                candidates = tuple(sorted({*bearers.strong, *bearers.weak}))
            unlinked.append(Unlinked(candidates, occurrence.span, words, outcome))
            continue
        actor, rule = outcome
        mentions.append(Mention(actor, occurrence.span, words, rule))
        if rule in {"strong", "declared"}:
            in_full.add(actor)
    unused = tuple(words for words in article.mentions if folded(words) not in used)
    return Naming(tuple(mentions), tuple(unlinked), unused)


def actor_ids(article: Article) -> Iterator[str]:
    """The actors that an article says it is about."""
    for actor in article.actors:
        yield actor.id if isinstance(actor, Role) else actor


def _named_in(title: str, lexicon: Lexicon) -> set[str]:
    """The actors that a title names by a strong name of theirs: it stands before the text."""
    found = find_names(lexicon, fold(title), {})
    return {o.bearers.strong[0] for o in found if len(o.bearers.strong) == 1}


def _names(occurrences: list[Occurrence], around: Surroundings, lexicon: Lexicon) -> Iterator[Name]:
    """The same occurrences as names among their neighbours."""
    joined = [
        around.text[one.end : other.start] in {" ", "-"} for one, other in pairwise(occurrences)
    ]
    for it, follows, precedes in zip(occurrences, [False, *joined], [*joined, False], strict=False):
        yield Name(
            it.start,
            it.end,
            is_weak=not it.bearers.strong,
            is_state=not lexicon.states.isdisjoint(it.bearers.strong),
            follows_name=follows,
            precedes_name=precedes,
        )


Outcome = tuple[str, Rule] | Reason
"""Whom a name means, and by which rule; or why it is left alone."""


def _declared(bearers: Bearers) -> Outcome:
    return (bearers.strong[0], "declared") if bearers.strong else "nobody"


def _decide(
    bearers: Bearers, doubt: Doubt | None, listed: frozenset[str], in_full: AbstractSet[str]
) -> Outcome:
    """The outcome for a name that the article does not declare.

    Where the article speaks of somebody for whom another's strong name is a weak one, the two share
    it. An adjective is decided as a weak name is.
    """
    if bearers.is_never:
        return "never"
    if doubt and doubt != "adjective":
        return doubt
    others = tuple(id_ for id_ in bearers.weak if id_ in listed or id_ in in_full)
    if len(bearers.strong) == 1 and not doubt and not others:
        return bearers.strong[0], "strong"
    candidates = {*bearers.strong, *others} if bearers.strong else {*bearers.weak}
    if len(named := candidates & listed) == 1:
        return named.pop(), "listed"
    if not doubt and len(named := candidates & in_full) == 1:
        return named.pop(), "earlier"
    return doubt or ("shared" if bearers.strong else "weak")


class _Cover:
    """Spans in order, asked in order: whether one of them touches a span."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = iter(spans)
        self._current = next(self._spans, None)

    def touches(self, span: Span) -> bool:
        while self._current and self._current.end <= span.start:
            self._current = next(self._spans, None)
        return self._current is not None and self._current.overlaps(span)


def naming_faults(
    record: Record[Article],
    document: Document,
    naming: Naming,
    actors: Mapping[str, Record[Actor]],
) -> Iterator[Diagnostic]:
    """Names that actors share with nothing to tell them apart, and declared words not in the text.

    Each name is told once.
    """
    first: dict[str, Unlinked] = {}
    for unlinked in naming.unlinked:
        if unlinked.reason == "shared":
            first.setdefault(unlinked.words, unlinked)
    shared = sorted(first.values(), key=lambda it: it.span)
    yield from _ambiguous(record, document, shared, actors) if shared else ()
    for words in naming.unused:
        yield Diagnostic(
            record.positions.of("mentions", words),
            Code.UNUSED_MENTION,
            f"“{words}” does not stand in the text",
            "Write the words as the text has them, or take the line out.",
        )


def _ambiguous(
    record: Record[Article],
    document: Document,
    shared: Sequence[Unlinked],
    actors: Mapping[str, Record[Actor]],
) -> Iterator[Diagnostic]:
    """The fault of each of these names, which are in the order of their places."""
    body = record.body
    offsets = source_offsets(body, document.plain, [it.span.start for it in shared])
    places = lines_and_columns(body, offsets, record.positions.body_line)
    for unlinked, place in zip(shared, places, strict=True):
        who = " or ".join(
            f"{actors[id_].data.name} ({id_}, {actors[id_].data.type})"
            for id_ in unlinked.candidates
        )
        yield Diagnostic(
            Place(record.path, *place),
            Code.AMBIGUOUS_NAME,
            f"“{unlinked.words}” may be {who}",
            "Add the one that is meant to `actors`, or write "
            f"`mentions: {{{unlinked.words}: {unlinked.candidates[0]}}}`.",
        )

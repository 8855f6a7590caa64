"""Who is named in an article, where, and by which rule; never by guessing.

The rules (DESIGN §5), the first that applies:

- `declared`: the article's `mentions` says whom the words mean;
- `strong`: the name means one actor wherever it stands;
- `listed`: exactly one of those it may mean is among the article's `actors`;
- `earlier`: exactly one of those it may mean was named in full earlier in the article.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place
from postil.linking.lexicon import Bearers, Lexicon, Occurrence, find_names
from postil.model.archive import Record
from postil.model.records import Actor, Article, Role
from postil.reading.assemble import NOBODY
from postil.text.document import Document
from postil.text.folding import fold, folded
from postil.text.sentences import Span
from postil.text.source import line_and_column, source_offset

Rule = Literal["declared", "strong", "listed", "earlier"]

_EDGE = "\0"
"""Put where blocks and cells meet. No name has it, so none goes across."""


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
    reason: Literal["weak", "shared", "never", "nobody"]


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
    in_full: set[str] = set()
    closed = _Cover(document.closed)
    text = fold(document.plain.replace("\n", _EDGE).replace("\t", _EDGE))
    for occurrence in find_names(lexicon, text, declared):
        words = document.plain[occurrence.span.start : occurrence.span.end]
        form = folded(words)
        if form in declared:
            used.add(form)
        if closed.touches(occurrence.span):
            continue
        bearers = declared.get(form, occurrence.bearers)
        outcome = _decide(bearers, listed, in_full, is_declared=form in declared)
        if isinstance(outcome, tuple):
            actor, rule = outcome
            mentions.append(Mention(actor, occurrence.span, words, rule))
            if rule in {"strong", "declared"}:
                in_full.add(actor)
        else:
            unlinked.append(_unlinked(occurrence, words, bearers, outcome))
    unused = tuple(words for words in article.mentions if folded(words) not in used)
    return Naming(tuple(mentions), tuple(unlinked), unused)


def actor_ids(article: Article) -> Iterator[str]:
    """The actors that an article says it is about."""
    for actor in article.actors:
        yield actor.id if isinstance(actor, Role) else actor


def _decide(
    bearers: Bearers, listed: frozenset[str], in_full: set[str], *, is_declared: bool
) -> tuple[str, Rule] | Literal["weak", "shared", "never", "nobody"]:
    if is_declared:
        return (bearers.strong[0], "declared") if bearers.strong else "nobody"
    if bearers.is_never:
        return "never"
    if len(bearers.strong) == 1:
        return bearers.strong[0], "strong"
    candidates = bearers.strong or bearers.weak
    for known, rule in ((listed, "listed"), (in_full, "earlier")):
        chosen = [actor for actor in candidates if actor in known]
        if len(chosen) == 1:
            return chosen[0], rule  # type: ignore[return-value]
    return "shared" if bearers.strong else "weak"


def _unlinked(
    occurrence: Occurrence,
    words: str,
    bearers: Bearers,
    reason: Literal["weak", "shared", "never", "nobody"],
) -> Unlinked:
    return Unlinked(bearers.strong or bearers.weak, occurrence.span, words, reason)


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
    told: set[str] = set()
    for unlinked in naming.unlinked:
        if unlinked.reason != "shared" or unlinked.words in told:
            continue
        told.add(unlinked.words)
        yield _ambiguous(record, document, unlinked, actors)
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
    unlinked: Unlinked,
    actors: Mapping[str, Record[Actor]],
) -> Diagnostic:
    who = " or ".join(
        f"{actors[id_].data.name} ({id_}, {actors[id_].data.type})" for id_ in unlinked.candidates
    )
    offset = source_offset(record.body, document.plain, unlinked.span.start)
    line, column = line_and_column(record.body, offset, record.positions.body_line)
    first = unlinked.candidates[0]
    return Diagnostic(
        Place(record.path, line, column),
        Code.AMBIGUOUS_NAME,
        f"“{unlinked.words}” may be {who}",
        "Add the one that is meant to `actors`, or write "
        f"`mentions: {{{unlinked.words}: {first}}}`.",
    )

"""What another name in a record would change, on the screen and as JSON."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from postil.cli.report import Report, count
from postil.diagnostics.diagnostic import as_json, as_text
from postil.editing.yaml_text import one_line
from postil.linking.link import LinkedArchive
from postil.linking.mentions import Mention
from postil.model.archive import Record
from postil.model.records import Actor
from postil.surveying.aliasing import Consequences, Key
from postil.surveying.excerpt import excerpt, places_of
from postil.surveying.naming_changes import NamingChange


@dataclass(frozen=True)
class Proposal:
    """A name, the record that it would be added to, and the key there."""

    name: str
    actor: Record[Actor]
    key: Key


def report(proposal: Proposal, linked: LinkedArchive, outcome: Consequences) -> Report:
    """Every article that changes with an example, every fault, and the lines to write."""
    return Report(_lines(proposal, linked, outcome), _rows(proposal, outcome))


def _lines(proposal: Proposal, linked: LinkedArchive, outcome: Consequences) -> Iterator[str]:
    changes = outcome.changes
    kinds = {"link": changes.gained, "unlink": changes.lost, "change": changes.changed}
    subject = f"Adding “{proposal.name}” to `{proposal.key}` of {proposal.actor.id}"
    if not any(kinds.values()) and not outcome.faults:
        yield f"{subject} would change nothing."
        return
    for verb, found in kinds.items():
        if found:
            yield f"{subject} would {verb} {_how_many(found)}."
            yield from _examples(linked, found)
            subject = "It"
    if outcome.faults:
        yield f"{subject} would have the check tell {count(len(outcome.faults), 'fault')} more."
        yield from (f"  {as_text(fault)}" for fault in outcome.faults)
    yield f"To add it, write under `{proposal.key}` in {proposal.actor.path}:"
    yield f"  - {one_line(proposal.name)}"


def _how_many(changes: Sequence[NamingChange]) -> str:
    articles = len({change.article for change in changes})
    return f"{count(len(changes), 'mention')} in {count(articles, 'article')}"


def _examples(linked: LinkedArchive, changes: Sequence[NamingChange]) -> Iterator[str]:
    """A line for each article and kind of change, with the first place."""
    alike: dict[tuple[str, str], list[NamingChange]] = defaultdict(list)
    for change in changes:
        alike[change.article, _what(change)].append(change)
    for (article, what), group in alike.items():
        text = linked.article(article)
        span = _shown(group[0]).span
        (place,) = places_of(text, (span,))
        where = f"{place.path}:{place.line}:{place.column}"
        words = excerpt(text.document.plain, span)
        yield f"  {where}: {count(len(group), 'mention')}{what}, “{words}”"


def _what(change: NamingChange) -> str:
    """What becomes of the mention, where that is not said above."""
    if change.before is None:
        return ""
    if change.after is None:
        return f" of {change.before.actor}"
    before, after = change.before, change.after
    return f", “{before.words}” of {before.actor} to “{after.words}” of {after.actor}"


def _shown(change: NamingChange) -> Mention:
    mention = change.after or change.before
    assert mention is not None  # noqa: S101 -- a change has one of the two
    return mention


def _rows(proposal: Proposal, outcome: Consequences) -> Iterator[dict[str, Any]]:
    changes = outcome.changes
    yield {
        "name": proposal.name,
        "actor": proposal.actor.id,
        "key": proposal.key,
        "gained": list(map(_row, changes.gained)),
        "lost": list(map(_row, changes.lost)),
        "changed": list(map(_row, changes.changed)),
        "faults": json.loads(as_json(outcome.faults)),
    }


def _row(change: NamingChange) -> dict[str, Any]:
    return {
        "article": change.article,
        "before": change.before and _mention(change.before),
        "after": change.after and _mention(change.after),
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "actor": mention.actor,
        "start": mention.span.start,
        "end": mention.span.end,
        "words": mention.words,
        "rule": mention.rule,
    }

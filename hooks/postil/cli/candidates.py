"""Names without a record, on the screen and as JSON."""

from typing import Any

from postil.cli.report import Report, count
from postil.linking.link import LinkedArchive
from postil.surveying.excerpt import excerpt
from postil.surveying.unrecorded import Candidate, Sighting, unrecorded


def report(linked: LinkedArchive) -> Report:
    """A line for each with the first place where it stands, or an object with all places."""
    found = unrecorded(linked)
    return Report((_line(candidate, linked) for candidate in found), map(_row, found))


def _line(candidate: Candidate, linked: LinkedArchive) -> str:
    first = candidate.sightings[0]
    text = linked.article(first.article)
    how_often = (
        f"{count(len(candidate.sightings), 'mention')} in {count(candidate.articles, 'article')}"
    )
    words = excerpt(text.document.plain, first.span)
    return f"{how_often}  {candidate.name}  ({text.record.path}: “{words}”)"


def _row(candidate: Candidate) -> dict[str, Any]:
    return {
        "name": candidate.name,
        "mentions": len(candidate.sightings),
        "articles": candidate.articles,
        "sightings": list(map(_sighting, candidate.sightings)),
    }


def _sighting(sighting: Sighting) -> dict[str, Any]:
    return {
        "article": sighting.article,
        "start": sighting.span.start,
        "end": sighting.span.end,
        "words": sighting.words,
    }

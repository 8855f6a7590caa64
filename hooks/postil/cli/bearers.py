"""Who answers to a name, on the screen and as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from postil.cli.report import Report, count
from postil.linking.lexicon import build_lexicon
from postil.linking.link import LinkedArchive, language_of
from postil.model.archive import Archive
from postil.surveying.bearing import Bearing, bearings, nearest_names
from postil.surveying.standing import Fate, Standing, standings


@dataclass(frozen=True)
class Answer:
    """What is known of a name: who bears it, names like it if nobody does, and where it stands."""

    name: str
    bearers: tuple[Bearing, ...]
    near: tuple[tuple[str, str], ...]
    standing: Standing


def report(linked: LinkedArchive, names: Sequence[str]) -> Report:
    """A paragraph or an object for each name."""
    answers = _answers(linked, names)
    lines = (line for answer in answers for line in _lines(answer, linked.archive))
    return Report(lines, map(_row, answers))


def _answers(linked: LinkedArchive, names: Sequence[str]) -> list[Answer]:
    """What an archive knows of each name, in the languages of its articles."""
    archive = linked.archive
    lexicons = {
        language: build_lexicon(archive.actors, language) for language in _languages(archive)
    }
    standing = standings(linked, names)
    found = []
    for name in dict.fromkeys(names):
        bearers = tuple(bearings(name, archive.actors, lexicons))
        near = () if bearers else tuple(nearest_names(name, archive.actors))
        found.append(Answer(name, bearers, near, standing[name]))
    return found


def _languages(archive: Archive) -> list[str]:
    site = archive.settings.language
    return sorted({language_of(record, site) for record in archive.articles.values()})


def _lines(answer: Answer, archive: Archive) -> Iterator[str]:
    yield f"“{answer.name}”"
    for bearing in answer.bearers:
        name = archive.actors[bearing.actor].data.name
        yield f"  {bearing.actor} ({name}): {_how(bearing)}"
    if sum(bearing.strength == "strong" for bearing in answer.bearers) > 1:
        yield "  strong for more than one: links only where the article says who is meant"
    if not answer.bearers:
        yield "  nobody answers to it"
        if answer.near:
            near = (f"“{close}” ({actor})" for close, actor in answer.near)
            yield f"  names like it: {', '.join(near)}"
    yield f"  {_stands(answer)}"


def _how(bearing: Bearing) -> str:
    if bearing.strength == "never":
        return "never, under `never`"
    if bearing.language:
        where = f"in articles with `lang: {bearing.language}`"
        return f"{bearing.strength}, as a form of its names {where}"
    return f"{bearing.strength}, under `{bearing.key}`"


def _stands(answer: Answer) -> str:
    standing = answer.standing
    if not standing.times:
        return "stands in no article"
    where = f"stands {count(standing.times, 'time')} in {count(standing.articles, 'article')}"
    if not answer.bearers:
        return where
    return f"{where}: {', '.join(f'{n:,} {_told(fate)}' for fate, n in _fates(standing))}"


def _fates(standing: Standing) -> list[tuple[Fate, int]]:
    """Links first, then names left alone, then all others; of each kind the most frequent first."""

    def rank(item: tuple[Fate, int]) -> tuple[bool, bool, int, str]:
        fate, number = item
        return fate == "other", not isinstance(fate, tuple), -number, str(fate)

    return sorted(standing.fates.items(), key=rank)


def _told(fate: Fate) -> str:
    if isinstance(fate, tuple):
        actor, rule = fate
        return f"linked to {actor} ({rule})"
    if fate == "other":
        return "in longer names, headings, links or code"
    return f"left alone ({fate})"


def _row(answer: Answer) -> dict[str, Any]:
    fates = _fates(answer.standing)
    return {
        "name": answer.name,
        "bearers": [asdict(bearing) for bearing in answer.bearers],
        "near": [{"name": name, "actor": actor} for name, actor in answer.near],
        "times": answer.standing.times,
        "articles": answer.standing.articles,
        "linked": [
            {"actor": fate[0], "rule": fate[1], "times": number}
            for fate, number in fates
            if isinstance(fate, tuple)
        ],
        "left_alone": {
            fate: number
            for fate, number in fates
            if not isinstance(fate, tuple) and fate != "other"
        },
        "others": answer.standing.fates.get("other", 0),
    }

"""Names that look like actors and have no record: what a maintainer may add next.

A candidate is a sequence of capitalised words that stands in two articles or more and answers to
nobody. What it is not, rule by rule:

- what only begins a sentence: "In Kyiv" is "Kyiv", and "Yesterday" is nothing;
- what stands with small letters elsewhere: "Foreign Minister Lavrov" is "Lavrov" where some text
  has "foreign minister Lavrov", and "Parliament" is nothing where some text has "parliament";
- months and days before it, and the names of languages and peoples;
- what a longer name in the same article explains: "Grossi" after "Rafael Grossi".
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations

from postil.linking.lexicon import build_lexicon
from postil.linking.link import LinkedArchive, LinkedText, language_of
from postil.model.archive import Archive
from postil.model.values import as_tuple
from postil.parallel import without_collecting
from postil.surveying.capitals import LONGEST
from postil.surveying.lemmas import is_nominative, lemma
from postil.surveying.surveys import Survey, survey
from postil.surveying.usage import Shape, Stretch, names_in
from postil.text.folding import folded
from postil.text.sentences import Span

_RECURS = 2
"""Articles in which a candidate stands at least."""


@dataclass(frozen=True)
class Sighting:
    """Where a candidate stands: the article's id, the span in its plain text, and the words."""

    article: str
    span: Span
    words: str


@dataclass(frozen=True)
class Candidate:
    """A name without a record: its commonest spelling, and every place where it stands."""

    name: str
    sightings: tuple[Sighting, ...]

    @property
    def articles(self) -> int:
        """In how many articles it stands."""
        return len({sighting.article for sighting in self.sightings})


def unrecorded(linked: LinkedArchive) -> tuple[Candidate, ...]:
    """The candidates of an archive, those in the most articles first."""
    archive = linked.archive
    others = _names_of_others(archive)
    by_language: dict[str, list[LinkedText]] = defaultdict(list)
    for text in linked.articles():
        if text.record.data.status == "withdrawn":
            continue
        by_language[language_of(text.record, archive.settings.language)].append(text)
    found: list[Candidate] = []
    with without_collecting():
        for language, texts in by_language.items():
            known = others | build_lexicon(archive.actors, language).names.keys()
            found += _in_language(texts, language, known)
    return tuple(sorted(found, key=lambda one: (-one.articles, -len(one.sightings), one.name)))


def _names_of_others(archive: Archive) -> frozenset[str]:
    """The names of topics, analysts, outlets and authors, folded: none of them needs a record."""
    names: set[str] = set()
    for topic in archive.topics.values():
        names.update((topic.data.name, *topic.data.aliases))
        names.update(name for given in topic.data.names.values() for name in as_tuple(given))
    names.update(analyst.data.name for analyst in archive.analysts.values())
    for article in archive.articles.values():
        names.update((article.data.source.outlet, *article.data.source.byline))
    return frozenset(map(folded, names))


def _in_language(
    texts: list[LinkedText], language: str, known: AbstractSet[str]
) -> Iterator[Candidate]:
    surveys = list(map(survey, texts))
    plains = (text.document.plain for text in texts)
    names = names_in(surveys, plains, language)
    places: dict[Key, list[Sighting]] = defaultdict(list)
    for one in surveys:
        for key, sighting in _sightings(one, names, language, known):
            places[key].append(sighting)
    for sightings in places.values():
        candidate = Candidate(_best_spelling(sightings, language), tuple(sightings))
        if candidate.articles >= _RECURS:
            yield candidate


Key = tuple[str, ...]
"""A name by the lemmas of its words: the same for all its case forms."""


def _sightings(
    one: Survey, names: Mapping[Shape, Stretch], language: str, known: AbstractSet[str]
) -> Iterator[tuple[Key, Sighting]]:
    """The names of nobody in an article, but for those that a longer name there explains."""
    found: list[tuple[Key, Sighting]] = []
    for sequence in one.capitals:
        if stretch := names.get((sequence.words, sequence.leads)):
            name = sequence.part(*stretch)
            words = " ".join(name.words)
            if words not in known:
                sighting = Sighting(one.article, name.span, words)
                found.append((_key(name.words, language), sighting))
    keys = {key for key, _ in found} | {_key(name.split(" "), language) for name in one.named}
    explained = {part for key in keys for part in _parts(key)}
    return ((key, sighting) for key, sighting in found if key not in explained)


def _key(words: Iterable[str], language: str) -> Key:
    return tuple(lemma(word, language) for word in words)


def _parts(key: Key) -> Iterator[Key]:
    """What may stand for a longer name: words of it that stand together, or any two in order."""
    count = len(key)
    if count > LONGEST:
        return
    for length in range(1, count):
        yield from (key[start : start + length] for start in range(count - length + 1))
    if count > 2:  # noqa: PLR2004 -- two words are no part of two
        yield from combinations(key, 2)


def _best_spelling(sightings: Iterable[Sighting], language: str) -> str:
    """The commonest, of those in the nominative if there are any."""
    counts = Counter(sighting.words for sighting in sightings)

    def rank(words: str) -> tuple[bool, int, str]:
        in_nominative = all(is_nominative(word, language) for word in words.split(" "))
        return not in_nominative, -counts[words], words

    return min(counts, key=rank)

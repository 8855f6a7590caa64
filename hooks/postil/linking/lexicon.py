"""Who answers to which name, and where those names stand in a text.

A name is *strong* when it means its actor wherever it stands, *weak* when only an article can say
whom it means (surnames, metonyms), and a *never* when it looks like an actor and is none.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate, chain

from postil.linking.inflection import LANGUAGES, forms, is_cyrillic, orders
from postil.linking.spelling import Search, Spelling, search_for, spelling_of, units
from postil.model.archive import Record
from postil.model.records import Actor
from postil.model.values import as_tuple
from postil.text.folding import Folded, folded
from postil.text.sentences import Span

_MOST_WORDS = 10
"""Words of the longest name that is put into its case forms."""


@dataclass(frozen=True)
class Bearers:
    """Who may be meant by one name, by actor ids, in order. `is_never` hides it from linking."""

    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    is_never: bool = False


@dataclass(frozen=True)
class Lexicon:
    """All names of an archive's actors, folded, ready to be found in texts in a language."""

    language: str
    names: Mapping[str, Bearers]
    states: frozenset[str]
    """The ids of those actors that are states."""
    by_beginning: Mapping[str, tuple[Spelling, ...]] = field(repr=False)
    search: Search = field(repr=False)


@dataclass(frozen=True)
class Occurrence:
    """A name that stands in a text, and who may be meant.

    `start` and `end` are its place in the folded text, `span` is that in the original.
    """

    start: int
    end: int
    span: Span
    bearers: Bearers


def strong_names(actor: Actor) -> Iterator[str]:
    """The names that mean this actor by themselves."""
    yield actor.name
    for names in actor.names.values():
        yield from as_tuple(names)
    yield from actor.aliases
    yield from actor.previous_names


def strong_forms(actor: Actor, language: str) -> Iterator[str]:
    """The forms that strong names take in a language that changes them."""
    of_person = actor.type == "Person"
    for name in _own_names(actor, language):
        for variant in orders(name, language) if of_person else (name,):
            yield variant
            yield from forms(variant, language, of_person=of_person)


def weak_forms(actor: Actor, language: str) -> Iterator[str]:
    """The forms of weak aliases, and a person's family name by itself, in such a language."""
    of_person = actor.type == "Person"
    given = [name for name in actor.weak_aliases if is_cyrillic(name)]
    families = [
        orders(name, language)[0].split()[-1]
        for name in _own_names(actor, language)
        if of_person and " " in name
    ]
    for name in (*given, *families) if language in LANGUAGES else ():
        yield name
        yield from forms(name, language, of_person=of_person)


def _own_names(actor: Actor, language: str) -> list[str]:
    """The names that a text in this language would use, where the language changes names."""
    if language not in LANGUAGES:
        return []
    given = as_tuple(actor.names[language]) if language in actor.names else (actor.name,)
    return [
        name
        for name in (*given, *actor.aliases)
        if is_cyrillic(name) and len(name.split()) <= _MOST_WORDS
    ]


def build_lexicon(actors: Mapping[str, Record[Actor]], language: str) -> Lexicon:
    """The lexicon of these actors for texts in a language: their names, and the forms these take.

    A case form that is another actor's name or case form is weak: it is nobody's as it stands.
    """
    strong: dict[str, set[str]] = {}
    weak: dict[str, set[str]] = {}
    inflected: dict[str, set[str]] = {}
    never: set[str] = set()
    for id_, record in actors.items():
        actor = record.data
        _add(strong, strong_names(actor), id_)
        _add(weak, actor.weak_aliases, id_)
        _add(inflected, strong_forms(actor, language), id_)
        _add(weak, weak_forms(actor, language), id_)
        never.update(filter(None, map(folded, actor.never)))
    for name, bearers in inflected.items():
        own = strong.get(name, set())
        if len(own) < 2:  # noqa: PLR2004 -- a name that two have as their own stays an error
            everyone = strong.pop(name, set()) | bearers
            (strong if len(everyone) == 1 else weak).setdefault(name, set()).update(everyone)
    names = {
        name: Bearers(
            tuple(sorted(strong.get(name, ()))),
            tuple(sorted(weak.get(name, ()))),
            name in never and name not in strong,
        )
        for name in sorted(strong.keys() | weak.keys() | never)
    }
    beginnings: dict[str, list[Spelling]] = {}
    for spelling in map(spelling_of, names):
        beginnings.setdefault(spelling[1][0], []).append(spelling)
    by_beginning = {unit: tuple(begun) for unit, begun in beginnings.items()}
    states = frozenset(id_ for id_, record in actors.items() if record.data.type == "State")
    search = search_for(chain.from_iterable(by_beginning.values()))
    return Lexicon(language, names, states, by_beginning, search)


def _add(names: dict[str, set[str]], words: Iterable[str], actor_id: str) -> None:
    for name in map(folded, words):
        if name:
            names.setdefault(name, set()).add(actor_id)


def find_names(lexicon: Lexicon, text: Folded, declared: Mapping[str, Bearers]) -> list[Occurrence]:
    """Every name in a folded text, leftmost first and longest at each place, none inside another.

    `declared` are the names that one article adds for itself (folded). Spans are of the original
    text.
    """
    standing = units(text.text)
    search = lexicon.search
    if declared:
        own = map(spelling_of, declared)
        search = search_for(chain(_beginning_with(dict.fromkeys(standing), lexicon), own))
    hits = search.automaton.find_matches_as_indexes(search.spelt(standing))
    offsets = (0, *accumulate(map(len, standing)))
    found: list[Occurrence] = []
    for index, first, last in hits:
        start, end = offsets[first], offsets[last]
        name = search.patterns[index]
        bearers = declared.get(name) or lexicon.names[name]
        span = Span(*text.span(start, end))
        if not found or found[-1].span.end <= span.start:  # "…" is three signs and one character
            found.append(Occurrence(start, end, span, bearers))
    return found


def _beginning_with(first: Iterable[str], lexicon: Lexicon) -> Iterator[Spelling]:
    """The names whose first unit is one of these."""
    for unit in first:
        yield from lexicon.by_beginning.get(unit, ())

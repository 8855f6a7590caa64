"""What is remembered of an earlier build, and what of that still holds."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from postil.building.tracing import Asked, Digests
from postil.diagnostics.diagnostic import Diagnostic
from postil.linking.lexicon import Bearers, Lexicon
from postil.model.archive import Target
from postil.model.compact import Compact
from postil.pages.slips import Slip
from postil.spool import Piece, length_of

_MOST_NAMES = 100
"""Names that are looked for in every text. Where more have changed, texts are linked anew."""

Names = Mapping[str, tuple[Bearers, bool]]
"""The names of a lexicon: who may be meant, and whether the name is a state's."""


@dataclass(frozen=True, slots=True)
class Kept(Compact):
    """What was found in a text: what is wrong in it.

    `words` are what names were looked for in, folded. They lie where nothing of another text or
    another time does, and by that it is known whether a slip belongs to this.
    It holds while `key`, which stands for the text and its notes, and the rows that were `asked`
    for are the same, and no name comes or goes that stands in the text. These rows are told line by
    line (`lines_of`): ten thousand texts have some fifty each, and one string is fetched at once.
    """

    key: bytes
    asked: str
    words: Piece
    diagnostics: tuple[Diagnostic, ...]


class Made(NamedTuple):
    """What was made of a text: what is kept of it, and the slip of its leaf if it has one."""

    kept: Kept
    slip: Slip | None


@dataclass(frozen=True)
class Memory:
    """What an earlier command made of each text, and what it depended on.

    `names` are those that were looked for, by language; `rows` has a digest of every row that was
    asked for, and of some that no text asks for any more: to sort these out would take longer than
    to keep them. `slips` are those of the leaves that a build made of these texts.
    """

    names: Mapping[str, Names]
    rows: Mapping[Asked, bytes]
    texts: Mapping[Target, Kept]
    slips: Mapping[Target, Slip]


NOTHING = Memory({}, {}, {}, {})


def sharing(made: Made, once: dict[Any, Any]) -> Made:
    """The same, with one object for what is equal in many: `once` collects these.

    What comes from another process brings objects of its own.
    """

    def shared(thing: Any) -> Any:  # noqa: ANN401 -- the same thing
        return once.setdefault(thing, thing)

    kept, slip = made
    if slip is None:
        return made
    pieces = {shared(dossier): piece for dossier, piece in slip.appearances.items()}
    return Made(kept, replace(slip, appearances=pieces, named=tuple(map(shared, slip.named))))


def lines_of(rows: Iterable[Asked]) -> str:
    """Rows, one to a line; more where a key has line feeds in it."""
    return "\n".join(f"{table} {key}" for table, key in rows)


def names_of(lexicon: Lexicon) -> Names:
    """All that naming depends on in a lexicon."""
    return {
        name: (bearers, not lexicon.states.isdisjoint(bearers.strong))
        for name, bearers in lexicon.names.items()
    }


@dataclass(frozen=True)
class Wanted:
    """A text as it is now: what stands for it and its notes, and the language that it is in."""

    key: bytes
    language: str


def changed_rows(memory: Memory, digests: Digests) -> set[Asked]:
    """The remembered rows that are not what they were."""
    of_row = digests.of_row
    return {row for row, digest in memory.rows.items() if of_row(row) != digest}


def holding(
    memory: Memory,
    wanted: Mapping[Target, Wanted],
    names: Mapping[str, Names],
    changed: set[Asked],
    read: Callable[[Piece], bytes],
) -> dict[Target, Kept]:
    """What was made of the wanted texts and still holds, since these rows have `changed`."""
    others = {
        language: changed_names(memory.names.get(language, {}), now)
        for language, now in names.items()
    }
    lines = set(lines_of(changed).split("\n"))
    return {
        target: kept
        for target, text in wanted.items()
        if (kept := memory.texts.get(target))
        and kept.key == text.key
        and (not changed or lines.isdisjoint(kept.asked.split("\n")))
        and not may_stand_in(others[text.language], kept.words, read)
    }


def changed_names(before: Names, now: Names) -> list[str]:
    """The names that came, went, or mean somebody else."""
    return [name for name in before.keys() | now.keys() if before.get(name) != now.get(name)]


def may_stand_in(names: Collection[str], words: Piece, read: Callable[[Piece], bytes]) -> bool:
    """Whether one of the names may stand in the words. To be sure is left to linking."""
    if not names or not length_of(words):
        return False
    if len(names) > _MOST_NAMES:
        return True
    text = read(words).decode()
    return any(name in text for name in names)

"""The switch above a text that puts notes out of sight: what kinds there are, and by whom."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from postil.pages.annotated import AnnotatedText


@dataclass(frozen=True)
class Choice:
    """Some of the notes on a page, which can be hidden together: `kind:forecast`, `by:ivo`."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class NotesMenu:
    """What of a page's notes can be hidden. A group of one choice would be the same as all."""

    total: int
    taken_back: int
    """How many of them are retracted or superseded."""
    kinds: tuple[Choice, ...]
    analysts: tuple[Choice, ...]
    has_folded: bool


def notes_menu(text: AnnotatedText) -> NotesMenu:
    """The switch of a text with its notes."""
    notes = list(text.notes())
    names = {id_: to.name for note in notes for id_, to in zip(note.by, note.authors, strict=True)}
    kinds = Counter(note.kind for note in notes)
    signed = Counter(id_ for note in notes for id_ in note.by)
    return NotesMenu(
        total=len(notes),
        taken_back=sum(not note.is_current for note in notes),
        kinds=_group(Choice(f"kind:{it}", it.capitalize(), kinds[it]) for it in kinds),
        analysts=_group(Choice(f"by:{it}", names[it], signed[it]) for it in signed),
        has_folded=bool(text.folded),
    )


def _group(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    several = sorted(choices, key=lambda choice: (-choice.count, choice.label))
    return tuple(several) if len(several) > 1 else ()

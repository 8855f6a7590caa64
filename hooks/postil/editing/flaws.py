"""What keeps typed notes from being taken out of a text, place by place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from postil.model.values import HIDDEN
from postil.model.vocabulary import NoteKind
from postil.reading.nearest import nearest
from postil.text.critic import Mark, TypedNote, typed_notes
from postil.text.sentences import Span
from postil.text.words import cuts_a_word

NOTE_KINDS: tuple[str, ...] = get_args(NoteKind)

_AS_TEXT = "put a backslash before the { if it is meant as text"
_CHANGES = {"addition": "{++", "deletion": "{--", "substitution": "{~~"}
_OPENING = re.compile(r"\{(?:==|>>)")
_LABEL = re.compile(r"(?P<kind>[A-Za-z]+):(?:\s+|$)")


@dataclass(frozen=True, order=True)
class Flaw:
    """What is wrong at an offset of a text, and what to do about it."""

    at: int
    message: str
    remedy: str


@dataclass(frozen=True)
class Comment:
    """A typed note taken apart."""

    kind: str
    text: str


def flaws(markdown: str, found: tuple[Mark, ...]) -> Iterator[Flaw]:
    """What is wrong with the marks of a text."""
    for mark in found:
        yield from _mark_flaws(markdown, mark)
    for note in typed_notes(found):
        yield from _note_flaws(note)
    for mark in found:
        if mark.kind == "comment" and mark.is_closed:
            yield from _comment_flaws(mark, comment_in(markdown, mark))


def comment_in(markdown: str, mark: Mark) -> Comment:
    """The kind and the text of a note, as they stand between `{>>` and `<<}`.

    A single word with a colon in front is a kind; `context` where there is none.
    """
    text = markdown[mark.within.start : mark.within.end].strip()
    label = _LABEL.match(text)
    if label is None:
        return Comment("context", text)
    return Comment(label["kind"].lower(), text[label.end() :])


def misplaced(at: int) -> Flaw:
    """What is told where the highlighted words cannot be found in what the text shows."""
    return Flaw(
        at,
        "The highlighted words begin or end where Markdown has signs, not words",
        "Move {== and ==} to where the words stand, out of links' addresses and table borders.",
    )


def quoting_flaw(at: int, plain: str, span: Span) -> Flaw:
    """Why no quotation leads to a stretch of a plain text."""
    if cuts_a_word(plain, span.start) or cuts_a_word(plain, span.end):
        return Flaw(
            at,
            "The highlighted words begin or end inside a word",
            "Move {== and ==} to the edges of words.",
        )
    if HIDDEN.search(plain[span.start : span.end]):
        return Flaw(
            at,
            "The highlighted words hold a character that does not show, and no quote may",
            "Highlight the words before or after it.",
        )
    return Flaw(
        at,
        "The highlighted words stand more than once, with the same words around them",
        "Highlight more of the passage.",
    )


def _mark_flaws(markdown: str, mark: Mark) -> Iterator[Flaw]:
    at = mark.span.start
    if mark.kind in _CHANGES:
        if mark.is_closed:
            yield Flaw(
                at,
                f"A change to the text is marked with {_CHANGES[mark.kind]}, and only notes can be "
                "taken out",
                f"Make the change and take the mark out, or {_AS_TEXT}.",
            )
    elif not mark.is_closed or _OPENING.search(markdown, mark.within.start, mark.within.end):
        opening, closing = ("{==", "==}") if mark.kind == "highlight" else ("{>>", "<<}")
        yield Flaw(
            at,
            f"{opening} is not closed before the next mark",
            f"Write {closing} where it ends, or {_AS_TEXT}.",
        )


def _note_flaws(note: TypedNote) -> Iterator[Flaw]:
    if note.words is None:
        yield Flaw(
            note.start,
            "A note stands behind no highlighted words",
            "Put {==…==} around the words that it is about, right before {>>.",
        )
    elif not note.comments:
        yield Flaw(
            note.start,
            "No note stands behind the highlighted words",
            f"Write {{>>the note<<}} right behind ==}}, or take {{== and ==}} out, or {_AS_TEXT}.",
        )


def _comment_flaws(mark: Mark, comment: Comment) -> Iterator[Flaw]:
    if not comment.text:
        yield Flaw(mark.span.start, "The note says nothing", "Write it between {>> and <<}.")
    if comment.kind not in NOTE_KINDS:
        close = nearest(comment.kind, NOTE_KINDS)
        yield Flaw(
            mark.span.start,
            f"“{comment.kind}” is no kind of note",
            (f"Did you mean `{close}:`? " if close else "")
            + f"Kinds are {', '.join(NOTE_KINDS)}; write one before it if it belongs to the note.",
        )

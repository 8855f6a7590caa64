"""What a change of texts did to the notes on them, with the words before and after.

A note is touched where its own words changed, or a word of the sentences that they stand in. A
change of typography touches no note, and neither does a sentence that moves as it is.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place
from postil.linking.anchors import quotation
from postil.linking.lexicon import build_lexicon
from postil.linking.link import LinkedText, PlacedNote, language_of, link_text, targets
from postil.linking.quotes import word_diff
from postil.linking.relations import notes_by_target
from postil.model.archive import Archive, NoteRecord, Record, Target
from postil.reading.redirects import former_id
from postil.text.alignment import Block, Version, align, counterpart


def touched_notes(before: Archive, now: Archive) -> Iterator[Diagnostic]:
    """A warning for each note of the archive `before` that the change to `now` touches.

    What was retracted or superseded before speaks of an earlier text anyhow, and is not told. What
    is gone has lost its address, which is another matter. A text that is the same and has the same
    notes is not looked into.
    """
    noted, noted_now = (notes_by_target(archive.notes.values()) for archive in (before, now))
    records, heirs = dict(targets(now)), _heirs(now)
    for target, record in targets(before):
        target_now = target if target in records else heirs.get(target)
        if target not in noted or target_now not in noted_now:
            continue
        text = _Noted(record, noted[target])
        heir = _Noted(records[target_now], noted_now[target_now])
        if text != heir:
            yield from _touched_on(_linked(text, before), _linked(heir, now))


class _Noted(NamedTuple):
    """A text and the notes on it."""

    record: Record[Any]
    notes: tuple[NoteRecord, ...]


def _heirs(now: Archive) -> dict[Target, Target]:
    """The texts that were called otherwise before, by what they were called."""
    return {
        Target(target.kind, former_id(entry)): target
        for target, record in targets(now)
        for entry in record.data.redirects
    }


def _linked(text: _Noted, archive: Archive) -> LinkedText:
    """A text with the notes on their words. Whom it names does not matter to them."""
    language = language_of(text.record, archive.settings.language)
    return link_text(text.record, text.notes, build_lexicon({}, language))


def _touched_on(before: LinkedText, now: LinkedText) -> Iterator[Diagnostic]:
    change = _Change(_version(before), _version(now))
    was_withdrawn = _is_withdrawn(now) and not _is_withdrawn(before)
    notes = {note.record.id: note for note in now.notes()}
    for note in before.notes():
        same = notes.get(note.record.id)
        if same is None or not note.record.data.is_current:
            continue
        if was_withdrawn:
            yield _withdrawn(same)
        elif what := _what_changed(note, same, change):
            yield Diagnostic(
                _place(same),
                Code.TOUCHED_NOTE,
                what,
                "Read the note again; reword it if need be, or run "
                f"`postil notes retract {same.record.key}`.",
            )


@dataclass(frozen=True)
class _Change:
    """A text before and now."""

    before: Version
    now: Version

    @property
    def is_none(self) -> bool:
        """Whether the text is what it was, as most texts are."""
        return self.before.plain == self.now.plain

    @cached_property
    def aligned(self) -> tuple[Block, ...]:
        """What stands where."""
        return tuple(align(self.before, self.now))

    @cached_property
    def summary(self) -> str | None:
        """What changed in all of the text, as a sentence; `None` where no sentence did."""
        before, now = self.before, self.now
        if self.is_none or before.words == now.words:
            return None
        if Counter(before.folded_sentences) == Counter(now.folded_sentences):
            return None
        count = sum(not block.is_alike for block in self.aligned)
        where = "in one place" if count == 1 else f"in {count:,} places"
        return f"The text changed {where}: “{word_diff(before.plain, now.plain)}”"


def _version(text: LinkedText) -> Version:
    return Version(text.document.plain, text.sentences)


def _what_changed(note: PlacedNote, same: PlacedNote, change: _Change) -> str | None:
    """What is not as it was under a note, as a sentence; `None` where all is.

    Where the note stands on no words now, the text itself says what is in the place of those that
    it stood on. A note that stood on none before has lost none.
    """
    quote, is_whole = quotation(note.record.data), quotation(same.record.data) is None
    if quote is None:
        return change.summary if is_whole else "The note was on the whole text before"
    if is_whole:
        return f"The note was on “{word_diff(quote.exact, quote.exact)}” before"
    if note.passage is None or (change.is_none and note.passage == same.passage):
        return None
    words = change.before.words_in(note.passage)
    words_now = (
        change.now.words_in(same.passage) if same.passage else counterpart(change.aligned, words)
    )
    return _passage(change, words, words_now)


def _passage(change: _Change, words: range, words_now: range) -> str | None:
    """What changed of a passage, or else of its sentences."""
    before, now = change.before, change.now
    if _keys(before, words) != _keys(now, words_now):
        diff = word_diff(before.text_of(words), now.text_of(words_now))
        return f"The words of this note changed: “{diff}”"
    sentences, sentences_now = before.whole_sentences(words), now.whole_sentences(words_now)
    ahead = max(words.start - sentences.start, words_now.start - sentences_now.start)
    behind = max(sentences.stop - words.stop, sentences_now.stop - words_now.stop)
    # As many words on either side in both: a line break makes a sentence longer, and changes none.
    if _around(before, words, ahead, behind) == _around(now, words_now, ahead, behind):
        return None
    diff = word_diff(before.text_of(sentences), now.text_of(sentences_now))
    return f"The sentence of this note changed: “{diff}”"


def _keys(version: Version, words: range) -> tuple[str, ...]:
    return version.words[words.start : words.stop]


def _around(version: Version, words: range, ahead: int, behind: int) -> tuple[str, ...]:
    return version.words[max(0, words.start - ahead) : words.stop + behind]


def _is_withdrawn(text: LinkedText) -> bool:
    return getattr(text.record.data, "status", None) == "withdrawn"


def _withdrawn(note: PlacedNote) -> Diagnostic:
    target = note.record.target
    return Diagnostic(
        _place(note),
        Code.TOUCHED_NOTE,
        f"{target.kind}/{target.id} was withdrawn, and the note is shown without its text",
        "Read the note again; if it cannot stand by itself, run "
        f"`postil notes retract {note.record.key}`.",
    )


def _place(note: PlacedNote) -> Place:
    keys = ("quote", "exact") if quotation(note.record.data) else ("whole",)
    return note.record.positions.of(*keys)

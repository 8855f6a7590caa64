"""The archive, linked: every text read once, its names and notes found, and the way back built.

`link_text` needs one text, its notes and the lexicon and nothing else, so that texts can be linked
in any order, in any number of processes, and kept while those three are the same.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from postil.diagnostics.diagnostic import Diagnostic
from postil.linking.anchors import STANDING, Anchor, Searched, anchor
from postil.linking.by_sentence import by_sentence
from postil.linking.checksums import checksum_faults
from postil.linking.crowding import crowded_notes
from postil.linking.lexicon import Lexicon, build_lexicon
from postil.linking.links import text_faults
from postil.linking.looseness import loose_names
from postil.linking.mentions import Mention, Naming, name_actors, naming_faults
from postil.linking.quotes import quote_faults
from postil.linking.relations import notes_by_target
from postil.linking.typed_notes import typed_note_faults
from postil.model.archive import Archive, NoteRecord, Record, Target
from postil.model.records import Actor, Article
from postil.parallel import spread
from postil.text.document import Document, read_document
from postil.text.sentences import Span, sentences

_NO_NAMES = Naming((), (), ())


@dataclass(frozen=True)
class PlacedNote:
    """A note where it stands: what it says, its number in the text, and whom it answers.

    `passage` is `None` for a note on the whole text and for one that has lost its words; `answers`
    is the number of the note that it answers. The first note of a thread has all others of it as
    `replies`, each behind what it answers.
    """

    record: NoteRecord
    document: Document
    anchor: Anchor
    number: int
    answers: int | None = None
    replies: tuple["PlacedNote", ...] = ()

    @property
    def passage(self) -> Span | None:
        """The stretch of the text that it is about."""
        return self.anchor.span

    @property
    def stands(self) -> bool:
        """Whether its words are still there."""
        return self.anchor.state in STANDING


@dataclass(frozen=True)
class LinkedText:
    """A text with everything on it: `threads` are the notes that answer no other, in order."""

    record: Record[Any]
    document: Document
    naming: Naming
    sentences: tuple[Span, ...]
    threads: tuple[PlacedNote, ...]

    def notes(self) -> tuple[PlacedNote, ...]:
        """Every note on the text, in the order of their numbers."""
        return self._notes

    @cached_property
    def _notes(self) -> tuple[PlacedNote, ...]:
        return tuple(note for first in self.threads for note in (first, *first.replies))

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that an offset lies in, or the next one."""
        number = bisect_right(self.sentences, offset, key=lambda sentence: sentence.end)
        return self.sentences[number] if number < len(self.sentences) else None

    def notes_on(self, sentence: Span) -> tuple[PlacedNote, ...]:
        """The notes whose passages share words with a sentence, in the order of their numbers."""
        return tuple(self._by_sentence.get(sentence, ()))

    @cached_property
    def _by_sentence(self) -> Mapping[Span, list[PlacedNote]]:
        placed = ((note.passage, note) for note in self.notes() if note.passage)
        return by_sentence(self.sentences, placed)


@dataclass(frozen=True)
class LinkedArchive:
    """An archive whose texts are linked: by id, as in the archive itself."""

    archive: Archive
    texts: Mapping[Target, LinkedText]

    def article(self, id_: str) -> LinkedText:
        """The linked text of an article."""
        return self.texts[Target("articles", id_)]

    def articles(self) -> Iterator[LinkedText]:
        """All articles, in the order of their ids."""
        for id_ in self.archive.articles:
            yield self.article(id_)


def link(archive: Archive) -> LinkedArchive:
    """Links every article, profile and introduction of an archive."""
    notes = notes_by_target(archive.notes.values())
    records = dict(targets(archive))
    shared = _Shared(records, notes, lexicons(archive), archive.settings.language)
    texts = spread(_link_target, shared, tuple(records))
    return LinkedArchive(archive, dict(zip(records, texts, strict=True)))


@dataclass(frozen=True)
class _Shared:
    """What linking any text may need."""

    records: Mapping[Target, Record[Any]]
    notes: Mapping[Target, tuple[NoteRecord, ...]]
    lexicons: Mapping[str, Lexicon]
    site_language: str


def _link_target(shared: _Shared, target: Target) -> LinkedText:
    record = shared.records[target]
    lexicon = shared.lexicons[language_of(record, shared.site_language)]
    return link_text(record, shared.notes.get(target, ()), lexicon)


def lexicons(archive: Archive) -> dict[str, Lexicon]:
    """The lexicon for every language that a text is in."""
    spoken = {language_of(record, archive.settings.language) for _, record in targets(archive)}
    return {language: build_lexicon(archive.actors, language) for language in sorted(spoken)}


def targets(archive: Archive) -> Iterator[tuple[Target, Record[Any]]]:
    """Every text that may carry names and notes."""
    for id_, article in archive.articles.items():
        yield Target("articles", id_), article
    for id_, actor in archive.actors.items():
        yield Target("actors", id_), actor
    for id_, topic in archive.topics.items():
        yield Target("topics", id_), topic


def language_of(record: Record[Any], site_language: str) -> str:
    """The language of a record's text, without its region or script."""
    own = record.data.lang if isinstance(record.data, Article) else None
    return (own or site_language).partition("-")[0]


def link_text(record: Record[Any], notes: Iterable[NoteRecord], lexicon: Lexicon) -> LinkedText:
    """One text with its names and notes. The lexicon is that of the text's language.

    No name is looked for in a withdrawn article: whom it named is withdrawn as well.
    """
    document = read_document(record.body)
    names_count = isinstance(record.data, Article) and record.data.status != "withdrawn"
    them = list(notes)
    searched = Searched(document.plain, len(them))
    anchored = [(note, anchor(note.data, searched)) for note in them]
    return LinkedText(
        record=record,
        document=document,
        naming=name_actors(document, record.data, lexicon) if names_count else _NO_NAMES,
        sentences=sentences(document.plain, lexicon.language),
        threads=_threads(anchored),
    )


_Anchored = tuple[NoteRecord, Anchor]


def _threads(anchored: list[_Anchored]) -> tuple[PlacedNote, ...]:
    """Notes in the order of their passages, each with its answers in the order of their dates.

    No note answers itself, by way of others or without: an archive holds no such note.
    """
    ids = {note.id for note, _ in anchored}
    answers: dict[str | None, list[_Anchored]] = defaultdict(list)
    for item in sorted(anchored, key=_by_date):
        parent = item[0].data.reply_to
        answers[parent if parent in ids else None].append(item)
    numbers: dict[str | None, int] = {}
    threads = []
    for first in sorted(answers[None], key=_by_passage):
        placed = []
        for note, found in _thread(first, answers):
            numbers[note.id] = len(numbers) + 1
            answered = numbers.get(note.data.reply_to)
            document = read_document(note.body)
            placed.append(PlacedNote(note, document, found, numbers[note.id], answered))
        threads.append(replace(placed[0], replies=tuple(placed[1:])))
    return tuple(threads)


def _thread(first: _Anchored, answers: Mapping[str | None, list[_Anchored]]) -> Iterator[_Anchored]:
    """A note and all that answer it, each behind what it answers. Threads may be of any depth."""
    waiting = [first]
    while waiting:
        item = waiting.pop()
        yield item
        waiting += reversed(answers.get(item[0].id, ()))


def _by_passage(item: _Anchored) -> tuple[bool, int, int, object, str]:
    """By the start of the passage, longer ones first; notes without one last."""
    note, found = item
    span = found.span or Span(0, 0)
    return (found.span is None, span.start, -span.end, note.data.date.sort_key, note.id)


def _by_date(item: _Anchored) -> tuple[object, str]:
    return (item[0].data.date.sort_key, item[0].id)


def link_faults(linked: LinkedArchive, all_paths: frozenset[str]) -> Iterator[Diagnostic]:
    """What is wrong with links, names and quotes, text by text.

    `all_paths` are the paths of all record files, drafts among them: a link to one is no fault.
    """
    for text in linked.texts.values():
        yield from faults_in_text(text, linked.archive.actors, all_paths)
    yield from faults_beside_texts(linked.archive, all_paths)


def faults_in_text(
    text: LinkedText, actors: Mapping[str, Record[Actor]], all_paths: Container[str]
) -> Iterator[Diagnostic]:
    """What is wrong in one text and the notes on it."""
    yield from text_faults(text.record, text.document, all_paths)
    typed = list(typed_note_faults(text.record))
    yield from typed
    if isinstance(text.record.data, Article):
        if not typed:  # they are taken out of the text again
            yield from checksum_faults(text.record)
        yield from naming_faults(text.record, text.document, text.naming, actors)
    yield from crowded_notes((note.record, note.passage) for note in text.notes())
    notes = list(text.notes())
    searched = Searched(text.document.plain, len(notes))
    for note in notes:
        yield from quote_faults(note.record, note.anchor, searched)
        yield from text_faults(note.record, note.document, all_paths)


def faults_beside_texts(archive: Archive, all_paths: Container[str]) -> Iterator[Diagnostic]:
    """What is wrong with the names of actors and with the texts about analysts."""
    for actor in archive.actors.values():
        yield from loose_names(actor)
    for analyst in archive.analysts.values():
        yield from text_faults(analyst, read_document(analyst.body), all_paths)


def mentions_by_actor(naming: Naming) -> dict[str, list[Mention]]:
    """The mentions of a text for each actor, in order."""
    grouped: dict[str, list[Mention]] = defaultdict(list)
    for mention in naming.mentions:
        grouped[mention.actor].append(mention)
    return grouped

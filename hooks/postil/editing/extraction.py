"""Notes that were typed into a text become files, and the text becomes what it was before.

text with marks → marks → the text without them → stretches → quotations → note files
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from postil.diagnostics.codes import Code
from postil.diagnostics.diagnostic import Diagnostic, Place
from postil.editing.flaws import Flaw, comment_in, flaws, misplaced, quoting_flaw
from postil.editing.naming import suggested_id
from postil.editing.note_file import Remark, Signature, note_text, said_in
from postil.editing.source import Edit, Source
from postil.editing.stretches import shown
from postil.editing.texts import NotedText
from postil.linking.anchors import Searched
from postil.linking.quoting import quotation_at
from postil.reading.discover import RecordFile
from postil.text.critic import Mark, TypedNote, marks, typed_notes
from postil.text.document import read_document
from postil.text.sentences import Span
from postil.text.source import lines_and_columns


@dataclass(frozen=True)
class Extraction:
    """The files to make, by path, and the text's own file afterwards.

    A note that is there already, because an earlier extraction was broken off, is not among them.
    """

    notes: tuple[tuple[str, str], ...]
    source: Source


def extract(
    source: Source, text: NotedText, signature: Signature
) -> Extraction | tuple[Diagnostic, ...]:
    """What becomes of a text's file and the notes typed into it, or everything that prevents it."""
    body = text.record.body if text.record else ""
    found = marks(body)
    if wrong := sorted(flaws(body, found)):
        return _told(text, body, wrong)
    typed = tuple(typed_notes(found))
    body_start = len(source.text) - len(body)
    edits = list(_edits(typed, body_start))
    without = source.edited(edits)
    if len(source.text) - len(without.text) != sum(edit.end - edit.start for edit in edits):
        return _told(text, body, [misplaced(typed[0].start)])  # a mark parts the two signs of \r\n
    remarks, wrong = _remarks(body, without.text[body_start:], typed)
    files, unwritable = _files(remarks, text, signature)
    if wrong or unwritable:
        return _told(text, body, [*wrong, *unwritable])
    return Extraction(tuple(files), without)


def _parts(typed: Iterable[TypedNote]) -> Iterator[tuple[Mark, int]]:
    """The mark around the words of each note, and where its last comment ends."""
    for note in typed:
        if note.words:
            yield note.words, note.comments[-1].span.end


def _edits(typed: Sequence[TypedNote], body_start: int) -> Iterator[Edit]:
    """Takes out the signs around the words, and the notes behind them."""
    for words, note_end in _parts(typed):
        yield Edit(body_start + words.span.start, body_start + words.within.start)
        yield Edit(body_start + words.within.end, body_start + note_end)


def _stretches(typed: Sequence[TypedNote]) -> Iterator[Span]:
    """Where the words stand when all of that is gone."""
    gone = 0
    for words, note_end in _parts(typed):
        gone += words.within.start - words.span.start
        yield Span(words.within.start - gone, words.within.end - gone)
        gone += note_end - words.within.end


def _remarks(
    body: str, without: str, typed: Sequence[TypedNote]
) -> tuple[list[tuple[int, Remark]], list[Flaw]]:
    """What each note says of which words, by its offset; and why some cannot be said."""
    searched = Searched(read_document(without).plain)
    remarks: list[tuple[int, Remark]] = []
    wrong: list[Flaw] = []
    for note, span in zip(typed, shown(without, list(_stretches(typed))), strict=True):
        if span is None:
            wrong.append(misplaced(note.start))
            break
        quote = quotation_at(searched, span)
        if quote is None:
            wrong.append(quoting_flaw(note.start, searched.plain, span))
            continue
        for mark in note.comments:
            comment = comment_in(body, mark)
            remarks.append((mark.span.start, Remark(quote, comment.kind, comment.text)))
    return remarks, wrong


def _files(
    remarks: Iterable[tuple[int, Remark]], text: NotedText, signature: Signature
) -> tuple[list[tuple[str, str]], list[Flaw]]:
    """The files of the notes that are not there yet, by path; and why some cannot be."""
    files: list[tuple[str, str]] = []
    wrong: list[Flaw] = []
    said = {said_in(note) for note in text.notes}
    taken = set(text.taken)
    for at, remark in remarks:
        if remark in said:
            continue
        id_ = suggested_id(read_document(remark.body).plain, "note", taken)
        file = RecordFile(f"{text.folder}/{id_}.md", "note", text.target)
        written = note_text(remark, signature, file)
        if isinstance(written, Diagnostic):
            wrong.append(Flaw(at, written.message, written.remedy))
        else:
            files.append((file.path, written))
            said.add(remark)
            taken.add(id_)
    return files, wrong


def _told(text: NotedText, body: str, wrong: Sequence[Flaw]) -> tuple[Diagnostic, ...]:
    first_line = text.record.positions.body_line if text.record else 1
    places = lines_and_columns(body, [flaw.at for flaw in wrong], first_line)
    return tuple(
        Diagnostic(Place(text.path, *at), Code.UNEXTRACTED_NOTE, flaw.message, flaw.remedy)
        for at, flaw in zip(places, wrong, strict=True)
    )

"""Two versions of a text, word by word: what stands in one in the place of words of the other.

Words are compared in their folded form, so that a change of typography is none. Stretches of words
are given as `range`s of their numbers.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, takewhile

from rapidfuzz.distance import Indel

from postil.text.folding import fold
from postil.text.sentences import Span

_WORD = re.compile(r" ?(\w+|[^\w ])")
"""A word or a mark, with the space before it."""

_MOST = 400_000_000
"""Pairs of words that are compared, in 50 MB and a tenth of a second. Where two texts differ over
longer stretches, all of the stretch counts as changed."""


@dataclass(frozen=True)
class Word:
    """A word in its folded form, and where it stands.

    It holds the white space before it as one space, as has the first word of a text.
    """

    key: str
    span: Span


@dataclass(frozen=True)
class Version:
    """A plain text with its sentences."""

    plain: str
    sentences: tuple[Span, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in their folded form."""
        return tuple(word.key for sentence in self._by_sentence for word in sentence)

    @cached_property
    def folded_sentences(self) -> tuple[str, ...]:
        """Its sentences in their folded form."""
        return tuple("".join(word.key for word in sentence) for sentence in self._by_sentence)

    def words_in(self, span: Span) -> range:
        """The words that a stretch of the text overlaps."""
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))

    def words_of(self, sentences: range) -> range:
        """The words of sentences, which are given by their numbers."""
        return range(self._firsts[sentences.start], self._firsts[sentences.stop])

    def whole_sentences(self, words: range) -> range:
        """The words, of which there are some, widened to all words of their sentences."""
        first = bisect_right(self._firsts, words.start) - 1
        last = bisect_right(self._firsts, words.stop - 1)
        return self.words_of(range(first, last))

    def text_of(self, words: range) -> str:
        """The words as the text has them."""
        return self.plain[self._starts[words.start] : self._ends[words.stop - 1]] if words else ""

    @cached_property
    def _by_sentence(self) -> tuple[tuple[Word, ...], ...]:
        return tuple(tuple(_words(self.plain, sentence)) for sentence in self.sentences)

    @cached_property
    def _firsts(self) -> list[int]:
        """The number of each sentence's first word, and of the word after the last."""
        return list(accumulate(map(len, self._by_sentence), initial=0))

    @cached_property
    def _starts(self) -> list[int]:
        return [word.span.start for sentence in self._by_sentence for word in sentence]

    @cached_property
    def _ends(self) -> list[int]:
        return [word.span.end for sentence in self._by_sentence for word in sentence]


def _words(plain: str, sentence: Span) -> Iterator[Word]:
    form = fold(plain[sentence.start : sentence.end])
    is_apart = plain[sentence.start - 1 : sentence.start].strip() == ""
    for match in _WORD.finditer(form.text):
        start, end = form.span(match.start(1), match.end(1))
        has_space = match.start(1) > match.start() or (match.start() == 0 and is_apart)
        yield Word(
            f" {match[1]}" if has_space else match[1],
            Span(sentence.start + start, sentence.start + end),
        )


@dataclass(frozen=True)
class Block:
    """A stretch of one sequence and what stands in its place in another, by their numbers."""

    before: range
    after: range
    is_alike: bool


def align(before: Version, after: Version) -> Iterator[Block]:
    """The words of two versions as stretches, alike or different.

    Sentences are matched first, and words only within those that changed: else a "the" that went
    would be found again in a sentence further on.
    """
    for block in blocks(before.folded_sentences, after.folded_sentences):
        old, new = before.words_of(block.before), after.words_of(block.after)
        if block.is_alike:
            yield Block(old, new, is_alike=True)
        else:
            within = blocks(before.words[old.start : old.stop], after.words[new.start : new.stop])
            for inner in within:
                yield Block(
                    _shifted(inner.before, old.start),
                    _shifted(inner.after, new.start),
                    inner.is_alike,
                )


def counterpart(aligned: Sequence[Block], words: range) -> range:
    """What stands in the place of the first version's words in the second; empty if nothing."""
    first = bisect_right(aligned, words.start, key=lambda block: block.before.stop)
    end = bisect_left(aligned, words.stop, key=lambda block: block.before.start)
    found = [_part(block, words) for block in aligned[first:end]]
    return range(found[0].start, found[-1].stop) if found else range(0)


def _part(block: Block, words: range) -> range:
    if not block.is_alike:
        return block.after
    start = max(block.before.start, words.start)
    stop = min(block.before.stop, words.stop)
    return _shifted(range(start, stop), block.after.start - block.before.start)


def _shifted(words: range, offset: int) -> range:
    return range(words.start + offset, words.stop + offset)


def blocks(before: Sequence[str], after: Sequence[str]) -> Iterator[Block]:
    """Two sequences as stretches in their order, alike and different in turn."""
    start = _run(zip(before, after, strict=False))
    rest = zip(reversed(before[start:]), reversed(after[start:]), strict=False)
    end = _run(rest)
    old, new = range(start, len(before) - end), range(start, len(after) - end)
    if start:
        yield Block(range(start), range(start), is_alike=True)
    if len(old) * len(new) > _MOST:
        yield Block(old, new, is_alike=False)
    else:
        yield from _compared(before, old, after, new)
    if end:
        yield Block(range(old.stop, len(before)), range(new.stop, len(after)), is_alike=True)


def _run(pairs: Iterable[tuple[str, str]]) -> int:
    """How many pairs are alike before the first that is not."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _compared(
    before: Sequence[str], old: range, after: Sequence[str], new: range
) -> Iterator[Block]:
    """The stretches `old` and `new` of two sequences, with as few changes as there can be."""
    i, j = old.start, new.start
    for block in Indel.opcodes(before[old.start : old.stop], after[new.start : new.stop]):
        if block.tag != "equal":
            continue
        at = range(old.start + block.src_start, old.start + block.src_end)
        to = range(new.start + block.dest_start, new.start + block.dest_end)
        if at.start > i or to.start > j:
            yield Block(range(i, at.start), range(j, to.start), is_alike=False)
        yield Block(at, to, is_alike=True)
        i, j = at.stop, to.stop
    if old.stop > i or new.stop > j:
        yield Block(range(i, old.stop), range(j, new.stop), is_alike=False)

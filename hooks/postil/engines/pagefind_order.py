"""The same search index out of every build, with its entries named in the order of their dates.

Pagefind 1.5 writes facets and their values in the order of a hash map that starts anew with every
run (https://github.com/Pagefind/pagefind/issues/638), and names files by what is in them. Sorting
and naming anew makes two builds of one archive byte-identical.

Pagefind can sort by a number of each entry, but knows its place within one index alone: of merged
indexes each would begin with its first. Therefore the name of an entry, which comes with every
result, begins with its place among all, and the search page sorts by that.

Those files are gzipped: a signature, then one CBOR value.

A reader loads the names of all files before the first search. They end alike, so that they pack
well.
"""

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import takewhile
from pathlib import PurePosixPath

from postil.engines.cbor import array, split, text, text_of
from postil.engines.pagefind_words import NO_WORDS, WordFile, in_small_files

_SIGNATURE = b"pagefind_dcd"

_VALUES = 1
"""In a facet's file, the place of the list of its values; its name comes first."""

_ENTRIES, _WORDS, _FACETS = 1, 2, 3
"""In the index of indexes, the places of the lists of entries, words and facets, with files."""

_FRAGMENT = ".pf_fragment"

_LEVEL = 6
"""Of packing. The highest one would take half as long again, for files smaller by 0.6 %."""


def in_fixed_order(
    files: Mapping[str, bytes], places: Mapping[str, str], told: str
) -> dict[str, bytes]:
    """The files of an index, by path, with everything in them in an order that does not change.

    `places` has for each entry's address the text that its name is to begin with. Names end with
    what the index is `told` from others by, so that no browser takes a file for one it has kept.
    """
    names = {old: place + told for old, place in _places_of_entries(files, places)}
    ordered: dict[str, bytes] = {}
    renamed: dict[bytes, bytes] = {}
    for path, content in files.items():
        if path.endswith(".pf_filter"):
            _put(ordered, renamed, path, _sorted_within(_unpacked(content), _VALUES))
    for path, content in files.items():
        if path.endswith(".pf_meta"):
            index = _with_new_names(_unpacked(content), renamed)
            named, words = _with_small_files(_with_named_entries(index, names), files, told)
            _put(ordered, renamed, path, _sorted_within(named, _FACETS))
            ordered |= words
    for path, content in files.items():
        if path == "pagefind-entry.json":
            entry = json.loads(_with_new_names(content, renamed))
            ordered[path] = json.dumps(entry, sort_keys=True, ensure_ascii=False).encode()
        elif path.endswith(_FRAGMENT):
            ordered[f"fragment/{names[PurePosixPath(path).stem]}{_FRAGMENT}"] = content
        elif not path.endswith((".pf_filter", ".pf_meta", ".pf_index")):
            ordered[path] = content
    return ordered


def _places_of_entries(
    files: Mapping[str, bytes], places: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """The name that Pagefind gave each entry, and the place of that entry."""
    for path, content in files.items():
        if path.endswith(_FRAGMENT):
            address = json.loads(_unpacked(content))["url"]
            yield PurePosixPath(path).stem, places[address.strip("/")]


def _with_named_entries(index: bytes, names: Mapping[str, str]) -> bytes:
    """The index of indexes, in which every entry has its new name."""
    head, items = split(index)
    _, entries = split(items[_ENTRIES])
    for place, entry in enumerate(entries):
        _, (name, *rest) = split(entry)
        entries[place] = array([text(names[text_of(name)]), *rest])
    items[_ENTRIES] = array(entries)
    return head + b"".join(items)


def _with_small_files(
    index: bytes, files: Mapping[str, bytes], told: str
) -> tuple[bytes, dict[str, bytes]]:
    """The index of indexes, in which the files of words are small; and these, by path.

    A file is listed by where its words begin and by the last of them: Pagefind asks for one that
    has a word between, and else for all whose words could begin with it.
    """
    head, items = split(index)
    _, listed = split(items[_WORDS])
    small: dict[str, bytes] = {}
    entries: list[bytes] = []
    before = ""
    for language, words in _small_files(listed, files):
        name = f"{language}_{len(small):x}_{told}"
        small[_path(name)] = _packed(words.content)
        first = _told_apart(before, words.first)
        entries.append(array([text(first), text(words.last), text(name)]))
        before = words.last
    items[_WORDS] = array(entries)
    return head + b"".join(items), small


def _small_files(
    listed: Iterable[bytes], files: Mapping[str, bytes]
) -> Iterator[tuple[str, WordFile]]:
    """What the files of words are cut into, with the language that their names begin with.

    One with the empty word goes before. Asked for no word but for facets alone, Pagefind 1.5 takes
    every file for wanted, unless it finds that word in one: megabytes, for nothing.
    """
    for place, entry in enumerate(listed):
        _, (_, _, encoded) = split(entry)
        name = text_of(encoded)
        language, _, _ = name.rpartition("_")
        if not place:
            yield language, NO_WORDS
        for words in in_small_files(_unpacked(files[_path(name)])):
            yield language, words


def _path(words: str) -> str:
    return f"index/{words}.pf_index"


def _told_apart(before: str, word: str) -> str:
    """As much of a word as comes after the one before it."""
    same = takewhile(lambda letters: letters[0] == letters[1], zip(before, word, strict=False))
    return word[: sum(1 for _ in same) + 1]


def _put(ordered: dict[str, bytes], renamed: dict[bytes, bytes], path: str, value: bytes) -> None:
    """Packs a value under a name made from it, as long as the old, so that lengths hold."""
    old = PurePosixPath(path).stem.removeprefix("pagefind.")
    language, _, old_hash = old.rpartition("_")
    new = f"{language}_{sha256(value).hexdigest()[: len(old_hash)]}"
    renamed[old.encode()] = new.encode()
    ordered[path.replace(old, new)] = _packed(value)


def _packed(value: bytes) -> bytes:
    return gzip.compress(_SIGNATURE + value, _LEVEL, mtime=0)


def _unpacked(content: bytes) -> bytes:
    return gzip.decompress(content).removeprefix(_SIGNATURE)


def _with_new_names(content: bytes, renamed: Mapping[bytes, bytes]) -> bytes:
    for old, new in renamed.items():
        content = content.replace(old, new)
    return content


def _sorted_within(value: bytes, place: int) -> bytes:
    """An encoded array whose item at `place` is an array, with that one's items sorted."""
    head, items = split(value)
    _, inner = split(items[place])
    items[place] = array(sorted(inner))
    return head + b"".join(items)

"""The same search index out of every build, with its entries named in the order of their dates.

Pagefind 1.5 writes facets and their values in the order of a hash map that starts anew with every
run (https://github.com/Pagefind/pagefind/issues/638), and names files by what is in them. Sorting
and naming anew makes two builds of one archive byte-identical.

Pagefind can sort by a number of each entry, but knows its place within one index alone: of merged
indexes each would begin with its first. Therefore the name of an entry, which comes with every
result, begins with its place among all, and the search page sorts by that.

Those files are gzipped: a signature, then one CBOR value (RFC 8949).
"""

import gzip
import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import PurePosixPath

_SIGNATURE = b"pagefind_dcd"

_VALUES = 1
"""In a facet's file, the place of the list of its values; its name comes first."""

_ENTRIES, _WORDS, _FACETS = 1, 2, 3
"""In the index of indexes, the places of the lists of entries, words and facets, with files."""

_FRAGMENT = ".pf_fragment"

_BYTES, _TEXT, _ARRAY, _MAP, _TAG = 2, 3, 4, 5, 6
"""The kinds of CBOR value that have something inside or behind their head."""


def in_fixed_order(files: Mapping[str, bytes], places: Mapping[str, str]) -> dict[str, bytes]:
    """The files of an index, by path, with everything in them in an order that does not change.

    `places` has for each entry's address the text that its name is to begin with.
    """
    names = _names_of_entries(files, places)
    ordered: dict[str, bytes] = {}
    renamed: dict[bytes, bytes] = {}
    for path, content in files.items():
        if path.endswith(".pf_filter"):
            _put(ordered, renamed, path, _sorted_within(_unpacked(content), _VALUES))
    for path, content in files.items():
        if path.endswith(".pf_meta"):
            index = _with_new_names(_unpacked(content), renamed)
            named = _with_words_from_the_first(_with_named_entries(index, names))
            _put(ordered, renamed, path, _sorted_within(named, _FACETS))
    for path, content in files.items():
        if path == "pagefind-entry.json":
            entry = json.loads(_with_new_names(content, renamed))
            ordered[path] = json.dumps(entry, sort_keys=True, ensure_ascii=False).encode()
        elif path.endswith(_FRAGMENT):
            ordered[f"fragment/{names[PurePosixPath(path).stem]}{_FRAGMENT}"] = content
        elif not path.endswith((".pf_filter", ".pf_meta")):
            ordered[path] = content
    return ordered


def _names_of_entries(files: Mapping[str, bytes], places: Mapping[str, str]) -> dict[str, str]:
    """The new name of each entry by the one that Pagefind gave it: its place, and the rest."""
    names = {}
    for path, content in files.items():
        if path.endswith(_FRAGMENT):
            old = PurePosixPath(path).stem
            address = json.loads(_unpacked(content))["url"]
            names[old] = f"{places[address.strip('/')]}-{old.rpartition('_')[2]}"
    return names


def _with_named_entries(index: bytes, names: Mapping[str, str]) -> bytes:
    """The index of indexes, in which every entry has its new name."""
    head, items = _split(index)
    entries_head, entries = _split(items[_ENTRIES])
    for place, entry in enumerate(entries):
        entry_head, (name, *rest) = _split(entry)
        _, _, start = _head(name, 0)
        entries[place] = entry_head + _text(names[name[start:].decode()]) + b"".join(rest)
    items[_ENTRIES] = entries_head + b"".join(entries)
    return head + b"".join(items)


def _with_words_from_the_first(index: bytes) -> bytes:
    """The index of indexes, in which the first file of words begins with the empty word.

    Asked for no word but for facets alone, Pagefind 1.5 takes every file for wanted, unless it
    finds that word in one: megabytes, for nothing.
    """
    head, items = _split(index)
    words_head, words = _split(items[_WORDS])
    if words:
        first_head, (_, *rest) = _split(words[0])
        words[0] = first_head + _text("") + b"".join(rest)
    items[_WORDS] = words_head + b"".join(words)
    return head + b"".join(items)


def _text(text: str) -> bytes:
    """A text of fewer than 256 bytes, encoded."""
    content = text.encode()
    return bytes([_TEXT << 5 | 24, len(content)]) + content


def _put(ordered: dict[str, bytes], renamed: dict[bytes, bytes], path: str, value: bytes) -> None:
    """Packs a value under a name made from it, as long as the old, so that lengths hold."""
    old = PurePosixPath(path).stem.removeprefix("pagefind.")
    language, _, old_hash = old.rpartition("_")
    new = f"{language}_{sha256(value).hexdigest()[: len(old_hash)]}"
    renamed[old.encode()] = new.encode()
    ordered[path.replace(old, new)] = gzip.compress(_SIGNATURE + value, mtime=0)


def _unpacked(content: bytes) -> bytes:
    return gzip.decompress(content).removeprefix(_SIGNATURE)


def _with_new_names(content: bytes, renamed: Mapping[bytes, bytes]) -> bytes:
    for old, new in renamed.items():
        content = content.replace(old, new)
    return content


def _sorted_within(value: bytes, place: int) -> bytes:
    """An encoded array whose item at `place` is an array, with that one's items sorted."""
    head, items = _split(value)
    inner_head, inner = _split(items[place])
    items[place] = inner_head + b"".join(sorted(inner))
    return head + b"".join(items)


def _split(array: bytes) -> tuple[bytes, list[bytes]]:
    """The head of an encoded array, and each of its items, encoded."""
    _, count, at = _head(array, 0)
    head, items = array[:at], []
    for _ in range(count):
        end = _end(array, at)
        items.append(array[at:end])
        at = end
    return head, items


def _end(data: bytes, at: int) -> int:
    """Where the value ends that begins at `at`."""
    kind, count, at = _head(data, at)
    if kind in {_BYTES, _TEXT}:
        return at + count
    within = {_ARRAY: count, _MAP: 2 * count, _TAG: 1}.get(kind, 0)
    for _ in range(within):
        at = _end(data, at)
    return at


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """A value's kind, the number in its head, and where its head ends."""
    kind, count = data[at] >> 5, data[at] & 31
    at += 1
    if count < 24:  # noqa: PLR2004 -- smaller numbers stand in the first byte itself
        return kind, count, at
    width = 1 << (count - 24)
    return kind, int.from_bytes(data[at : at + width], "big"), at + width

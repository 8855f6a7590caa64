"""The same search index out of every build.

Pagefind 1.5 writes facets and their values in the order of a hash map that starts anew with every
run (https://github.com/Pagefind/pagefind/issues/638), and names files by what is in them. Sorting
and naming anew makes two builds of one archive byte-identical.

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

_FACETS = 3
"""In the index of indexes, the place of the list of facets and their files."""

_BYTES, _TEXT, _ARRAY, _MAP, _TAG = 2, 3, 4, 5, 6
"""The kinds of CBOR value that have something inside or behind their head."""


def in_fixed_order(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of an index, by path, with everything in them in an order that does not change."""
    ordered: dict[str, bytes] = {}
    renamed: dict[bytes, bytes] = {}
    for path, content in files.items():
        if path.endswith(".pf_filter"):
            _put(ordered, renamed, path, _sorted_within(_unpacked(content), _VALUES))
    for path, content in files.items():
        if path.endswith(".pf_meta"):
            index = _with_new_names(_unpacked(content), renamed)
            _put(ordered, renamed, path, _sorted_within(index, _FACETS))
    for path, content in files.items():
        if path == "pagefind-entry.json":
            entry = json.loads(_with_new_names(content, renamed))
            ordered[path] = json.dumps(entry, sort_keys=True, ensure_ascii=False).encode()
        elif not path.endswith((".pf_filter", ".pf_meta")):
            ordered[path] = content
    return ordered


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
